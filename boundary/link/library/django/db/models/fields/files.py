"""Files; their contents are not in the database."""

from django.db.models.fields import Field


class FieldFile: ...


class FileField(Field): ...


class ImageFieldFile(FieldFile): ...


class ImageField(FileField): ...
