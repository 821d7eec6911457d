"""Generic relations: the linker reads their arguments where they are written."""

from django.db.models.fields import Field
from django.db.models.fields.related import RelatedField


class GenericForeignKey(Field): ...


class GenericRel: ...


class GenericRelation(RelatedField): ...
