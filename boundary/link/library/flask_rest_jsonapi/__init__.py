"""Which methods of a resource does Flask-REST-JSONAPI call, and what do they do with the rows of its `data_layer`?

The data layer is a part of the resource here, so that each has a model of its own. It commits each change at once.
"""

from functools import wraps

from flask.views import MethodView


def nothing(*args):
    pass


class Api:
    def __init__(self, app=None, blueprint=None, decorators=None):
        pass

    def route(self, resource, view, *urls, **kwargs):
        resource.as_view(view)

    def permission_manager(self, permission_manager):
        self.check_permissions = permission_manager

    def has_permission(self, *args, **kwargs):
        def decorate(view):
            @wraps(view)
            def decorated(*view_args, **view_kwargs):
                self.check_permissions(nothing, view_args, view_kwargs, *args, **kwargs)  # which runs the view
                return view(*view_args, **view_kwargs)

            return decorated

        return decorate


class Resource(MethodView):
    schema = None
    data_layer = {}

    @property
    def session(self):
        return self.data_layer.get("session")

    @property
    def model(self):
        return self.data_layer.get("model")

    @property
    def resource(self):
        return self

    @property
    def _data_layer(self):
        return self

    def _told(self, name):
        return self.data_layer.get("methods", {}).get(name, nothing)

    def _all(self, view_kwargs):
        self._told("before_get_collection")(self, __unknown__, view_kwargs)
        query = self.data_layer.get("methods", {}).get("query")
        rows = query(self, view_kwargs) if query else self.session.query(self.model)
        found = rows.all()
        self._told("after_get_collection")(self, found, __unknown__, view_kwargs)
        return found

    def get_object(self, view_kwargs, get_trashed=False):
        self._told("before_get_object")(self, view_kwargs)
        obj = self.session.query(self.model).one()
        self._told("after_get_object")(self, obj, view_kwargs)
        return obj

    def _relate(self, kind, view_kwargs):
        told = __unknown__, __unknown__, __unknown__
        self._told("before_" + kind + "_relationship")(self, *told, view_kwargs)
        obj = self.get_object(view_kwargs)
        if kind != "get":
            obj.id = __unknown__
            self.session.commit()
            self._told("after_" + kind + "_relationship")(self, obj, True, *told, view_kwargs)
        return self.schema().dump(obj)

    def before_get(self, args, kwargs):
        pass

    def after_get(self, result):
        pass

    def before_post(self, args, kwargs, data=None, json_data=None):
        pass

    def after_post(self, result):
        pass

    def before_patch(self, args, kwargs, data=None, json_data=None):
        pass

    def after_patch(self, result):
        pass

    def before_delete(self, args, kwargs, json_data=None):
        pass

    def after_delete(self, result):
        pass

    def decide_schema(self, json_data):
        pass


class ResourceList(Resource):
    def get(self, *args, **kwargs):
        self.before_get(args, kwargs)
        result = self.schema(many=True).dump(self._all(kwargs))
        self.after_get(result)
        return result

    def post(self, *args, **kwargs):
        self.decide_schema(__unknown__)
        data = self.schema().load(__unknown__)
        self.before_post(args, kwargs, data=data)
        self._told("before_create_object")(self, data, kwargs)
        obj = self.model(**data)
        self.session.add(obj)
        self.session.commit()
        self._told("after_create_object")(self, obj, data, kwargs)
        result = self.schema().dump(obj)
        self.after_post(result)
        return result


class ResourceDetail(Resource):
    def get(self, *args, **kwargs):
        self.before_get(args, kwargs)
        result = self.schema().dump(self.get_object(kwargs))
        self.after_get(result)
        return result

    def patch(self, *args, **kwargs):
        self.decide_schema(__unknown__)
        data = self.schema(partial=True).load(__unknown__)
        self.before_patch(args, kwargs, data=data)
        obj = self.get_object(kwargs)
        self._told("before_update_object")(self, obj, data, kwargs)
        for key, value in data.items():
            setattr(obj, key, value)
        self.session.commit()
        self._told("after_update_object")(self, obj, data, kwargs)
        result = self.schema().dump(obj)
        self.after_patch(result)
        return result

    def delete(self, *args, **kwargs):
        self.before_delete(args, kwargs)
        obj = self.get_object(kwargs)
        self._told("before_delete_object")(self, obj, kwargs)
        self.session.delete(obj)
        self.session.commit()
        self._told("after_delete_object")(self, obj, kwargs)
        self.after_delete(__unknown__)


class ResourceRelationship(Resource):
    def get(self, *args, **kwargs):
        self.before_get(args, kwargs)
        self.after_get(self._relate("get", kwargs))

    def post(self, *args, **kwargs):
        self.before_post(args, kwargs, json_data=__unknown__)
        self.after_post(self._relate("create", kwargs))

    def patch(self, *args, **kwargs):
        self.before_patch(args, kwargs, json_data=__unknown__)
        self.after_patch(self._relate("update", kwargs))

    def delete(self, *args, **kwargs):
        self.before_delete(args, kwargs, json_data=__unknown__)
        self.after_delete(self._relate("delete", kwargs))
