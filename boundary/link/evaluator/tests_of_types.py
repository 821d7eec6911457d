"""What does a test of its type leave of a variable?  `isinstance(x, Order)`, `type(x) is Order`, `issubclass(x, Base)`.

Of one that nothing is known of it leaves an object of the class, unless that is one from which half of the project
derives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import either, is_guessed, known
from boundary.link.domain.instances import is_exactly, tested_classes, would_be_one_of
from boundary.link.domain.joining import join
from boundary.link.domain.values import (
    BOTTOM,
    UNKNOWN,
    Atom,
    ClassAtom,
    Constant,
    Container,
    External,
    Function,
    Instance,
    Present,
    Value,
)
from boundary.link.evaluator import leaving, narrowing
from boundary.link.members import containers
from boundary.link.syntax.kinds import ATTRIBUTE, CALL
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter

FEW: Final = 4
"""A class of a library from which so many of the project derive tells nothing apart."""
MOST_BELOW: Final = 8
"""Of more classes below the one that a class is tested for, an object of that one stands for each."""


def is_instance(
    evaluator: Evaluator, name: str, classes: code.Expression, *, holds: bool, of: str
) -> dict[str, Value] | None:
    """The local variables where one is, or is not, an instance of some classes, or (`of` issubclass) below them."""
    value = evaluator.env.get(name)
    wanted = tested_classes(evaluator.evaluate(classes))
    if value is None or wanted is None:
        return dict(evaluator.env)

    kept = _one_of(evaluator.interpreter, value, wanted, holds=holds)
    if not kept and any(is_guessed(each) for each in value):
        value = UNKNOWN  # the guess was wrong
        kept = _one_of(evaluator.interpreter, value, wanted, holds=holds)
    refined = leaving.refined(evaluator, name, value, kept)
    inner = [atom.cls for atom in wanted if isinstance(atom, ClassAtom)]
    if (
        refined is not None
        and any(_is_known(each) for each in value)
        and not any(_is_known(each) for each in refined[name])
        and ((holds and inner) or not _is_answered_outside(value, refined[name]))
    ):
        # What is known of the value decides; that it may be None or something unknown, too, keeps no branch alive.
        # But a test before this one may be all that it is known by.
        tested = evaluator.tested.get(name, BOTTOM)
        if not holds or not all(atom in tested for atom in value if _is_known(atom)):
            return None
    sure = refined is not None and any(would_be_one_of(evaluator.interpreter, atom, wanted) for atom in refined[name])
    if refined is not None and holds and inner and not sure:
        told = [cls for cls in inner if not _says_nothing(evaluator, cls)]
        meant = _classes_below(evaluator, told) if of == "issubclass" else evaluator.interpreter.instances_of(told)
        refined[name] = meant | (UNKNOWN if len(told) < len(wanted) else BOTTOM)
        evaluator.tested[name] = evaluator.tested.get(name, BOTTOM) | refined[name]
    return refined


def type_compared(
    evaluator: Evaluator, asked: code.Expression, classes: code.Expression, *, holds: bool
) -> dict[str, Value] | None:
    """The local variables behind `type(x) is Order` and `x.__class__ == Order`."""
    if type(asked) is not CALL and not (type(asked) is ATTRIBUTE and asked.name == "__class__"):
        return dict(evaluator.env)  # most tests, and to match takes longer
    match asked:
        case code.Call(function=code.Name(id="type"), arguments=[code.Name(id=name)]):
            return is_exactly_of(evaluator, name, classes, holds=holds)
        case code.Attribute(value=code.Name(id=name), name="__class__"):
            return is_exactly_of(evaluator, name, classes, holds=holds)
        case code.Call(function=code.Name(id="type"), arguments=[code.Attribute() as named]) if holds:
            return narrowing.is_of(evaluator, named, classes, exact=True)
    return dict(evaluator.env)


def _one_of(interpreter: Interpreter, value: Value, wanted: list[Atom], *, holds: bool) -> list[Atom]:
    """The alternatives of which it is not known that they are none of these, or (where it fails) that they are one."""
    return [atom for atom in value if would_be_one_of(interpreter, atom, wanted) is not (not holds)]


def _classes_below(evaluator: Evaluator, told: list[ClassInfo]) -> Value:
    """`issubclass(model, Owned)` of a class that is not known: it is that one or one below.

    Where these are many, what an object has of its class, of whichever below, stands for them.
    """
    found = dict.fromkeys(told)
    for cls in told:
        found.update(dict.fromkeys(one for one in evaluator.interpreter.classes.below(cls) if not one.library))
    if len(found) > MOST_BELOW:
        return evaluator.interpreter.instances_of(told)
    return join(evaluator.atoms.class_(cls) for cls in found) or UNKNOWN


def is_exactly_of(evaluator: Evaluator, name: str, classes: code.Expression, *, holds: bool) -> dict[str, Value] | None:
    """`type(x) in (list, set)`: of these classes themselves, not of one below them."""
    value = evaluator.env.get(name)
    tested = evaluator.evaluate(classes)
    members = containers.members(tested)
    wanted = [atom for one in (members if members is not None else [tested]) for atom in one]

    refined = leaving.agreeing(
        evaluator, name, value, lambda atom: either([is_exactly(atom, one) for one in wanted]), holds=holds
    )
    own = [atom.cls for atom in wanted if isinstance(atom, ClassAtom) and not atom.cls.library]
    if (
        refined is not None
        and holds
        and value is not None
        and not known(value)
        and name not in evaluator.context.enclosed
    ):
        told = join([evaluator.atoms.instance(cls, exact=True) for cls in own])
        refined[name] = told | (UNKNOWN if len(own) < len(wanted) else BOTTOM)
        evaluator.tested[name] = evaluator.tested.get(name, BOTTOM) | refined[name]
    return refined


def _is_known(atom: Atom) -> bool:
    """Whether an atom says what a value is: an object, a class, a function, a collection, a text, something plain.

    What a function gives where it has nothing to give does not: None, and False.
    """
    if isinstance(atom, Instance):
        return not atom.guessed
    said = isinstance(atom, (ClassAtom, Container, Function, Present))
    return said or (isinstance(atom, Constant) and atom.value is not None and atom.value is not False)


def _is_answered_outside(value: Value, kept: Value) -> bool:
    """Whether something outside says what a value is, or else a text (`return payload["sub"]`, `return "expired"`)."""
    told = any(isinstance(atom, External) for atom in kept)
    return told and all(isinstance(atom, Constant) for atom in value if _is_known(atom))


def _says_nothing(evaluator: Evaluator, cls: ClassInfo) -> bool:
    """Whether a class is a library's from which so much of the project derives that it tells nothing apart.

    An unknown value that is `isinstance(x, models.Model)` is not thereby every model of the project.
    """
    if not cls.library:
        return False
    few = 0
    for one in evaluator.interpreter.classes.below(cls):
        few += not one.library
        if few == FEW:
            return True
    return False
