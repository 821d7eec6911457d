"""Which site is the current one?"""

from django.contrib.sites.models import Site


def get_current_site():
    return Site.objects.get_current()


def get_site_id(site):
    return __unknown__
