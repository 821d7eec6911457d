"""Which methods of a view class does Flask call?"""


class View:
    __entry_points__ = {"dispatch_request": "route"}

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
