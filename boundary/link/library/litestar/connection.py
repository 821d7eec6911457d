"""What does a request of Litestar's know?  Its application, and what is kept on it; the rest is from outside."""

from litestar.app import Litestar
from litestar.connection.base import ASGIConnection as FromOutside
from litestar.datastructures import RequestState


class ASGIConnection(FromOutside):
    app = __instance__(Litestar)
    state = __instance__(RequestState)


class Request(ASGIConnection):
    pass


class WebSocket(ASGIConnection):
    pass
