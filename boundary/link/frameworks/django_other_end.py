"""What does a field put on the model that it points at?  `contribute_to_related_class` of a project's own fields.

A one-to-one field whose row is made when it is asked for puts a descriptor there, whose `__get__` makes the row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.arguments import Arguments
from boundary.link.frameworks.django_models import models
from boundary.link.picking import FIELD
from boundary.link.values import UNKNOWN

if TYPE_CHECKING:
    from boundary.link.interpreter import Interpreter
    from boundary.link.symbols import ClassInfo

MAKING: Final = "contribute_to_related_class"


def start(interpreter: Interpreter) -> None:
    """Fields take part in the making of the models that they point at."""
    for model in list(models(interpreter).by_class.values()):
        for relation in list(model.relations.values()):
            field = relation.spec.kind
            if model.abstract or field is None or not _takes_part(interpreter, field):
                continue
            evaluator = interpreter.module_evaluator(field.module)
            made = interpreter.atoms.instance(field, site=relation.spec)
            method = interpreter.attributes.get(evaluator, made, MAKING, 0)
            related = interpreter.atoms.wrapped(FIELD, UNKNOWN, (relation, False))
            arguments = Arguments((interpreter.atoms.class_(relation.target.cls), related))
            interpreter.calls.call(evaluator, method, arguments, model.cls.line)


def _takes_part(interpreter: Interpreter, field: ClassInfo) -> bool:
    """Whether a class of fields says itself what the other model gets."""
    if field.library:
        return False
    owner, _ = interpreter.classes.lookup(field, MAKING)
    return owner is not None and not owner.library
