"""In which table are settings kept, that change while the site runs?"""

from django.contrib.sites.models import Site
from django.db import models
from djblets.siteconfig.managers import SiteConfigurationManager


class SiteConfiguration(models.Model):
    site = models.ForeignKey(Site, related_name="config", on_delete=models.CASCADE)
    version = models.CharField(max_length=20)
    settings = models.JSONField(default=dict)
    objects = SiteConfigurationManager()

    class Meta:
        app_label = "siteconfig"
