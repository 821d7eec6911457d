"""What does a field put on the model that it points at?  `contribute_to_related_class` of a project's own fields.

A one-to-one field whose row is made when it is asked for puts a descriptor there, whose `__get__` makes the row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import UNKNOWN
from boundary.link.frameworks.django.contributed import make, says
from boundary.link.frameworks.django.models import models
from boundary.link.members.picking import FIELD

if TYPE_CHECKING:
    from boundary.link.evaluator.interpreter import Interpreter

MAKING: Final = "contribute_to_related_class"


def start(interpreter: Interpreter) -> None:
    """Fields take part in the making of the models that they point at."""
    for model in list(models(interpreter).by_class.values()):
        for relation in list(model.relations.values()):
            field = relation.spec.kind
            if model.abstract or field is None or not says(interpreter, field, MAKING):
                continue
            made = interpreter.atoms.instance(field, site=relation.spec)
            evaluator = interpreter.module_evaluator(field.module)
            related = interpreter.atoms.wrapped(FIELD, UNKNOWN, (relation, False))
            make(evaluator, made, relation.target.cls, related, model.cls.line, MAKING)
