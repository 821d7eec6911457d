"""Of which class is a row?  With django-polymorphic of its model or of one below it, else of its model itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from boundary.link.evaluation import Evaluator
    from boundary.link.interpreter import Interpreter
    from boundary.link.symbols import ClassInfo
    from boundary.link.values import Value

MIXED: Final = "polymorphic.models.PolymorphicModel"
KEY: Final = "rows of several classes"


def is_exact(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether the rows of a model are of that model and of none below it."""
    mixed: bool | None = cls.answers.get(KEY)
    if mixed is None:
        mixed = cls.answers[KEY] = interpreter.classes.is_subclass(cls, MIXED)
    return not mixed


def stored_row(evaluator: Evaluator, cls: ClassInfo, *, guessed: bool) -> Value:
    """A row of a model that was read from its table."""
    return evaluator.atoms.instance(cls, exact=is_exact(evaluator.interpreter, cls), guessed=guessed, stored=True)
