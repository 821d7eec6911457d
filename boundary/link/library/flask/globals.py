"""What do the parts of a request share?  What is stored on `g`, and on the contexts themselves."""


class AppContextGlobals:
    pass


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
