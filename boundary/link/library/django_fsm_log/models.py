"""In which table are the transitions?"""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class StateLogQuerySet(models.QuerySet):
    def for_(self, obj):
        return self.filter(content_type=ContentType.objects.get_for_model(obj))


class StateLog(models.Model):
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveIntegerField(db_index=True)
    content_object = GenericForeignKey("content_type", "object_id")

    objects = StateLogQuerySet.as_manager()

    class Meta:
        app_label = "django_fsm_log"
