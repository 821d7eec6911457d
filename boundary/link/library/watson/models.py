"""Which table is the index?"""

from django.contrib.contenttypes.models import ContentType
from django.db import models


class SearchEntry(models.Model):
    engine_slug = models.CharField(max_length=200)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.TextField()
    title = models.CharField(max_length=1000)
    description = models.TextField(blank=True)
    content = models.TextField(blank=True)
    url = models.CharField(max_length=1000, blank=True)
    meta_encoded = models.TextField()

    @property
    def meta(self):
        return __unknown__
