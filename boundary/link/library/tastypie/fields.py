"""What does a field of a resource take from a row, and what does it make of the input?"""

from django.utils.module_loading import import_string
from tastypie.bundle import Bundle


class ApiField:
    is_m2m = False
    is_related = False
    full = False
    attribute = None

    def __init__(self, attribute=None, default=None, null=False, blank=False, readonly=False, **kwargs):
        if isinstance(attribute, str) or callable(attribute):
            self.attribute = attribute
        self.readonly = readonly

    def convert(self, value):
        return value

    def dehydrate(self, bundle, for_list=True):
        if self.attribute is None:
            return None
        if callable(self.attribute):
            return self.convert(self.attribute(bundle))
        return self.convert(__follow__(bundle.obj, self.attribute.replace("__", ".")))

    def hydrate(self, bundle):
        return __unknown__

    def _shown(self, name, bundle):
        return self.dehydrate(bundle)

    def _taken(self, name, bundle):
        if not self.readonly and not self.is_m2m and self.attribute is not None:
            value = self.hydrate(bundle)
            if not self.is_related:
                setattr(bundle.obj, self.attribute, value)
            elif value is not None:
                setattr(bundle.obj, self.attribute, value.obj)

    def _saved(self, name, bundle):
        pass

    def _saved_m2m(self, name, bundle):
        pass

    def _read_m2m(self, name, bundle):
        pass


class CharField(ApiField): ...


class FileField(ApiField): ...


class IntegerField(ApiField): ...


class FloatField(ApiField): ...


class DecimalField(ApiField): ...


class BooleanField(ApiField): ...


class ListField(ApiField): ...


class DictField(ApiField): ...


class DateField(ApiField): ...


class DateTimeField(ApiField): ...


class TimeField(ApiField): ...


class RelatedField(ApiField):
    is_related = True

    def __init__(self, to, attribute, related_name=None, full=False, readonly=False, **kwargs):
        if isinstance(to, (str, type)):
            self.to = to
        if isinstance(attribute, str) or callable(attribute):
            self.attribute = attribute
        self.related_name = related_name
        self.full = full
        self.readonly = readonly

    @property
    def to_class(self):
        if isinstance(self.to, str):
            return import_string(self.to)
        return self.to

    def get_related_resource(self, related_instance=None):
        return self.to_class()

    def dehydrate_related(self, bundle, related_resource, for_list=True):
        if self.full:
            return related_resource.full_dehydrate(bundle)
        return related_resource.get_resource_uri(bundle)

    def resource_from_uri(self, fk_resource, uri, request=None, related_obj=None, related_name=None):
        bundle = fk_resource.build_bundle(obj=fk_resource.get_via_uri(uri, request=request), request=request)
        return fk_resource.full_dehydrate(bundle)

    def resource_from_data(self, fk_resource, data, request=None, related_obj=None, related_name=None):
        bundle = fk_resource.build_bundle(data=data, request=request)
        bundle.obj = fk_resource.obj_get(bundle)
        bundle = fk_resource.full_hydrate(bundle)
        fk_resource.is_valid(bundle)
        return bundle

    def build_related_resource(self, value, request=None, related_obj=None, related_name=None):
        if self.full and __unknown__:
            return self.resource_from_data(self.to_class(), value, request=request)
        return self.resource_from_uri(self.to_class(), value, request=request)


class ToOneField(RelatedField):
    def dehydrate(self, bundle, for_list=True):
        row = super().dehydrate(bundle, for_list)
        if row is None:
            return None
        return self.dehydrate_related(Bundle(obj=row, request=bundle.request), self.get_related_resource(row))

    def hydrate(self, bundle):
        return self.build_related_resource(__unknown__, request=bundle.request)

    def _saved(self, name, bundle):
        if self.full and not self.readonly:
            resource = self.get_related_resource()
            resource.save(resource.build_bundle(obj=getattr(bundle.obj, self.attribute), request=bundle.request))


class ForeignKey(ToOneField): ...


class OneToOneField(ToOneField): ...


class ToManyField(RelatedField):
    is_m2m = True

    def dehydrate(self, bundle, for_list=True):
        rows = super().dehydrate(bundle, for_list)
        return [
            self.dehydrate_related(Bundle(obj=row, request=bundle.request), self.get_related_resource(row))
            for row in __every__(rows)
        ]

    def hydrate(self, bundle):
        pass

    def hydrate_m2m(self, bundle):
        if self.readonly:
            return None
        return [self.build_related_resource(__unknown__, request=bundle.request)]

    def _read_m2m(self, name, bundle):
        return self.hydrate_m2m(bundle)

    def _saved_m2m(self, name, bundle):
        if self.readonly or self.attribute is None:
            return
        rows = __follow__(bundle.obj, self.attribute)
        rows.clear()
        resource = self.get_related_resource()
        for related in bundle.data[name]:
            if self.full:
                resource.save(related)
            rows.add(related.obj)


class ManyToManyField(ToManyField): ...


class OneToManyField(ToManyField): ...
