"""What do the parts of a request share?  What is stored on `g`, and on the contexts themselves."""


class AppContextGlobals:
    def get(self, name, default=None):
        return getattr(self, name, default)

    def pop(self, name, default=None):
        return getattr(self, name, default)

    def setdefault(self, name, default=None):
        setattr(self, name, default)
        return getattr(self, name)


class AppContext:
    pass


class RequestContext:
    pass


class AppContexts:
    top = AppContext()


class RequestContexts:
    top = RequestContext()


g = AppContextGlobals()
app_ctx = AppContext()
request_ctx = RequestContext()
_app_ctx_stack = AppContexts()
_request_ctx_stack = RequestContexts()
