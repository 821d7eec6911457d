"""What does a server of Jupyter hand to its extensions?"""

from jupyter_core.application import JupyterApp
from tornado.web import Application


class ServerApp(JupyterApp):
    web_app = Application([])  # one a process, whose settings all handlers have
