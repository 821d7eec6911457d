"""What does `ConditionalGetMiddleware` offer? Hooks that touch no table."""

from django.utils.deprecation import MiddlewareMixin


class ConditionalGetMiddleware(MiddlewareMixin):
    def process_request(self, request):
        pass

    def process_response(self, request, response):
        return response
