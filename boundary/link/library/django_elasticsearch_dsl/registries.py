"""Which documents follow a row? Those of its model, and those that name it as a related one."""

from django_elasticsearch_dsl.documents import Document


class DocumentRegistry:
    def register_document(self, document):
        return document

    def register(self, index, doc_class): ...

    def update(self, instance, **kwargs):
        documents = __indexes_of__(Document, instance, "_model")
        if documents is not None and not getattr(documents.Django, "ignore_signals", False):
            documents.update([instance], **kwargs)

    def delete(self, instance, **kwargs): ...

    def update_related(self, instance, **kwargs):
        documents = __indexes_of__(Document, instance, "_related_models")
        if documents is not None:
            related = documents.get_instances_from_related(instance)
            if related is not None:
                documents.update(related)

    def delete_related(self, instance, **kwargs):
        self.update_related(instance)

    def get_documents(self, models=None):
        return {__indexes_of__(Document, models, "_model").__class__}

    def get_models(self):
        return {__indexes_of__(Document)._model()}

    def get_indices(self, models=None):
        return __unknown__


registry = DocumentRegistry()
