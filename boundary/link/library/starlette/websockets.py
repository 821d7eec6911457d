from starlette.requests import HTTPConnection


class WebSocket(HTTPConnection):
    pass
