"""Which pages does the sitemap of flat pages list?"""

from django.contrib.sitemaps import Sitemap
from django.contrib.sites.models import Site


class FlatPageSitemap(Sitemap):
    def items(self):
        return Site.objects.get_current().flatpage_set.filter(registration_required=False)
