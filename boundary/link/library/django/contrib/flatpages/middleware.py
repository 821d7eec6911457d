"""When does the middleware serve a flat page?"""

from django.contrib.flatpages.views import flatpage
from django.utils.deprecation import MiddlewareMixin


class FlatpageFallbackMiddleware(MiddlewareMixin):
    def process_response(self, request, response):
        if response.status_code != 404:
            return response
        return flatpage(request, __unknown__)
