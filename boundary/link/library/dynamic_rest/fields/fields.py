"""What do fields read that are shown on demand? A related row is found by its key, or shown by its serializer."""

from rest_framework import fields


class DynamicField(fields.Field):
    def __init__(self, requires=None, deferred=None, field_type=None, immutable=False, **kwargs):
        super().__init__(**kwargs)

    def to_internal_value(self, data):
        return data

    def to_representation(self, value):
        return value


class DynamicComputedField(DynamicField):
    pass


class DynamicMethodField(fields.SerializerMethodField, DynamicField):
    pass


class CountField(DynamicComputedField):
    pass


class DynamicRelationField(DynamicField):
    def __init__(self, serializer_class, many=False, queryset=None, embed=False, **kwargs):
        super().__init__(**kwargs)
        self._serializer_class = serializer_class
        self.queryset = queryset

    @property
    def serializer_class(self):
        return self._serializer_class

    @property
    def root_serializer(self):
        return self.root

    def get_serializer(self, *args, **kwargs):
        return self.serializer_class(*args, **kwargs)

    def to_internal_value_single(self, data, serializer):
        return serializer.Meta.model.objects.get(pk=data)

    def to_internal_value(self, data):
        return self.to_internal_value_single(data, self.get_serializer())
