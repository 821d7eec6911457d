"""How large may a thumbnail be?"""

from django.db import models


class ThumbnailOption(models.Model):
    name = models.CharField(max_length=100)

    class Meta:
        app_label = "filer"
