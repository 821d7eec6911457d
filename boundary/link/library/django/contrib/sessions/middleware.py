"""When is a session loaded and saved around a request?"""

from importlib import import_module

from django.conf import settings
from django.utils.deprecation import MiddlewareMixin


class SessionMiddleware(MiddlewareMixin):
    def __init__(self, get_response=None):
        super().__init__(get_response)
        self.SessionStore = import_module(settings.SESSION_ENGINE or "django.contrib.sessions.backends.db").SessionStore

    def process_request(self, request):
        request.session = self.SessionStore(__unknown__)

    def process_response(self, request, response):
        if request.session.modified or settings.SESSION_SAVE_EVERY_REQUEST:
            request.session.save()
        return response
