"""Relations; the linker reads their arguments where they are written."""

from django.db.models.fields import Field


class RelatedField(Field): ...


class ForeignObject(RelatedField): ...


class ForeignKey(ForeignObject): ...


class OneToOneField(ForeignKey): ...


class ManyToManyField(RelatedField): ...
