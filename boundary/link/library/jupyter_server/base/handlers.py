"""Which handlers do extensions of a server of Jupyter extend?  They are Tornado's."""

from jupyter_server.serverapp import ServerApp
from tornado.web import RequestHandler, StaticFileHandler


class AuthenticatedHandler(RequestHandler):
    pass


class JupyterHandler(AuthenticatedHandler):
    @property
    def serverapp(self):
        return __instance__(ServerApp)


class APIHandler(JupyterHandler):
    pass


class AuthenticatedFileHandler(JupyterHandler, StaticFileHandler):
    pass


class FileFindHandler(JupyterHandler, StaticFileHandler):
    pass


class PublicStaticFileHandler(StaticFileHandler):
    pass


class MainHandler(JupyterHandler):
    pass


class Template404(JupyterHandler):
    pass
