"""What does a field for a folder point at?"""

from django.db import models


class FilerFolderField(models.ForeignKey):
    __to__ = "filer.Folder"
