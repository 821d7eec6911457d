"""What does a resource do with a request? It finds rows, shows them, takes input and saves it.

Rows that the input holds as a whole are saved with theirs where a field shows them so (`full=True`), too.
"""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from tastypie import fields
from tastypie.authentication import Authentication
from tastypie.authorization import ReadOnlyAuthorization
from tastypie.bundle import Bundle
from tastypie.exceptions import ImmediateHttpResponse, NotFound, Unauthorized
from tastypie.throttle import BaseThrottle
from tastypie.validation import Validation

ALL = 1
ALL_WITH_RELATIONS = 2


class ResourceOptions:
    authentication = Authentication()
    authorization = ReadOnlyAuthorization()
    throttle = BaseThrottle()
    validation = Validation()
    allowed_methods = ["get", "post", "put", "delete", "patch"]
    list_allowed_methods = None
    detail_allowed_methods = None
    object_class = None
    queryset = None
    always_return_data = False
    detail_uri_name = "pk"
    resource_name = __unknown__
    api_name = __unknown__


class Resource:
    __entry_points__ = {"dispatch_list": "route", "dispatch_detail": "route", "get_multiple": "route"}

    _answers = False  # a base of others that is not registered is asked by nobody

    class Meta: ...

    def __init__(self, api_name=None):
        [*self.prepend_urls(), *self.override_urls()]  # routes that name methods

    @property
    def fields(self):
        return __members__(self, fields.ApiField)

    @property
    def base_fields(self):
        return self.fields

    def wrap_view(self, view):
        return getattr(self, view)

    def prepend_urls(self):
        return []

    def override_urls(self):
        return []

    def base_urls(self):
        return []

    @property
    def urls(self):
        self._answers = True
        return [*self.prepend_urls(), *self.override_urls()]

    @property
    def _meta(self):
        class Options(self.Meta, ResourceOptions): ...

        return Options

    @property
    def _list_methods(self):
        if self._meta.list_allowed_methods is None:
            return self._meta.allowed_methods
        return self._meta.list_allowed_methods

    @property
    def _detail_methods(self):
        if self._meta.detail_allowed_methods is None:
            return self._meta.allowed_methods
        return self._meta.detail_allowed_methods

    def dispatch_list(self, request: HttpRequest, **kwargs):
        return self.dispatch("list", request, **kwargs)

    def dispatch_detail(self, request: HttpRequest, **kwargs):
        return self.dispatch("detail", request, **kwargs)

    def dispatch(self, request_type, request: HttpRequest, **kwargs):
        if not self._answers:
            return HttpResponse()
        self.method_check(request)
        self.is_authenticated(request)
        self.throttle_check(request)
        response = HttpResponse()
        if request_type == "list":
            if "get" in self._list_methods and __unknown__:
                response = self.get_list(request, **kwargs)
            if "post" in self._list_methods and __unknown__:
                response = self.post_list(request, **kwargs)
            if "put" in self._list_methods and __unknown__:
                response = self.put_list(request, **kwargs)
            if "delete" in self._list_methods and __unknown__:
                response = self.delete_list(request, **kwargs)
            if "patch" in self._list_methods and __unknown__:
                response = self.patch_list(request, **kwargs)
        else:
            if "get" in self._detail_methods and __unknown__:
                response = self.get_detail(request, **kwargs)
            if "post" in self._detail_methods and __unknown__:
                response = self.post_detail(request, **kwargs)
            if "put" in self._detail_methods and __unknown__:
                response = self.put_detail(request, **kwargs)
            if "delete" in self._detail_methods and __unknown__:
                response = self.delete_detail(request, **kwargs)
            if "patch" in self._detail_methods and __unknown__:
                response = self.patch_detail(request, **kwargs)
        self.log_throttled_access(request)
        return response

    def method_check(self, request, allowed=None):
        return __unknown__

    def is_authenticated(self, request):
        self._meta.authentication.is_authenticated(request)

    def throttle_check(self, request):
        identifier = self._meta.authentication.get_identifier(request)
        self._meta.throttle.should_be_throttled(identifier)

    def log_throttled_access(self, request):
        identifier = self._meta.authentication.get_identifier(request)
        self._meta.throttle.accessed(identifier)

    def unauthorized_result(self, exception):
        raise ImmediateHttpResponse(response=HttpResponse())

    def _asked(self, question, object_list, bundle):
        authorization = self._meta.authorization
        try:
            return getattr(authorization, question)(object_list, bundle)
        except Unauthorized as error:
            self.unauthorized_result(error)

    def authorized_read_list(self, object_list, bundle):
        return self._asked("read_list", object_list, bundle)

    def authorized_read_detail(self, object_list, bundle):
        return self._asked("read_detail", object_list, bundle)

    def authorized_create_list(self, object_list, bundle):
        return self._asked("create_list", object_list, bundle)

    def authorized_create_detail(self, object_list, bundle):
        return self._asked("create_detail", object_list, bundle)

    def authorized_update_list(self, object_list, bundle):
        return self._asked("update_list", object_list, bundle)

    def authorized_update_detail(self, object_list, bundle):
        return self._asked("update_detail", object_list, bundle)

    def authorized_delete_list(self, object_list, bundle):
        return self._asked("delete_list", object_list, bundle)

    def authorized_delete_detail(self, object_list, bundle):
        return self._asked("delete_detail", object_list, bundle)

    def _new(self):
        if self._meta.object_class is not None:
            return self._meta.object_class()
        if self._meta.queryset is not None:
            return self._meta.queryset.model()
        return None

    def build_bundle(self, obj=None, data=None, request=None, objects_saved=None, via_uri=None):
        if obj is None:
            obj = self._new()
        return Bundle(obj=obj, data=data, request=request, via_uri=via_uri)

    def build_filters(self, filters=None, ignore_bad_filters=False):
        return {**__unknown__}

    def apply_sorting(self, obj_list, options=None):
        return obj_list

    def get_bundle_detail_data(self, bundle):
        return __unknown__

    def get_resource_uri(self, bundle_or_obj=None, url_name=""):
        return __unknown__

    def get_via_uri(self, uri, request=None):
        return self.obj_get(bundle=self.build_bundle(request=request))

    def deserialize(self, request, data, format=None):
        return __unknown__

    def serialize(self, request, data, format, options=None):
        return __unknown__

    def alter_list_data_to_serialize(self, request, data):
        return data

    def alter_detail_data_to_serialize(self, request, data):
        return data

    def alter_deserialized_list_data(self, request, data):
        return data

    def alter_deserialized_detail_data(self, request, data):
        return data

    def full_dehydrate(self, bundle, for_list=False):
        __call_members__(self.fields, "_shown", bundle)
        self.__call_matching__("dehydrate_", bundle)
        return self.dehydrate(bundle)

    def dehydrate(self, bundle):
        return bundle

    def full_hydrate(self, bundle):
        bundle = self.hydrate(bundle)
        self.__call_matching__("hydrate_", bundle)
        __call_members__(self.fields, "_taken", bundle)
        return bundle

    def hydrate(self, bundle):
        return bundle

    def hydrate_m2m(self, bundle):
        bundle.data = __call_members__(self.fields, "_read_m2m", bundle)
        return bundle

    def get_object_list(self, request):
        raise NotImplementedError

    def obj_get_list(self, bundle, **kwargs):
        raise NotImplementedError

    def cached_obj_get_list(self, bundle, **kwargs):
        return self.obj_get_list(bundle=bundle, **kwargs)

    def obj_get(self, bundle, **kwargs):
        raise NotImplementedError

    def cached_obj_get(self, bundle, **kwargs):
        return self.obj_get(bundle=bundle, **kwargs)

    def obj_create(self, bundle, **kwargs):
        raise NotImplementedError

    def obj_update(self, bundle, **kwargs):
        raise NotImplementedError

    def obj_delete_list(self, bundle, **kwargs):
        raise NotImplementedError

    def obj_delete_list_for_update(self, bundle, **kwargs):
        raise NotImplementedError

    def obj_delete(self, bundle, **kwargs):
        raise NotImplementedError

    def create_response(self, request, data, response_class=HttpResponse, **response_kwargs):
        self.serialize(request, data, __unknown__)
        return response_class()

    def error_response(self, request, errors, response_class=None):
        return HttpResponse()

    def is_valid(self, bundle):
        self._meta.validation.is_valid(bundle, bundle.request)
        return __unknown__

    def rollback(self, bundles):
        raise NotImplementedError

    def get_list(self, request, **kwargs):
        rows = self.obj_get_list(bundle=self.build_bundle(request=request), **kwargs)
        rows = self.apply_sorting(rows, options=request.GET)
        bundles = [self.full_dehydrate(self.build_bundle(obj=row, request=request), for_list=True) for row in rows]
        return self.create_response(request, self.alter_list_data_to_serialize(request, {"objects": bundles}))

    def get_detail(self, request, **kwargs):
        row = self.cached_obj_get(bundle=self.build_bundle(request=request), **kwargs)
        return self._shown(request, self.build_bundle(obj=row, request=request))

    def _shown(self, request, bundle):
        bundle = self.full_dehydrate(bundle)
        return self.create_response(request, self.alter_detail_data_to_serialize(request, bundle))

    def _input(self, request):
        return self.alter_deserialized_detail_data(request, self.deserialize(request, request.body))

    def _returned(self, request, bundle):
        if self._meta.always_return_data:
            return self._shown(request, bundle)
        return HttpResponse()

    def post_list(self, request, **kwargs):
        bundle = self.build_bundle(data=self._input(request), request=request)
        return self._returned(request, self.obj_create(bundle, **kwargs))

    def post_detail(self, request, **kwargs):
        return HttpResponse()

    def put_list(self, request, **kwargs):
        data = self.alter_deserialized_list_data(request, self.deserialize(request, request.body))
        self.obj_delete_list_for_update(bundle=self.build_bundle(request=request), **kwargs)
        bundle = self.build_bundle(data=data, request=request)
        try:
            self.obj_create(bundle=bundle, **kwargs)
        except ImmediateHttpResponse:
            self.rollback([bundle])
            raise
        return self._returned(request, bundle)

    def put_detail(self, request, **kwargs):
        bundle = self.build_bundle(data=self._input(request), request=request)
        try:
            bundle = self.obj_update(bundle=bundle, **kwargs)
        except NotFound:
            bundle = self.obj_create(bundle=bundle, **kwargs)
        return self._returned(request, bundle)

    def delete_list(self, request, **kwargs):
        self.obj_delete_list(bundle=self.build_bundle(request=request), **kwargs)
        return HttpResponse()

    def delete_detail(self, request, **kwargs):
        self.obj_delete(bundle=self.build_bundle(request=request), **kwargs)
        return HttpResponse()

    def patch_list(self, request, **kwargs):
        data = self.deserialize(request, request.body)
        if __unknown__:
            bundle = self.build_bundle(obj=self.get_via_uri(__unknown__, request=request), request=request)
            bundle = self.alter_detail_data_to_serialize(request, self.full_dehydrate(bundle, for_list=True))
            self.update_in_place(request, bundle, data)
        elif __unknown__:
            data = self.alter_deserialized_detail_data(request, data)
            bundle = self.build_bundle(data=data, request=request)
            self.obj_create(bundle=bundle)
        elif "delete" in self._detail_methods:
            row = self.get_via_uri(__unknown__, request=request)
            self.obj_delete(bundle=self.build_bundle(obj=row, request=request))
        return HttpResponse()

    def patch_detail(self, request, **kwargs):
        row = self.cached_obj_get(bundle=self.build_bundle(request=request), **kwargs)
        bundle = self.full_dehydrate(self.build_bundle(obj=row, request=request))
        bundle = self.alter_detail_data_to_serialize(request, bundle)
        self.update_in_place(request, bundle, self.deserialize(request, request.body))
        return self._returned(request, bundle)

    def update_in_place(self, request, original_bundle, new_data):
        self.alter_deserialized_detail_data(request, original_bundle.data)
        return self.obj_update(bundle=original_bundle, request=request)

    def get_schema(self, request, **kwargs):
        return self.create_response(request, self.build_schema())

    def build_schema(self):
        return {**__unknown__}

    def get_multiple(self, request: HttpRequest, **kwargs):
        if not self._answers:
            return HttpResponse()
        self.is_authenticated(request)
        self.throttle_check(request)
        for row in self.obj_get_list(bundle=self.build_bundle(request=request)):
            self.full_dehydrate(self.build_bundle(obj=row, request=request), for_list=True)
        self.log_throttled_access(request)
        return HttpResponse()


