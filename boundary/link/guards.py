"""Which branch can run?  Tests that exclude a branch for the values at hand, and what they say about them."""

from __future__ import annotations

from itertools import islice
from operator import ge, gt, le, lt
from typing import TYPE_CHECKING

from boundary.link import containers
from boundary.link.builtin_types import builtin_type, is_one_of
from boundary.link.values import (
    ANY,
    BOTTOM,
    UNKNOWN,
    Atom,
    ClassAtom,
    Constant,
    Container,
    Function,
    Instance,
    Present,
    Value,
)
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.link.evaluation import Evaluator
    from boundary.link.symbols import ClassInfo

FEW = 4
ORDERS = {"<": lt, "<=": le, ">": gt, ">=": ge}
NEGATED = {"is": "is not", "is not": "is", "==": "!=", "!=": "==", "in": "not in", "not in": "in"}


def refine(evaluator: Evaluator, test: code.Expression, *, holds: bool) -> dict[str, Value] | None:
    """The local variables where `test` holds (or fails); None where it cannot.

    The test has been evaluated before: it is not evaluated for its effects here, only names are looked at.
    """
    env = evaluator.env
    match test:
        case code.Name(id=name) | code.Bind(name=name):
            return _kept(evaluator, name, env.get(name), lambda atom: _truthy(evaluator, atom) is not (not holds))
        case code.Operation():
            return _operation(evaluator, test, holds=holds)
        case code.Call(function=code.Name(id="isinstance" | "issubclass"), arguments=[code.Name(id=name), classes]):
            return _instance(evaluator, name, classes, holds=holds)
        case code.Constant(value=value):
            return dict(env) if bool(value) is holds else None
        case _:
            return dict(env)


def _operation(evaluator: Evaluator, test: code.Operation, *, holds: bool) -> dict[str, Value] | None:
    """The same for an operator: boolean ones part by part, comparisons of a variable with something."""
    operator, operands = test.operator, test.operands
    if operator == "not":
        return refine(evaluator, operands[0], holds=not holds)
    if operator in {"and", "or"}:
        if (operator == "and") is holds:
            return _all(evaluator, operands, holds=holds)
        if all(refine(evaluator, operand, holds=holds) is None for operand in operands):
            return None
    elif operator in NEGATED and len(operands) == 2 and isinstance(operands[0], code.Name):  # noqa: PLR2004 - one side
        name, other = operands[0].id, operands[1]
        if operator in {"in", "not in"}:
            return _among(evaluator, name, other, inside=(operator == "in") is holds)
        return _compared(evaluator, name, operator if holds else NEGATED[operator], other)
    return dict(evaluator.env)


def _all(evaluator: Evaluator, operands: list[code.Expression], *, holds: bool) -> dict[str, Value] | None:
    before = evaluator.env
    try:
        for operand in operands:
            refined = refine(evaluator, operand, holds=holds)
            if refined is None:
                return None
            evaluator.env = refined
        return dict(evaluator.env)
    finally:
        evaluator.env = before


def _kept(evaluator: Evaluator, name: str, value: Value | None, keep: object) -> dict[str, Value] | None:
    env = dict(evaluator.env)
    if value is None:
        return env
    kept = frozenset(atom for atom in value if keep(atom))  # type: ignore[operator]
    if not kept and value:
        return None
    env[name] = kept
    return env


def _truthy(evaluator: Evaluator, atom: Atom) -> bool | None:
    if isinstance(atom, Constant):
        return bool(atom.value)
    if isinstance(atom, Instance):
        return True if not atom.guessed and _always_true(evaluator, atom.cls) else None
    if isinstance(atom, (ClassAtom, Function, Present)):
        return True
    if isinstance(atom, Container) and atom.entries is not None and atom.entries:
        return True
    return None


def _always_true(evaluator: Evaluator, cls: ClassInfo) -> bool:
    """Whether the objects of a class of the project, and of those below it, are true: none of them says otherwise."""
    answer: bool | None = cls.data.get("always true")
    if answer is None:
        classes = evaluator.interpreter.classes
        known = {one for owner in (cls, *classes.below(cls)) for one in classes.mro(owner)}
        answer = not cls.library and not any(one.externals for one in known)
        answer = answer and not any(classes.own(one, name) for one in known for name in ("__bool__", "__len__"))
        cls.data["always true"] = answer
    return answer


def _compared(evaluator: Evaluator, name: str, operator: str, other: code.Expression) -> dict[str, Value] | None:
    value = evaluator.env.get(name)
    if value is None:
        return dict(evaluator.env)
    against = evaluator.evaluate(other) if isinstance(other, (code.Constant, code.Name, code.Attribute)) else UNKNOWN
    if len(against) != 1:
        return dict(evaluator.env)
    (right,) = against
    if not isinstance(right, (Constant, ClassAtom)):
        return dict(evaluator.env)
    same = operator in {"is", "=="}

    def keep(atom: Atom) -> bool:
        equal = _equal(atom, right)
        return equal is None or equal is same

    refined = _kept(evaluator, name, value, keep)
    if refined is not None and same and ANY in value and isinstance(right, Constant):
        refined[name] = frozenset((right,))
    return refined


