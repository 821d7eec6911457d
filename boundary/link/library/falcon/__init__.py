"""What is a request to Falcon?  What it keeps for those that answer it."""


class Context:
    pass


class Request:
    context = __instance__(Context)
