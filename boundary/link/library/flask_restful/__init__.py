"""Which methods of a resource does the API call?"""

from flask.views import MethodView


class Resource(MethodView):
    pass


class Api:
    def add_resource(self, resource, *urls, **kwargs):
        pass

    def resource(self, *urls, **kwargs):
        return lambda cls: cls


def marshal_with(*args, **kwargs):
    return lambda function: function
