"""Which methods of a view class does Flask-Classful call?  Those of the verbs, and those that are routed."""


class FlaskView:
    __entry_points__ = {
        "index": "route",
        "get": "route",
        "post": "route",
        "put": "route",
        "patch": "route",
        "delete": "route",
        "before_request": "middleware",
        "after_request": "middleware",
    }

    @classmethod
    def register(cls, app, route_base=None, **kwargs):
        pass


def route(rule, **options):
    return lambda function: function


def method(method):
    return lambda function: function
