"""The same fields and models."""

from tagulous.models import (
    SingleTagField,
    TagField,
    TaggedManager,
    TaggedModel,
    TagModel,
    TagModelManager,
    TagModelQuerySet,
    TagTreeModel,
)
