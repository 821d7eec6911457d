"""Which site is the current one?"""

from django.apps import apps


def get_current_site(request):
    if apps.is_installed("django.contrib.sites"):
        from django.contrib.sites.models import Site

        return Site.objects.get_current(request)
    from django.contrib.sites.requests import RequestSite

    return RequestSite(request)
