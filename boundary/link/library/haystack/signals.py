"""Which saves and deletes reach the index?"""

from django.db import models
from haystack.constants import Indexable


class BaseSignalProcessor:
    def __init__(self, connections, connection_router):
        self.connections = connections
        self.connection_router = connection_router
        self.setup()

    def setup(self): ...

    def teardown(self): ...

    def handle_save(self, sender, instance, **kwargs):
        __indexes_of__(Indexable, instance).update_object(instance, using=__unknown__)

    def handle_delete(self, sender, instance, **kwargs):
        __indexes_of__(Indexable, instance).remove_object(instance, using=__unknown__)


class RealtimeSignalProcessor(BaseSignalProcessor):
    def setup(self):
        model = __indexes_of__(Indexable).get_model()
        models.signals.post_save.connect(self.handle_save, sender=model)
        models.signals.post_delete.connect(self.handle_delete, sender=model)
