"""What do Pecan's controllers share with its hooks?  The request, on whose `context` hooks put what controllers take."""

from pecan import hooks, rest


class Request:
    context = {}


class Response:
    pass


request = Request()
response = Response()


def expose(*args, **kwargs):
    pass
