"""What does a Starlette application call?"""


class Router:
    def add_route(self, path, endpoint, **kwargs):
        pass

    def route(self, path, **kwargs):
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
        middleware_class(self, *args, **kwargs)

    def exception_handler(self, error):
        pass


def Route(path, endpoint, **kwargs):
    pass


WebSocketRoute = Route


def Mount(path, app=None, routes=None, **kwargs):
    pass
