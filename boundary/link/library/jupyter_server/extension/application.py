"""What does an extension that is an application find in its server?  The settings that its handlers have, too."""

from jupyter_core.application import JupyterApp
from jupyter_server.serverapp import ServerApp


class ExtensionAppJinjaMixin:
    pass


class ExtensionApp(JupyterApp):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.handlers, self.settings = [], {}

    @property
    def serverapp(self):
        return __instance__(ServerApp)

    def initialize(self, argv=None):
        self.initialize_settings()
        self.initialize_handlers()
        self.initialize_templates()
        server = ServerApp.web_app
        server.settings = {**server.settings, **self.settings, self.name: self}
        server.add_handlers("", self.handlers)

    def initialize_settings(self):
        pass

    def initialize_handlers(self):
        pass

    def initialize_templates(self):
        pass
