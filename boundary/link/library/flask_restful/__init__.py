"""Which methods of a resource does the API call, and what does it read of what they return?"""

from functools import wraps

from flask.views import MethodView


class Resource(MethodView):
    __decorated_by__ = ["decorators", "method_decorators"]
    method_decorators = []


class Api:
    def add_resource(self, resource, *urls, resource_class_args=(), resource_class_kwargs={}, **kwargs):
        resource.as_view("", *resource_class_args, **resource_class_kwargs)

    def resource(self, *urls, **kwargs):
        return lambda cls: cls


def marshal(data, fields, envelope=None):
    pass


def marshal_with(fields, envelope=None, **kwargs):
    def decorate(function):
        @wraps(function)
        def wrapper(*args, **kwargs):
            answer = function(*args, **kwargs)
            marshal(answer, fields)
            return answer

        return wrapper

    return decorate
