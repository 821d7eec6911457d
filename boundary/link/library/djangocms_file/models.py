"""What is a file, or a folder, on a page?"""

from cms.models import CMSPlugin
from django.db import models
from filer.fields.file import FilerFileField
from filer.fields.folder import FilerFolderField


class AbstractFile(CMSPlugin):
    file_src = FilerFileField(null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        abstract = True


class AbstractFolder(CMSPlugin):
    folder_src = FilerFolderField(null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        abstract = True


class File(AbstractFile):
    class Meta:
        abstract = False
        app_label = "djangocms_file"


class Folder(AbstractFolder):
    class Meta:
        abstract = False
        app_label = "djangocms_file"
