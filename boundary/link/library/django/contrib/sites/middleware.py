"""What puts the current site on a request?"""

from django.contrib.sites.shortcuts import get_current_site
from django.utils.deprecation import MiddlewareMixin


class CurrentSiteMiddleware(MiddlewareMixin):
    def process_request(self, request):
        request.site = get_current_site(request)
