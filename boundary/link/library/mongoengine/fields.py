"""Which fields are there?  What the ones that hold files do is in `../../frameworks/mongoengine/parts.py`."""

from mongoengine.base import BaseField, ComplexBaseField, GeoJsonBaseField, ObjectIdField
from mongoengine.queryset import CASCADE, DENY, DO_NOTHING, NULLIFY, PULL

RECURSIVE_REFERENCE_CONSTANT = "self"


class StringField(BaseField):
    pass


class URLField(StringField):
    pass


class EmailField(StringField):
    pass


class IntField(BaseField):
    pass


class LongField(IntField):
    pass


class FloatField(BaseField):
    pass


class DecimalField(BaseField):
    pass


class Decimal128Field(BaseField):
    pass


class BooleanField(BaseField):
    pass


class DateTimeField(BaseField):
    pass


class DateField(DateTimeField):
    pass


class ComplexDateTimeField(StringField):
    pass


class EmbeddedDocumentField(BaseField):
    pass


class GenericEmbeddedDocumentField(BaseField):
    pass


class DynamicField(BaseField):
    pass


class ListField(ComplexBaseField):
    pass


class EmbeddedDocumentListField(ListField):
    pass


class SortedListField(ListField):
    pass


class DictField(ComplexBaseField):
    pass


class MapField(DictField):
    pass


class ReferenceField(BaseField):
    pass


class CachedReferenceField(BaseField):
    pass


class GenericReferenceField(BaseField):
    pass


class LazyReferenceField(BaseField):
    pass


class GenericLazyReferenceField(GenericReferenceField):
    pass


class BinaryField(BaseField):
    pass


class EnumField(BaseField):
    pass


class FileField(BaseField):
    pass


class ImageField(FileField):
    pass


class SequenceField(BaseField):
    pass


class UUIDField(BaseField):
    pass


class GeoPointField(BaseField):
    pass


class PointField(GeoJsonBaseField):
    pass


class LineStringField(GeoJsonBaseField):
    pass


class PolygonField(GeoJsonBaseField):
    pass


class MultiPointField(GeoJsonBaseField):
    pass


class MultiLineStringField(GeoJsonBaseField):
    pass


class MultiPolygonField(GeoJsonBaseField):
    pass


class GridFSProxy:
    """A file that belongs to a document: what is put there is written at once."""

    def put(self, file_obj, **kwargs): ...

    def write(self, string): ...

    def writelines(self, lines): ...

    def replace(self, file_obj, **kwargs):
        self.delete()
        self.put(file_obj, **kwargs)

    def get(self, grid_id=None): ...

    def read(self, size=-1): ...

    def delete(self): ...

    def new_file(self, **kwargs): ...

    def close(self): ...


class ImageGridFsProxy(GridFSProxy):
    pass
