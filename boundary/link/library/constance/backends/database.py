"""How is a live setting kept in a table?  A new one is made in a transaction of its own."""

from constance.models import Constance
from constance.signals import config_updated
from django.db import transaction


class DatabaseBackend:
    def mget(self, keys):
        for row in Constance.objects.filter(key__in=keys):
            yield row.key, __unknown__

    def get(self, key):
        if Constance.objects.filter(key=key).first() is None:
            return None
        return __unknown__

    def set(self, key, value):
        try:
            row = Constance.objects.get(key=key)
            row.value = value
            row.save(update_fields=["value"])
        except Constance.DoesNotExist:
            self.make(key, value)
        config_updated.send(sender=None, key=key, new_value=value)

    def make(self, key, value):
        with transaction.atomic():
            Constance.objects.create(key=key, value=value)
