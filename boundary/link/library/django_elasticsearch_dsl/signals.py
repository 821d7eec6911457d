"""Which saves and deletes reach the index?"""

from django.db import models
from django.dispatch import Signal
from django_elasticsearch_dsl.documents import Document
from django_elasticsearch_dsl.registries import registry

post_index = Signal()


class BaseSignalProcessor:
    def __init__(self, connections):
        self.connections = connections
        self.setup()

    def setup(self): ...

    def teardown(self): ...

    def handle_save(self, sender, instance, **kwargs):
        registry.update(instance)
        registry.update_related(instance)

    def handle_pre_delete(self, sender, instance, **kwargs):
        registry.delete_related(instance)

    def handle_delete(self, sender, instance, **kwargs):
        registry.delete(instance)


class RealTimeSignalProcessor(BaseSignalProcessor):
    def setup(self):
        for model in [__indexes_of__(Document)._model(), *__indexes_of__(Document)._related_models()]:
            models.signals.post_save.connect(self.handle_save, sender=model)
            models.signals.post_delete.connect(self.handle_delete, sender=model)
            models.signals.pre_delete.connect(self.handle_pre_delete, sender=model)


def _update(instance):
    registry.update(instance)
    registry.update_related(instance)


class CelerySignalProcessor(RealTimeSignalProcessor):
    def handle_save(self, sender, instance, **kwargs):
        __enqueue__(_update, instance)

    def handle_pre_delete(self, sender, instance, **kwargs):
        __enqueue__(registry.delete_related, instance)
