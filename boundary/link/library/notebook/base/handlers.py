"""Which handlers do extensions of the classic notebook extend?  They are Tornado's."""

from tornado.web import RequestHandler


class AuthenticatedHandler(RequestHandler):
    pass


class IPythonHandler(AuthenticatedHandler):
    pass


class APIHandler(IPythonHandler):
    pass
