"""Relations; the linker reads their arguments where they are written."""

from django.db.models.fields import Field
from django.db.models.fields.reverse_related import ForeignObjectRel, ManyToManyRel, ManyToOneRel, OneToOneRel


class RelatedField(Field): ...


class ForeignObject(RelatedField): ...


class ForeignKey(ForeignObject): ...


class OneToOneField(ForeignKey): ...


class ManyToManyField(RelatedField): ...
