"""What do the methods of an API of a mapped class do with its rows?  Each change is committed at once."""

from flask_appbuilder.baseviews import BaseView, RowHooks


def safe(function):
    return function


def protect(allow_browser_login=False):
    return safe


def rison(schema=None):
    return safe


def merge_response_func(func, key):
    return safe


class BaseApi(BaseView):
    def response(self, code, **kwargs):
        return __unknown__


class ModelRestApi(RowHooks, BaseApi):
    __entry_points__ = {"get": "route", "get_list": "route", "post": "route", "put": "route", "delete": "route"}
    datamodel = None
    include_route_methods = None
    exclude_route_methods = set()

    def _reached(self, name):
        if name in self.exclude_route_methods:
            return False
        return self.include_route_methods is None or name in self.include_route_methods

    def pre_get(self, data):
        pass

    def pre_get_list(self, data):
        pass

    def get(self, pk):
        if self._reached("get"):
            return self.get_headless(pk)

    def get_headless(self, pk, **kwargs):
        self.datamodel.get(pk)
        self.pre_get(__unknown__)

    def get_list(self):
        if self._reached("get_list"):
            return self.get_list_headless()

    def get_list_headless(self, **kwargs):
        self.datamodel.query()
        self.pre_get_list(__unknown__)

    def post(self):
        if self._reached("post"):
            return self.post_headless()

    def post_headless(self):
        item = self.datamodel.obj()
        self.pre_add(item)
        self.datamodel.add(item, raise_exception=True)
        self.post_add(item)

    def put(self, pk):
        if self._reached("put"):
            return self.put_headless(pk)

    def put_headless(self, pk):
        item = self.datamodel.get(pk)
        item.id = __unknown__
        self.pre_update(item)
        self.datamodel.edit(item, raise_exception=True)
        self.post_update(item)

    def delete(self, pk):
        if self._reached("delete"):
            return self.delete_headless(pk)

    def delete_headless(self, pk):
        item = self.datamodel.get(pk)
        self.pre_delete(item)
        self.datamodel.delete(item, raise_exception=True)
        self.post_delete(item)
