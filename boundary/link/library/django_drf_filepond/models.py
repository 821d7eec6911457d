"""Which rows say what was uploaded?"""

from django.conf import settings
from django.db import models


class TemporaryUpload(models.Model):
    upload_id = models.CharField(primary_key=True, max_length=22)
    file_id = models.CharField(max_length=22)
    file = models.FileField()
    upload_name = models.CharField(max_length=512)
    uploaded = models.DateTimeField(auto_now_add=True)
    upload_type = models.CharField(max_length=1)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE)

    def get_file_path(self):
        return self.file.path


class TemporaryUploadChunked(models.Model):
    upload_id = models.CharField(primary_key=True, max_length=22)
    file_id = models.CharField(max_length=22)
    upload_dir = models.CharField(max_length=512)
    last_chunk = models.IntegerField(default=0)
    offset = models.BigIntegerField(default=0)
    total_size = models.BigIntegerField(default=0)
    upload_name = models.CharField(max_length=512, default="")
    upload_complete = models.BooleanField(default=False)
    last_upload_time = models.DateTimeField(auto_now=True)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE)


class StoredUpload(models.Model):
    upload_id = models.CharField(primary_key=True, max_length=22)
    file = models.FileField(max_length=2048)
    uploaded = models.DateTimeField()
    stored = models.DateTimeField(auto_now_add=True)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE)

    def get_absolute_file_path(self):
        return self.file.name
