"""Which method of a handler does a server call for each request?"""

from socketserver._unread import Connected  # the socket, its streams: nothing of the application


class BaseRequestHandler(Connected):
    __entry_points__ = {"setup": "prepare", "handle": "rpc"}


class StreamRequestHandler(BaseRequestHandler):
    pass


class DatagramRequestHandler(BaseRequestHandler):
    pass
