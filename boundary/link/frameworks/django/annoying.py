"""Which row is made when it is asked for?  That of an `AutoOneToOneField` of django-annoying."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS
from boundary.link.frameworks.django.managers import manager_for

if TYPE_CHECKING:
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.django.model_info import Relation

FIELD: Final = "annoying.fields.AutoOneToOneField"


def made_when_asked(evaluator: Evaluator, relation: Relation, line: int) -> None:
    """`user.preferences`: where the user has none yet, they are made, in a transaction of their own."""
    field = relation.spec.kind
    if relation.kind != "o2o" or field is None or not evaluator.interpreter.classes.is_subclass(field, FIELD):
        return
    manager = manager_for(evaluator, relation.source.cls)
    make = evaluator.interpreter.attributes.get(evaluator, manager, "get_or_create", line)
    evaluator.interpreter.calls.call(evaluator, make, NO_ARGUMENTS, line)