def _equal(left: Atom, right: Atom) -> bool | None:
    """Whether two atoms are equal, None where it is not known."""
    if left is right:
        return True if isinstance(left, (Constant, ClassAtom, Function)) else None
    if left is ANY or right is ANY:
        return None
    if isinstance(left, Constant) and isinstance(right, Constant):
        return left.value == right.value
    if isinstance(left, ClassAtom) and isinstance(right, ClassAtom):
        return False
    for cls, other in ((left, right), (right, left)):
        if isinstance(cls, ClassAtom) and not cls.cls.library and builtin_type(other) is not None:
            return False
    none = isinstance(right, Constant) and right.value is None, isinstance(left, Constant) and left.value is None
    if any(none) and not all(none):
        other = left if none[0] else right
        # An instance that was looked up may be None for all that the analysis knows; a class or function is not.
        return False if isinstance(other, (ClassAtom, Function, Container, Instance, Present)) else None
    return None


def _among(evaluator: Evaluator, name: str, other: code.Expression, *, inside: bool) -> dict[str, Value] | None:
    value = evaluator.env.get(name)
    if value is None or not isinstance(other, (code.Display, code.Name, code.Attribute)):
        return dict(evaluator.env)
    options = containers.members(evaluator.evaluate(other))
    if options is None or any(len(one) != 1 or not isinstance(next(iter(one)), Constant) for one in options):
        return dict(evaluator.env)
    held = {next(iter(one)).value for one in options}  # type: ignore[attr-defined]

    def keep(atom: Atom) -> bool:
        return not isinstance(atom, Constant) or (atom.value in held) is inside

    return _kept(evaluator, name, value, keep)


def _instance(evaluator: Evaluator, name: str, classes: code.Expression, *, holds: bool) -> dict[str, Value] | None:
    value = evaluator.env.get(name)
    tested = evaluator.evaluate(classes)
    members = containers.members(tested)
    wanted = [atom for one in (members if members is not None else [tested]) for atom in one]
    inner = [atom.cls for atom in wanted if isinstance(atom, ClassAtom)]
    plain = frozenset(bare for atom in wanted if (bare := builtin_type(atom)) is not None)
    if value is None or not wanted or len(inner) + len(plain) != len(wanted):
        return dict(evaluator.env)
    derives = evaluator.interpreter.classes.derives

    def keep(atom: Atom) -> bool:
        is_plain = is_one_of(evaluator.interpreter, atom, plain) if plain else False
        if is_plain is not False:
            return is_plain is None or holds
        if isinstance(atom, (Instance, ClassAtom)):
            is_one = any(derives(atom.cls, cls) for cls in inner)
            if not is_one and isinstance(atom, Instance) and not atom.exact:
                return any(derives(cls, atom.cls) for cls in inner) or not holds
            return is_one is holds
        return not (isinstance(atom, (Constant, Container) if plain else Constant) and holds)

    refined = _kept(evaluator, name, value, keep)
    tested_atoms = [atom for atom in value if isinstance(atom, (Instance, ClassAtom))]
    if refined is not None and not holds and tested_atoms and not any(keep(atom) for atom in tested_atoms):
        # Everything that is known of the value is one of the classes; that it may be None, too, keeps no branch alive.
        return None
    if refined is None or not holds or not inner or (plain and ANY not in refined[name]):
        return refined
    if not any(isinstance(atom, (Instance, ClassAtom)) for atom in refined[name]):
        told = [cls for cls in inner if not _says_nothing(evaluator, cls)]
        rest = refined[name] if plain else UNKNOWN if len(told) < len(inner) else BOTTOM
        refined[name] = evaluator.interpreter.instances_of(told) | rest
    return refined


def _says_nothing(evaluator: Evaluator, cls: ClassInfo) -> bool:
    """Whether a class is a library's from which so much of the project derives that it tells nothing apart.

    An unknown value that is `isinstance(x, models.Model)` is not thereby every model of the project.
    """
    if not cls.library:
        return False
    below = (one for one in evaluator.interpreter.classes.below(cls) if not one.library)
    return sum(1 for _ in islice(below, FEW)) == FEW


def compared(evaluator: Evaluator, operator: str, values: list[Value]) -> Value:
    """The value of a comparison: a constant where it is decided, else unknown."""
    if len(values) != 2:  # noqa: PLR2004 - two sides
        return UNKNOWN
    left, right = values
    if operator in ORDERS:
        return _ordered(evaluator, ORDERS[operator], left, right)
    if operator not in {"is", "is not", "==", "!=", "in", "not in"}:
        return UNKNOWN
    answers = set()
    if operator in {"in", "not in"}:
        options = _keys(evaluator, right) or containers.members(right)
        if options is None:
            return UNKNOWN
        for atom in left:
            verdicts = {_equal(atom, next(iter(option))) if len(option) == 1 else None for option in options}
            answers.add(True if True in verdicts else None if None in verdicts else False)
    else:
        answers = {_equal(one, other) for one in left for other in right}
    if len(answers) != 1:
        return UNKNOWN
    (answer,) = answers
    if answer is None:
        return UNKNOWN
    return evaluator.atoms.constant(answer if operator in {"is", "==", "in"} else not answer)


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
    answers = {
        compare(one.value, other.value)
        if isinstance(one, Constant)
        and isinstance(other, Constant)
        and isinstance(one.value, (int, float))
        and isinstance(other.value, (int, float))
        else None
        for one, other in pairs
    }
    answer = answers.pop() if len(answers) == 1 else None
    return UNKNOWN if answer is None else evaluator.atoms.constant(answer)
