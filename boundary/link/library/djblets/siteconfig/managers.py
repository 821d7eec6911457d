"""Which settings hold for this site?"""

from django.db import models


class SiteConfigurationManager(models.Manager):
    def get_current(self):
        return self.get(site=__unknown__)

    def get_for_site_id(self, site_id):
        return self.get(site=site_id)
