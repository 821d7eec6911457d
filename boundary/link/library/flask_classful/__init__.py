"""Which methods of a view class does Flask-Classful call?  All that have public names, as `route` or the verbs say."""


class FlaskView:
    __decorated_by__ = ["decorators"]
    __entry_points__ = {
        "index": "route",
        "get": "route",
        "post": "route",
        "put": "route",
        "patch": "route",
        "delete": "route",
        "before_request": "middleware",
        "after_request": "middleware",
        "*": "route",
    }

    @classmethod
    def register(cls, app, route_base=None, **kwargs):
        pass


def route(rule, **options):
    return lambda function: function


def method(method):
    return lambda function: function
