"""What is read of a row that is indexed, and which rows are?"""

from django_elasticsearch_dsl.fields import DEDField
from django_elasticsearch_dsl.search import Search


class DocType:
    __entry_points__ = {"_populate": "command"}

    def __init__(self, related_instance_to_ignore=None, **kwargs): ...

    @property
    def django(self):
        return self.Django

    def _model(self):
        return self.Django.model

    def _related_models(self):
        return getattr(self.Django, "related_models", [])

    def _populate(self):
        self.update(self.get_indexing_queryset())

    @classmethod
    def search(cls, using=None, index=None):
        return Search(model=cls.Django.model)

    def get_queryset(self):
        return self.Django.model._default_manager.all()

    def get_indexing_queryset(self):
        return self.get_queryset().iterator()

    def get_instances_from_related(self, related_instance):
        return None

    def prepare(self, instance):
        __call_members__(__members__(self, DEDField), "_prepare_named", instance)
        self.__call_matching__("prepare_", instance)
        return __unknown__

    def should_index_object(self, obj):
        return True

    @classmethod
    def generate_id(cls, object_instance):
        return object_instance.pk

    def _prepare_action(self, object_instance, action):
        return self.prepare(object_instance) if action != "delete" else None

    def get_actions(self, object_list, action):
        row = __each__(object_list)
        return [self._prepare_action(row, action)] if self.should_index_object(row) else []

    def bulk(self, actions, **kwargs):
        return __unknown__

    def update(self, thing, refresh=None, action="index", parallel=False, **kwargs):
        row = __each__(thing)
        if action != "delete" and self.should_index_object(row):
            self.bulk([self._prepare_action(row, "index")])
        return __unknown__


Document = DocType
