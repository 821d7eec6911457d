"""What does the extension keep?  The store of users, for whoever asks the application for it."""


class Security:
    def __init__(self, app=None, datastore=None, register_blueprint=True, **kwargs):
        self.datastore = datastore
        if app is not None:
            self.init_app(app, datastore)

    def init_app(self, app, datastore=None, register_blueprint=None, **kwargs):
        self.datastore = datastore or self.datastore
        app.extensions["security"] = self
        return self
