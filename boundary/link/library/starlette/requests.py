"""What does a request say?  Nothing of the database: only what is kept on it (`state`, `user`) may be anything."""

from starlette.applications import Starlette
from starlette.datastructures import URL, RequestState


class HTTPConnection:
    scope: dict = __unknown__
    app = __instance__(Starlette)
    state = __instance__(RequestState)


class Request(HTTPConnection):
    url = __instance__(URL)
    base_url = __instance__(URL)

    def url_for(self, name, **path):
        return URL()

    def body(self):
        return str(self)

    def json(self):
        return __unknown__

    def form(self, **limits):
        return FormData()

    def stream(self):
        return __unknown__

    def is_disconnected(self):
        return __unknown__

    @property
    def headers(self):
        return Sent()

    @property
    def cookies(self):
        return Sent()

    @property
    def query_params(self):
        return Sent()


class Sent:
    def get(self, key, default=None):
        return __unknown__

    def getlist(self, key):
        return __unknown__

    def multi_items(self):
        return __unknown__

    def items(self):
        return __unknown__

    def keys(self):
        return __unknown__

    def values(self):
        return __unknown__


class FormData(Sent):
    def close(self):
        pass
