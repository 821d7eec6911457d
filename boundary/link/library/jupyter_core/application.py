"""What is an application of Jupyter?"""

from traitlets.config import Application


class JupyterApp(Application):
    pass
