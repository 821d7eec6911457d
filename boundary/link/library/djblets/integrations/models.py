"""Which columns does the configuration of an integration have?"""

from django.db import models


class BaseIntegrationConfig(models.Model):
    integration_id = models.CharField(max_length=255)
    name = models.CharField(max_length=255)
    enabled = models.BooleanField(default=False)
    settings = models.JSONField(default=dict)
    last_updated = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True
