"""Which table holds the log?"""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models


class LogEntryManager(models.Manager):
    def log_create(self, instance, force_log=False, **kwargs):
        kwargs.setdefault("content_type", ContentType.objects.get_for_model(instance))
        str(instance)
        if hasattr(instance, "get_additional_data"):
            instance.get_additional_data()
        return self.create(**kwargs)

    def log_m2m_changes(self, changed_queryset, instance, operation, field_name, **kwargs):
        [str(row) for row in changed_queryset]
        return self.log_create(instance, **kwargs)

    def get_for_object(self, instance):
        return self.filter(object_pk=instance.pk)

    def get_for_objects(self, queryset):
        return self.filter(object_pk__in=queryset)


class LogEntry(models.Model):
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_pk = models.CharField(db_index=True, max_length=255)
    action = models.PositiveSmallIntegerField()
    changes = models.JSONField(null=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, blank=True, null=True, related_name="+"
    )
    timestamp = models.DateTimeField(db_index=True)

    objects = LogEntryManager()

    class Meta:
        app_label = "auditlog"
