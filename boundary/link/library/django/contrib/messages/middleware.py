"""What does the middleware of messages do?"""

from django.utils.deprecation import MiddlewareMixin


class MessageMiddleware(MiddlewareMixin):
    def process_request(self, request):
        pass

    def process_response(self, request, response):
        return response
