"""What does a field of a document take from a row? What attributes lead to, and of rows that those give, of each."""


class DEDField:
    def __init__(self, attr=None, **kwargs):
        self._attr = attr or None
        self._properties = None

    def _prepare_named(self, name, obj):
        return self.get_value_from_instance(obj, None, self._attr or name)

    def get_value_from_instance(self, instance, field_value_to_ignore=None, path=None):
        return __along__(instance, path or self._attr)


class ObjectField(DEDField):
    def __init__(self, attr=None, doc_class=None, properties=None, **kwargs):
        self._attr = attr or None
        self._properties = properties or None
        self._doc_class = doc_class or None

    def _prepare_named(self, name, obj):
        row = __each__(self.get_value_from_instance(obj, None, self._attr or name))
        __call_members__(self._properties, "_prepare_named", row)
        if self._doc_class is not None:
            self._doc_class().prepare(row)


class NestedField(ObjectField): ...


class BooleanField(DEDField): ...


class ByteField(DEDField): ...


class CompletionField(DEDField): ...


class DateField(DEDField): ...


class DoubleField(DEDField): ...


class FileField(DEDField): ...


class FloatField(DEDField): ...


class GeoPointField(DEDField): ...


class GeoShapeField(DEDField): ...


class IntegerField(DEDField): ...


class IpField(DEDField): ...


class KeywordField(DEDField): ...


class LongField(DEDField): ...


class ScaledFloatField(DEDField): ...


class SearchAsYouTypeField(DEDField): ...


class ShortField(DEDField): ...


class TextField(DEDField): ...


class TimeField(DEDField): ...


def ListField(field):
    return field
