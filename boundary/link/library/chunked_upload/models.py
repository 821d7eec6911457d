"""Which table holds what has come so far?"""

from django.conf import settings
from django.db import models


class AbstractChunkedUpload(models.Model):
    upload_id = models.CharField(max_length=32, unique=True)
    file = models.FileField(max_length=255)
    filename = models.CharField(max_length=255)
    offset = models.BigIntegerField(default=0)
    status = models.PositiveSmallIntegerField(default=1)
    completed_on = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    def append_chunk(self, chunk, chunk_size=None, save=True):
        if save:
            self.save()

    def delete(self, delete_file=True, *args, **kwargs):
        super().delete(*args, **kwargs)

    def get_uploaded_file(self):
        return __unknown__


class ChunkedUpload(AbstractChunkedUpload):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="chunked_uploads")

    class Meta:
        app_label = "chunked_upload"
