"""Which classes are models although their base is not read?  Those in whose bodies Django's fields stand.

`class Order(BaseModel): customer = models.ForeignKey(...)` is a model, whichever package `BaseModel` comes from: fields
do nothing anywhere else. A mixin may bring fields for the models that it is mixed into; it is none itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.frameworks.django_models import FIELD, MODEL
from boundary.link.values import ClassAtom
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.interpreter import Interpreter
    from boundary.link.symbols import ClassInfo


def start(interpreter: Interpreter) -> None:
    """Give such classes Django's model as one more base, before anything asks which models there are."""
    model = interpreter.library_class(MODEL)
    if model is None:
        return
    classes = interpreter.classes
    for cls in [one for one in interpreter.program.classes if not one.library and one.bases]:
        unread = [base for base in cls.bases or () if isinstance(base, str)]
        if not unread or cls.name.endswith("Mixin") or classes.is_subclass(cls, MODEL):
            continue
        if _has_fields(interpreter, cls):
            classes.add_base(cls, model)


def _has_fields(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether a field of Django's models is made in the body of a class."""
    evaluator = interpreter.class_evaluator(cls)
    for bindings in cls.bindings.values():
        for binding in bindings:
            made = binding.statement.value if isinstance(binding.statement, code.Assign) else None
            if isinstance(made, code.Call) and isinstance(made.function, (code.Name, code.Attribute)):
                for atom in evaluator.evaluate(made.function):
                    if isinstance(atom, ClassAtom) and interpreter.classes.is_subclass(atom.cls, FIELD):
                        return True
    return False
