"""What is a folder, and who may see into it?"""

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models


class Folder(models.Model):
    parent = models.ForeignKey("self", null=True, related_name="children", on_delete=models.CASCADE)
    name = models.CharField(max_length=255)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, related_name="filer_owned_folders", on_delete=models.SET_NULL
    )

    class Meta:
        app_label = "filer"

    @property
    def files(self):
        return self.all_files.all()


class FolderPermission(models.Model):
    folder = models.ForeignKey(Folder, null=True, on_delete=models.CASCADE)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, related_name="filer_folder_permissions", on_delete=models.SET_NULL
    )
    group = models.ForeignKey(Group, null=True, related_name="filer_folder_permissions", on_delete=models.SET_NULL)

    class Meta:
        app_label = "filer"
