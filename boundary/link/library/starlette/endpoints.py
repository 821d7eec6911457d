class HTTPEndpoint:
    __entry_points__ = {"get": "route", "post": "route", "put": "route", "patch": "route", "delete": "route"}


class WebSocketEndpoint:
    __entry_points__ = {"on_connect": "route", "on_receive": "route", "on_disconnect": "route"}
