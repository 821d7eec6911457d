"""When is the one row of a model read or made?"""

from django.db import models


class SingletonModel(models.Model):
    singleton_instance_id = 1

    class Meta:
        abstract = True

    @classmethod
    def get_solo(cls):
        obj, created = cls.objects.get_or_create(pk=cls.singleton_instance_id)
        return obj

    @classmethod
    def clear_cache(cls):
        pass

    def set_to_cache(self):
        pass
