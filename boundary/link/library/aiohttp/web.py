"""What does an aiohttp application call, and what do it and its requests keep for those that answer them?"""


class UrlDispatcher:
    def add_route(self, method, path, handler, **kwargs):
        pass

    def add_get(self, path, handler, **kwargs):
        pass

    add_post = add_put = add_patch = add_delete = add_head = add_view = add_options = add_get

    def add_routes(self, routes):
        pass


class Signal:
    def append(self, handler):
        handler(__instance__(Application))


class CleanupContext:
    def append(self, handler):
        for one in handler(__instance__(Application)):
            pass


def AppKey(name, t=None):
    return name


RequestKey = AppKey


class _Keeping:
    def __init__(self, **kwargs):
        self._state = {}

    def __setitem__(self, key, value):
        self._state[key] = value

    def __getitem__(self, key):
        return self._state[key]

    def get(self, key, default=None):
        return self._state[key]


class Application(_Keeping):
    router = UrlDispatcher()
    on_startup = on_cleanup = on_shutdown = Signal()
    cleanup_ctx = CleanupContext()

    def add_routes(self, routes):
        pass

    def add_subapp(self, prefix, subapp):
        pass


class Request(_Keeping):
    _state = {}
    app = config_dict = __instance__(Application)


class RouteTableDef:
    def get(self, path, **kwargs):
        pass

    post = put = patch = delete = head = options = view = get

    def route(self, method, path, **kwargs):
        pass


class View:
    request = __instance__(Request)
    __entry_points__ = {"get": "route", "post": "route", "put": "route", "patch": "route", "delete": "route"}


def get(path, handler, **kwargs):
    pass


post = put = patch = delete = head = view = options = get


def route(method, path, handler, **kwargs):
    pass


def middleware(function):
    return function
