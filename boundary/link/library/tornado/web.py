"""Which methods of its handlers does Tornado call, and what do they find in the application's settings?"""

from tornado._unread import Responding  # arguments, headers, cookies: nothing of the application
from tornado.httputil import HTTPServerRequest


class Application:
    def __init__(self, handlers=None, default_host=None, transforms=None, **settings):
        RequestHandler.application = self
        self.settings = settings
        self.add_handlers("", handlers)

    def add_handlers(self, host_pattern, host_handlers):
        for rule in host_handlers:
            rule[1](self, HTTPServerRequest(), **rule[2])

    def listen(self, port, **kwargs):
        pass


class RequestHandler(Responding):
    __entry_points__ = {
        "prepare": "route",
        "get": "route",
        "post": "route",
        "put": "route",
        "patch": "route",
        "delete": "route",
        "head": "route",
        "options": "route",
        "on_finish": "route",
        "on_connection_close": "route",
    }
    application = __unknown__

    def __init__(self, application, request, **kwargs):
        self.application = application
        self.request = request
        self.initialize(**kwargs)

    def initialize(self):
        pass

    @property
    def settings(self):
        return self.application.settings

    @property
    def current_user(self):
        return self.get_current_user()

    def get_current_user(self):
        return None


class StaticFileHandler(RequestHandler):
    pass


class ErrorHandler(RequestHandler):
    pass


class RedirectHandler(RequestHandler):
    pass


def url(pattern, handler, kwargs=None, name=None):
    return (pattern, handler, kwargs, name)


URLSpec = url


def authenticated(method):
    return method
