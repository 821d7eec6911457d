"""What does a comparison give?  An answer where both sides are known, else nothing."""

from __future__ import annotations

from operator import ge, gt, le, lt
from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import agreed, either, is_guessed, is_unknown
from boundary.link.domain.instances import built_in
from boundary.link.domain.values import (
    METHODS,
    UNKNOWN,
    Atom,
    ClassAtom,
    Constant,
    Container,
    Function,
    Instance,
    Present,
    Value,
    Wrapped,
)
from boundary.link.evaluator.cases import names_of
from boundary.link.members import containers
from boundary.link.members.picking import is_same_rule

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.link.evaluator.evaluation import Evaluator

OF_FUNCTIONS: Final = METHODS | {"partial", "partialmethod"}
ORDERS: Final = {"<": lt, "<=": le, ">": gt, ">=": ge}


def equal(left: Atom, right: Atom) -> bool | None:
    """Whether two atoms are equal, None where it is not known."""
    if left is right:
        return True if isinstance(left, (Constant, ClassAtom, Function)) else None
    if is_unknown(left) or is_unknown(right):
        return None
    if isinstance(left, Constant) and isinstance(right, Constant):
        return left.value == right.value
    if isinstance(left, ClassAtom) and isinstance(right, ClassAtom):
        return False
    for one, other in ((left, right), (right, left)):
        if isinstance(one, ClassAtom) and not one.cls.library and built_in(other):
            return False
    if type(left) is Wrapped or type(right) is Wrapped:
        if _is_function_and_none(left, right) or _is_function_and_none(right, left):
            return False
        same = is_same_rule(left, right)
        return same if same is not None else is_same_rule(right, left)
    none = isinstance(right, Constant) and right.value is None, isinstance(left, Constant) and left.value is None
    if any(none) and not all(none):
        other = left if none[0] else right
        # An instance that was looked up may be None for all that the analysis knows; a class or function is not.
        sure = isinstance(other, (ClassAtom, Function, Container, Instance, Present)) and not is_guessed(other)
        return False if sure else None
    return None


def _is_function_and_none(left: Atom, right: Atom) -> bool:
    """Whether one is a function behind something (`property(get)`, `partial(place, order)`), and the other is None."""
    return (
        isinstance(left, Wrapped) and left.kind in OF_FUNCTIONS and isinstance(right, Constant) and right.value is None
    )


def _separated(left: Value, right: Value) -> set[bool | None]:
    """Whether texts have a separator in them (`":" in spec`), which tells how they are built; no word is looked for."""
    answers: set[bool | None] = set()
    for one in left:
        for other in right:
            if not isinstance(one, Constant) or not isinstance(other, Constant):
                return {None}
            if (
                not isinstance(one.value, str)
                or not isinstance(other.value, str)
                or any(str.isalnum(each) for each in one.value)
            ):
                return {None}
            answers.add(one.value in other.value)
    return answers


def compared(evaluator: Evaluator, operator: str, values: list[Value]) -> Value:
    """The value of a comparison: a constant where it is decided, else unknown."""
    if len(values) != 2:  # noqa: PLR2004 - two sides
        return UNKNOWN
    left, right = values
    if operator in ORDERS:
        return _ordered(evaluator, ORDERS[operator], left, right)
    if operator not in {"is", "is not", "==", "!=", "in", "not in"}:
        return UNKNOWN
    answers: set[bool | None] = set()
    if operator in {"in", "not in"}:
        options = _keys(evaluator, right) or names_of(evaluator, right) or containers.members(right)
        if options is not None:
            answers = _found_in(left, options)
        elif len(right) > 1 and None not in (lists := [containers.members(one.alone) for one in right]):
            answers = {answer for one in lists for answer in _found_in(left, one or ())}
        else:
            answers = _separated(left, right)
    else:
        answers = {equal(one, other) for one in left for other in right}
    if len(answers) != 1:
        return UNKNOWN
    (answer,) = answers
    if answer is None:
        return UNKNOWN
    return evaluator.atoms.constant(answer if operator in {"is", "==", "in"} else not answer)


def _found_in(left: Value, options: tuple[Value, ...]) -> set[bool | None]:
    """Whether each alternative of a value is one of the members of a collection; None where that is not known."""
    answers: set[bool | None] = set()
    for atom in left:
        answers.add(either([equal(atom, next(iter(option))) if len(option) == 1 else None for option in options]))
    return answers


def _keys(evaluator: Evaluator, value: Value) -> tuple[Value, ...] | None:
    """The keys of the one dict that a value is, where all of them are known."""
    if len(value) != 1:
        return None
    (atom,) = value
    if not isinstance(atom, Container) or atom.kind != "dict" or not atom.entries:
        return None
    keys = [key for key, _ in atom.entries]
    return tuple(evaluator.atoms.constant(key) for key in keys) if all(isinstance(key, str) for key in keys) else None


def _ordered(evaluator: Evaluator, compare: Callable[[float, float], bool], left: Value, right: Value) -> Value:
    """`a < b` of numbers that are known."""
    pairs = [(one, other) for one in left for other in right]
    answers = [
        compare(one.value, other.value)
        if isinstance(one, Constant)
        and isinstance(other, Constant)
        and isinstance(one.value, (int, float))
        and isinstance(other.value, (int, float))
        else None
        for one, other in pairs
    ]
    answer = agreed(answers)
    return UNKNOWN if answer is None else evaluator.atoms.constant(answer)
