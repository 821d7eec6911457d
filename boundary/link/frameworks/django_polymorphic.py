"""Of which class is a row?  With django-polymorphic of its model or of one below it, else of its model itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.values import join

if TYPE_CHECKING:
    from boundary.link.evaluation import Evaluator
    from boundary.link.interpreter import Interpreter
    from boundary.link.symbols import ClassInfo
    from boundary.link.values import Instance, Value

MIXED: Final = "polymorphic.models.PolymorphicModel"
KEY: Final = "rows of several classes"
MOST_CLASSES: Final = 12
"""Where a row may be of more classes than these, its model is taken for its class."""


def is_exact(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether the rows of a model are of that model and of none below it."""
    mixed: bool | None = cls.answers.get(KEY)
    if mixed is None:
        mixed = cls.answers[KEY] = interpreter.classes.is_subclass(cls, MIXED)
    return not mixed


def stored_row(evaluator: Evaluator, cls: ClassInfo, *, guessed: bool) -> Value:
    """A row of a model that was read from its table."""
    return evaluator.atoms.instance(cls, exact=is_exact(evaluator.interpreter, cls), guessed=guessed, stored=True)


def class_of(interpreter: Interpreter, atom: Instance) -> Value:
    """`row.__class__`, `type(row)`: a row that may be of a model below has the class of any of them."""
    return join(interpreter.atoms.class_(cls) for cls in classes_of(interpreter, atom))


def classes_of(interpreter: Interpreter, atom: Instance) -> list[ClassInfo]:
    """The models that a row may be of, its own first."""
    if atom.exact or is_exact(interpreter, atom.cls):
        return [atom.cls]
    found = [atom.cls, *interpreter.classes.below(atom.cls)]
    return found if len(found) <= MOST_CLASSES else found[:1]
