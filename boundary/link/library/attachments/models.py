"""Which table says what is attached to an object?"""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class AttachmentManager(models.Manager):
    def attachments_for_object(self, obj):
        object_type = ContentType.objects.get_for_model(obj)
        return self.filter(content_type__pk=object_type.id, object_id=obj.pk)


class Attachment(models.Model):
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.CharField(max_length=64)
    content_object = GenericForeignKey("content_type", "object_id")
    creator = models.ForeignKey(settings.AUTH_USER_MODEL, related_name="created_attachments", on_delete=models.CASCADE)
    attachment_file = models.FileField()
    created = models.DateTimeField(auto_now_add=True)
    modified = models.DateTimeField(auto_now=True)

    objects = AttachmentManager()

    class Meta:
        app_label = "attachments"

    @property
    def filename(self):
        return __unknown__

    def attach_to(self, new_object, update_path=False):
        self.content_type = ContentType.objects.get_for_model(new_object)
        self.save()
