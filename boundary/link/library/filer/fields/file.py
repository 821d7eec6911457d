"""What does a field for a file point at?"""

from django.db import models


class FilerFileField(models.ForeignKey):
    __to__ = "filer.File"
