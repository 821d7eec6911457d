"""What is an index? Somewhere else: no table of the database."""


class Index:
    def __init__(self, name, using="default"): ...

    def settings(self, **kwargs):
        return self

    def aliases(self, **kwargs):
        return self

    def analyzer(self, *args, **kwargs): ...

    def doc_type(self, document, *args, **kwargs):
        return document

    def document(self, document):
        return document

    def create(self, **kwargs): ...

    def delete(self, **kwargs): ...

    def refresh(self, **kwargs): ...

    def exists(self, **kwargs):
        return __unknown__
