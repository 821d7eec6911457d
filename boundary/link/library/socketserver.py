"""Which method of a handler does a server call for each request?"""


class BaseRequestHandler:
    __entry_points__ = {"setup": "prepare", "handle": "rpc"}


class StreamRequestHandler(BaseRequestHandler):
    pass


class DatagramRequestHandler(BaseRequestHandler):
    pass
