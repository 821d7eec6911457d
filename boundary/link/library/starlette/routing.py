"""What does a Starlette application call?"""

from starlette.datastructures import State
from starlette.requests import HTTPConnection


class Router:
    state = __instance__(State)

    def __init__(self, *args, routes=None, middleware=None, lifespan=None, on_startup=None, on_shutdown=None, **kwargs):
        if lifespan is not None:
            with lifespan(self) as kept:
                for name in kept:
                    setattr(HTTPConnection.state, name, kept[name])

    def add_route(self, path, endpoint, **kwargs):
        pass

    def route(self, path, **kwargs):
        pass

    def mount(self, path, app, name=None):
        pass

    def websocket_route(self, path, **kwargs):
        pass

    def on_event(self, event):
        pass

    def add_event_handler(self, event, function):
        pass

    def middleware(self, kind):
        pass

    def add_middleware(self, middleware_class, *args, **kwargs):
        middleware_class(__answer__, *args, **kwargs)

    def exception_handler(self, error):
        pass


def Route(path, endpoint, **kwargs):
    pass


WebSocketRoute = Route


def Mount(path, app=None, routes=None, **kwargs):
    pass
