"""Which table is the index, where the database itself is searched?"""

from django.contrib.contenttypes.models import ContentType
from django.db import models


class IndexEntry(models.Model):
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.CharField(max_length=50)

    class Meta:
        app_label = "wagtailsearch"
