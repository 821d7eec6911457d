from flask_restful import Api as RestfulApi
from flask_restful import Resource, marshal, marshal_with


class Namespace(RestfulApi):
    def route(self, *urls, **kwargs):
        def added(cls):
            self.add_resource(cls, *urls, **kwargs)
            return cls

        return added

    def model(self, name, model=None, **kwargs):
        return model

    def inherit(self, name, parent, specs):
        return {**parent, **specs}

    clone = inherit

    def marshal_with(self, fields, as_list=False, code=200, description=None, **kwargs):
        return marshal_with(fields)

    def marshal_list_with(self, fields, **kwargs):
        return marshal_with(fields)


class Api(Namespace):
    def namespace(self, *args, **kwargs):
        return Namespace()
