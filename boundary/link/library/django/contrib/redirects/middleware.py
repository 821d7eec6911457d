"""When does the middleware look for a redirect?"""

from django.contrib.redirects.models import Redirect
from django.contrib.sites.shortcuts import get_current_site
from django.utils.deprecation import MiddlewareMixin


class RedirectFallbackMiddleware(MiddlewareMixin):
    def process_response(self, request, response):
        if response.status_code != 404:
            return response
        Redirect.objects.get(site=get_current_site(request), old_path=__unknown__)
        return response
