"""What does an aiohttp application call?"""


class UrlDispatcher:
    def add_route(self, method, path, handler, **kwargs):
        pass

    def add_get(self, path, handler, **kwargs):
        pass

    add_post = add_put = add_patch = add_delete = add_head = add_view = add_options = add_get

    def add_routes(self, routes):
        pass


class Application:
    router = UrlDispatcher()
    on_startup = []
    on_cleanup = []

    def add_routes(self, routes):
        pass


class RouteTableDef:
    def get(self, path, **kwargs):
        pass

    post = put = patch = delete = head = options = view = get

    def route(self, method, path, **kwargs):
        pass


class View:
    __entry_points__ = {"get": "route", "post": "route", "put": "route", "patch": "route", "delete": "route"}


def get(path, handler, **kwargs):
    pass


post = put = patch = delete = head = view = options = get


def route(method, path, handler, **kwargs):
    pass


def middleware(function):
    return function
