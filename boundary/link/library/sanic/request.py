"""What does a request to Sanic keep?  What it and its application are given, on their `ctx`."""


class Context:
    pass


class ApplicationContext(Context):
    pass


class Application:
    ctx = __instance__(ApplicationContext)


class Request:
    app = __instance__(Application)
    ctx = __instance__(Context)
