"""Which tables know the thumbnails?"""

from django.db import models
from django.utils import timezone


class FileManager(models.Manager):
    def get_file(self, storage, name, create=False, update_modified=None, check_cache_miss=False, **kwargs):
        if create:
            obj, created = self.get_or_create(name=name)
        else:
            obj = self.get(name=name)
        if update_modified and __unknown__:
            self.filter(pk=obj.pk).update(modified=update_modified)
        return obj


class ThumbnailManager(FileManager):
    pass


class File(models.Model):
    storage_hash = models.CharField(max_length=40, db_index=True)
    name = models.CharField(max_length=255, db_index=True)
    modified = models.DateTimeField(default=timezone.now)

    objects = FileManager()

    class Meta:
        abstract = True


class Source(File):
    class Meta:
        app_label = "easy_thumbnails"


class Thumbnail(File):
    source = models.ForeignKey(Source, related_name="thumbnails", on_delete=models.CASCADE)

    objects = ThumbnailManager()

    class Meta:
        app_label = "easy_thumbnails"


class ThumbnailDimensions(models.Model):
    thumbnail = models.OneToOneField(Thumbnail, related_name="dimensions", on_delete=models.CASCADE)
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)

    class Meta:
        app_label = "easy_thumbnails"
