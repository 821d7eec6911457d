"""Fields for geometries; what they hold are plain values."""

from rest_framework.fields import Field, SerializerMethodField


class GeometryField(Field): ...


class GeometrySerializerMethodField(SerializerMethodField): ...
