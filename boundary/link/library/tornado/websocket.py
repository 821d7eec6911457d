"""Which methods of its sockets does Tornado call?"""

from tornado.web import RequestHandler


class WebSocketHandler(RequestHandler):
    __entry_points__ = {
        "open": "route",
        "on_message": "route",
        "on_close": "route",
        "on_ping": "route",
        "on_pong": "route",
    }
