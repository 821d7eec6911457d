"""Which methods of its views does Sanic call?"""


class HTTPMethodView:
    __entry_points__ = {
        "get": "route",
        "post": "route",
        "put": "route",
        "patch": "route",
        "delete": "route",
        "head": "route",
        "options": "route",
    }

    @classmethod
    def as_view(cls, *args, **kwargs):
        cls(*args, **kwargs)


def stream(function):
    return function
