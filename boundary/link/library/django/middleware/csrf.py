"""What does the CSRF middleware offer?"""

from django.utils.deprecation import MiddlewareMixin


class CsrfViewMiddleware(MiddlewareMixin):
    def process_request(self, request):
        pass

    def process_view(self, request, callback, callback_args, callback_kwargs):
        pass

    def process_response(self, request, response):
        return response


def get_token(request):
    return __unknown__


def rotate_token(request):
    pass
