"""Which methods of a view class does Flask call?"""


class View:
    __entry_points__ = {"dispatch_request": "route"}
    __decorated_by__ = ["decorators"]
    __answers__ = "methods"
    decorators = []

    @classmethod
    def as_view(cls, name, *args, **kwargs):
        pass


class MethodView(View):
    __entry_points__ = {
        "dispatch_request": "route",
        "get": "route",
        "post": "route",
        "put": "route",
        "patch": "route",
        "delete": "route",
        "head": "route",
    }
