"""Of which class is a row?  With django-polymorphic of its model or of one below it, else of its model itself.

The columns of the models below are in tables of their own, which are asked once it is known of which class a row is.
With django-typed-models they are in the same table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.frameworks.django.tables import model_of, read, relation_of

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Instance, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.django.model_info import ModelInfo

MIXED: Final = ("polymorphic.models.PolymorphicModel", "typedmodels.models.TypedModel")
KEY: Final = "rows of several classes"
ITS_CLASS: Final = "polymorphic_ctype"
"""The foreign key that says of which class a row is."""
MOST_CLASSES: Final = 12
"""Where a row may be of more classes than these, its model is taken for its class."""


def is_exact(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether the rows of a model are of that model and of none below it."""
    mixed: bool | None = cls.answers.get(KEY)
    if mixed is None:
        mixed = cls.answers[KEY] = any(interpreter.classes.is_subclass(cls, base) for base in MIXED)
    return not mixed


def stored_row(evaluator: Evaluator, cls: ClassInfo, line: int, *, guessed: bool) -> Value:
    """A row of a model that was read from its table; without a line nothing is read."""
    exact = is_exact(evaluator.interpreter, cls)
    if not exact and line:
        _read_below(evaluator, cls, line, guessed=guessed)
    return evaluator.atoms.instance(cls, exact=exact, guessed=guessed, stored=True)


def _read_below(evaluator: Evaluator, cls: ClassInfo, line: int, *, guessed: bool) -> None:
    """What turns a row into one of its own class: that class is looked up, and the rest of the row in its tables."""
    interpreter = evaluator.interpreter
    model = model_of(interpreter, cls)
    if model is not None:
        look_up_class(evaluator, model, line, guessed=guessed)
    for below in below_of(interpreter, cls):
        held = model_of(interpreter, below)
        if held is not None and not held.proxy:
            read(evaluator, held, line, guessed=guessed)


def look_up_class(evaluator: Evaluator, model: ModelInfo, line: int, *, guessed: bool) -> None:
    """The row that stands for the class of a row is looked up, when that is read and before it is saved."""
    its_class = relation_of(model, ITS_CLASS) if not is_exact(evaluator.interpreter, model.cls) else None
    if its_class is not None:
        read(evaluator, its_class.target, line, guessed=guessed)


def class_of(interpreter: Interpreter, atom: Instance) -> Value:
    """`row.__class__`, `type(row)`: a row that may be of a model below has the class of any of them."""
    return join(interpreter.atoms.class_(cls) for cls in classes_of(interpreter, atom))


def classes_of(interpreter: Interpreter, atom: Instance) -> list[ClassInfo]:
    """The models that a row may be of, its own first."""
    if atom.exact or is_exact(interpreter, atom.cls):
        return [atom.cls]
    return [atom.cls, *below_of(interpreter, atom.cls)]


def below_of(interpreter: Interpreter, cls: ClassInfo) -> list[ClassInfo]:
    """The models below one, none where there are too many to tell them apart."""
    found = list(interpreter.classes.below(cls))
    return found if len(found) < MOST_CLASSES else []
