"""Which method of a resource answers a request, and what does it do with the rows of its model?

A request is answered by an object of each class that is made in the code. Of the methods of HTTP those are answered
that `allowed_methods` lists.
"""

from django.http import HttpRequest, HttpResponse
from djblets.webapi.responses import WebAPIResponsePaginated


class WebAPIResource:
    __entry_points__ = {"__call__": "route"}

    model = None
    fields = {}
    name = None
    name_plural = None
    uri_name = None
    uri_object_key = None
    model_object_key = "pk"
    model_parent_key = None
    last_modified_field = None
    etag_field = None
    singleton = False
    paginated = True
    list_child_resources = []
    item_child_resources = []
    allowed_methods = ("GET",)
    allowed_item_mimetypes = []
    allowed_list_mimetypes = []
    method_mapping = {"GET": "get", "POST": "post", "PUT": "put", "DELETE": "delete"}
    _parent_resource = None

    _answers = False  # a base of others, of which no object is made, is asked by nobody

    def __init__(self):
        self._answers = True
        __mounted__(type(self))

    def __call__(self, request: HttpRequest, api_format=None, *args, **kwargs):
        if not self._answers:
            return HttpResponse()
        if "GET" in self.allowed_methods and __unknown__:
            result = self._asked(request, "GET", self.get, api_format, *args, **kwargs)
        if "GET" in self.allowed_methods and not self.singleton and __unknown__:
            result = self._asked(request, "GET", self.get_list, api_format, *args, **kwargs)
        if "POST" in self.allowed_methods and __unknown__:
            result = self._asked(request, "POST", self.post, api_format, *args, **kwargs)
        if "PUT" in self.allowed_methods and __unknown__:
            result = self._asked(request, "PUT", self.put, api_format, *args, **kwargs)
        if "DELETE" in self.allowed_methods and __unknown__:
            result = self._asked(request, "DELETE", self.delete, api_format, *args, **kwargs)
        return HttpResponse()

    def _asked(self, request, method, view, api_format, *args, **kwargs):
        result = self.call_method_view(request, method, view, *args, **{"api_format": api_format, **kwargs})
        if isinstance(result, tuple):
            for shown in result[1].values():
                self.serialize_object(shown, request=request)
        return result

    def call_method_view(self, request, method, view, *args, **kwargs):
        return view(request, *args, **kwargs)

    def get_object(self, request, *args, id_field=None, **kwargs):
        rows = self.get_queryset(request, *args, **kwargs)
        return rows.get(pk=__unknown__)

    def get_queryset(self, request, is_list=False, *args, **kwargs):
        return self.model.objects.all()

    def build_queryset(self, request, is_list=False, *args, **kwargs):
        return self._get_queryset(request, is_list, *args, **kwargs)

    def _get_queryset(self, request, is_list=False, *args, **kwargs):
        return self.get_queryset(request, *args, is_list=is_list, **kwargs)

    def has_access_permissions(self, request, obj, *args, **kwargs):
        return True

    def has_list_access_permissions(self, request, *args, **kwargs):
        if self._parent_resource is not None:
            return self._parent_resource.has_access_permissions(request, __unknown__, *args, **kwargs)
        return True

    def has_modify_permissions(self, request, obj, *args, **kwargs):
        return False

    def has_delete_permissions(self, request, obj, *args, **kwargs):
        return False

    def get_no_access_error(self, request, *args, **kwargs):
        return __unknown__

    def get(self, request, *args, **kwargs):
        obj = self.get_object(request, *args, **kwargs)
        self.has_access_permissions(request, obj, *args, **kwargs)
        self.get_etag(obj, request)
        self.get_last_modified(request, obj)
        return 200, {"item": obj}

    def get_list(self, request, *args, **kwargs):
        if self.model is None:
            return 200, {}
        self.has_list_access_permissions(request, *args, **kwargs)
        rows = self._get_queryset(request, *args, is_list=True, **kwargs)

        def shown(row):
            return self.serialize_object(row, request=request)

        return WebAPIResponsePaginated(request, queryset=rows, serialize_object_func=shown)

    def post(self, *args, **kwargs):
        return self.create(*args, **kwargs)

    def put(self, request, *args, **kwargs):
        return self.update(request, *args, **kwargs)

    def create(self, request, *args, **kwargs):
        return HttpResponse()

    def update(self, request, *args, **kwargs):
        return HttpResponse()

    def delete(self, request, *args, **kwargs):
        obj = self.get_object(request, *args, **kwargs)
        self.has_delete_permissions(request, obj, *args, **kwargs)
        obj.delete()
        return 204, {}

    def serialize_object(self, obj, *args, **kwargs):
        request = kwargs.get("request", None)
        self.__call_matching__("serialize_", obj, request=request)
        self.get_links(self.item_child_resources, obj, request=request)
        return {**__unknown__}

    def get_serializer_for_object(self, obj):
        return self

    def get_links(self, resources=None, obj=None, request=None, *args, **kwargs):
        self.get_related_links(obj, request, *args, **kwargs)
        return {**__unknown__}

    def get_related_links(self, obj=None, request=None, *args, **kwargs):
        return {}

    def get_parent_object(self, obj):
        return getattr(obj, self.model_parent_key)

    def get_last_modified(self, request, obj):
        return __unknown__

    def get_etag(self, obj, request=None, *args, **kwargs):
        return self.generate_etag(obj, __unknown__, request=request)

    def generate_etag(self, obj, state=None, request=None, encode_etag=True, **kwargs):
        return __unknown__
