"""What does a field for an image point at?"""

from django.db import models


class FilerImageField(models.ForeignKey):
    __to__ = "filer.Image"
