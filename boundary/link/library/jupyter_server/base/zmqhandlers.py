"""Which sockets do extensions of a server of Jupyter extend?"""

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.base.websocket import WebSocketMixin
from tornado.websocket import WebSocketHandler


class ZMQStreamHandler(WebSocketMixin, WebSocketHandler):
    pass


class AuthenticatedZMQStreamHandler(ZMQStreamHandler, JupyterHandler):
    pass
