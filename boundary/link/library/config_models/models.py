"""What do settings that are kept as rows read?  The newest row; each save makes one more."""

from django.conf import settings
from django.db import models


class ConfigurationModelManager(models.Manager):
    def current_set(self):
        return self.get_queryset()

    def with_active_flag(self):
        return self.get_queryset()


class ConfigurationModel(models.Model):
    KEY_FIELDS = ()
    change_date = models.DateTimeField(auto_now_add=True)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False)
    enabled = models.BooleanField(default=False)
    objects = ConfigurationModelManager()

    class Meta:
        abstract = True

    def save(self, force_insert=False, force_update=False, using=None, update_fields=None):
        self.pk = None
        super().save(force_insert=True)

    @classmethod
    def current(cls, *args):
        found = cls.objects.order_by("-change_date").first()
        return found if found is not None else cls(*args)

    @classmethod
    def is_enabled(cls, *key_fields):
        return cls.current(*key_fields).enabled

    @classmethod
    def key_values(cls, *key_fields, **kwargs):
        return list(cls.objects.values_list(*key_fields))

    @classmethod
    def equal_to_current(cls, json, fields_to_ignore=()):
        cls.current()
        return __unknown__
