"""When is the table of sites read?"""

from django.conf import settings
from django.db import models


class SiteManager(models.Manager):
    use_in_migrations = True

    def _get_site_by_id(self, site_id):
        return self.get(pk=site_id)

    def _get_site_by_request(self, request):
        return self.get(domain__iexact=__unknown__)

    def get_current(self, request=None):
        if request and not settings.SITE_ID:
            return self._get_site_by_request(request)
        return self._get_site_by_id(settings.SITE_ID)

    def clear_cache(self):
        pass

    def get_by_natural_key(self, domain):
        return self.get(domain=domain)


class Site(models.Model):
    domain = models.CharField(max_length=100, unique=True)
    name = models.CharField(max_length=50)

    objects = SiteManager()

    class Meta:
        app_label = "sites"
        db_table = "django_site"

    def natural_key(self):
        return (self.domain,)
