"""What is a file?  A row of its own kind; that its contents are stored is noted among the sources of thumbnails."""

from django.conf import settings
from django.db import models
from easy_thumbnails.models import Source
from polymorphic.managers import PolymorphicManager
from polymorphic.models import PolymorphicModel


class FileManager(PolymorphicManager):
    def find_all_duplicates(self):
        return self.get_queryset()


class File(PolymorphicModel):
    folder = models.ForeignKey("filer.Folder", related_name="all_files", null=True, on_delete=models.CASCADE)
    file = models.FileField(null=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, related_name="owned_%(class)ss", null=True, on_delete=models.SET_NULL
    )
    objects = FileManager()

    class Meta:
        app_label = "filer"

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        Source.objects.get_file(None, __unknown__, create=True, update_modified=__unknown__)
