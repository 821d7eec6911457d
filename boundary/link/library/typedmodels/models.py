"""Which rows of one table does a class have?  Those of its type: models below another one are its proxies."""

from django.db import models


class TypedModelManager(models.Manager):
    def get_queryset(self):
        return self._filter_by_type(super().get_queryset())

    def _filter_by_type(self, qs):
        return qs.filter(type=__unknown__)


class TypedModel(models.Model):
    type = models.CharField(max_length=255)

    objects = TypedModelManager()

    class Meta:
        abstract = True

    @classmethod
    def get_type_classes(cls):
        return __unknown__

    @classmethod
    def get_types(cls):
        return __unknown__

    def recast(self, typ=None):
        pass

    def save(self, *args, **kwargs):
        self.presave(*args, **kwargs)
        return super().save(*args, **kwargs)

    def presave(self, *args, **kwargs):
        pass
