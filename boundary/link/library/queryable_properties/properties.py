"""What does reading a queryable property ask?  What its annotation follows, of the row that it is read from."""


class QueryableProperty:
    def __init__(self, verbose_name=None): ...

    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        return self.get_value(obj)

    def __set__(self, obj, value):
        self.set_value(obj, value)


class LookupFilterMixin: ...


class SetterMixin: ...


class UpdateMixin: ...


class AnnotationMixin: ...


class AnnotationGetterMixin(AnnotationMixin):
    def __init__(self, cached=None, **kwargs): ...

    def get_queryset(self, model):
        return model._base_manager.all()

    def get_queryset_for_object(self, obj):
        return self.get_queryset(obj.__class__).filter(pk=obj.pk)

    def get_value(self, obj):
        self.get_queryset_for_object(obj).annotate(self.get_annotation(obj.__class__)).get()
        return __unknown__


class AnnotationProperty(AnnotationGetterMixin, QueryableProperty):
    def __init__(self, annotation, **kwargs):
        self.annotation = annotation

    def get_annotation(self, cls):
        return self.annotation


class AggregateProperty(AnnotationProperty):
    pass


class RelatedExistenceCheckProperty(AnnotationGetterMixin, QueryableProperty):
    def __init__(self, relation_path, negated=False, **kwargs): ...

    def get_annotation(self, cls):
        return __unknown__


class SubqueryFieldProperty(AnnotationGetterMixin, QueryableProperty):
    def __init__(self, queryset, field_name, output_field=None, **kwargs):
        self.queryset = queryset

    def get_annotation(self, cls):
        return self.queryset() if callable(self.queryset) else self.queryset


class SubqueryExistenceCheckProperty(SubqueryFieldProperty):
    def __init__(self, queryset, negated=False, **kwargs):
        self.queryset = queryset


class ValueCheckProperty(AnnotationMixin, QueryableProperty):
    def __init__(self, attribute_path, *values, **kwargs):
        self.attribute_path = attribute_path

    def get_value(self, obj):
        return __follow__(obj, self.attribute_path)


class RangeCheckProperty(AnnotationMixin, QueryableProperty):
    def __init__(self, min_attribute_path, max_attribute_path, value, **kwargs): ...


class MappingProperty(ValueCheckProperty):
    def __init__(self, attribute_path, output_field, mappings, default=None, **kwargs):
        self.attribute_path = attribute_path


class queryable_property(AnnotationGetterMixin, QueryableProperty):
    def __init__(self, getter=None, cached=None, annotation_based=False, **kwargs):
        self.gets = getter
        self.annotation_based = annotation_based

    def __call__(self, method):
        if self.annotation_based:
            self.annotates = getattr(method, "__func__", method)
        else:
            self.gets = method
        return self

    def get_value(self, obj):
        if self.annotation_based:
            return super().get_value(obj)
        return self.gets(obj)

    def set_value(self, obj, value):
        self.sets(obj, value)

    def get_annotation(self, cls):
        return self.annotates(cls)

    def getter(self, method=None, cached=None):
        if method is None:
            return self.getter
        self.gets = method
        return self

    def setter(self, method=None, cache_behavior=None):
        if method is None:
            return self.setter
        self.sets = method
        return self

    def annotater(self, method):
        self.annotates = getattr(method, "__func__", method)
        return self

    def updater(self, method):
        return self

    def filter(self, method=None, **kwargs):
        if method is None:
            return self.filter
        return self
