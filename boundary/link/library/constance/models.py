"""Which table holds live settings?"""

from django.db import models


class Constance(models.Model):
    key = models.CharField(max_length=255, unique=True)
    value = models.TextField(null=True, blank=True, editable=False)

    class Meta:
        app_label = "constance"
