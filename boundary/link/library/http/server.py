"""Which methods of a handler does the server of the standard library call for requests?"""

from http._unread import Answering  # headers, streams: nothing of the application


class BaseHTTPRequestHandler(Answering):
    __entry_points__ = {
        "do_GET": "route",
        "do_HEAD": "route",
        "do_POST": "route",
        "do_PUT": "route",
        "do_PATCH": "route",
        "do_DELETE": "route",
        "do_OPTIONS": "route",
    }


class SimpleHTTPRequestHandler(BaseHTTPRequestHandler):
    pass