class BaseModelResource(Resource):
    def get_object_list(self, request):
        return self._meta.queryset.all()

    def apply_filters(self, request, applicable_filters):
        return self.get_object_list(request).filter()

    def obj_get_list(self, bundle, **kwargs):
        rows = self.apply_filters(bundle.request, self.build_filters(filters={}))
        return self.authorized_read_list(rows, bundle)

    def obj_get(self, bundle, **kwargs):
        rows = self.apply_filters(bundle.request, self.build_filters(filters=kwargs, ignore_bad_filters=True))
        row = rows[0]
        bundle.obj = row
        self.authorized_read_detail(rows, bundle)
        return row

    def obj_create(self, bundle, **kwargs):
        bundle.obj = self._new()
        for key, value in kwargs.items():
            setattr(bundle.obj, key, value)
        return self.save(self.full_hydrate(bundle))

    def obj_update(self, bundle, skip_errors=False, **kwargs):
        if __unknown__:
            bundle.obj = self.obj_get(bundle=bundle, **kwargs)
        return self.save(self.full_hydrate(bundle), skip_errors=skip_errors)

    def obj_delete_list(self, bundle, **kwargs):
        self.authorized_delete_list(self.obj_get_list(bundle=bundle, **kwargs), bundle).delete()

    def obj_delete_list_for_update(self, bundle, **kwargs):
        self.authorized_update_list(self.obj_get_list(bundle=bundle, **kwargs), bundle).delete()

    def obj_delete(self, bundle, **kwargs):
        bundle.obj = self.obj_get(bundle=bundle, **kwargs)
        self.authorized_delete_detail(self.get_object_list(bundle.request), bundle)
        bundle.obj.delete()

    def patch_list(self, request, **kwargs):
        with transaction.atomic():
            return super().patch_list(request, **kwargs)

    def rollback(self, bundles):
        for bundle in bundles:
            bundle.obj.delete()

    def save(self, bundle, skip_errors=False):
        self.is_valid(bundle)
        if __unknown__:
            self.authorized_update_detail(self.get_object_list(bundle.request), bundle)
        else:
            self.authorized_create_detail(self.get_object_list(bundle.request), bundle)
        self.save_related(bundle)
        bundle.obj.save()
        self.save_m2m(self.hydrate_m2m(bundle))
        return bundle

    def save_related(self, bundle):
        __call_members__(self.fields, "_saved", bundle)

    def save_m2m(self, bundle):
        __call_members__(self.fields, "_saved_m2m", bundle)


class ModelResource(BaseModelResource):
    pass


class NamespacedModelResource(ModelResource):
    pass
