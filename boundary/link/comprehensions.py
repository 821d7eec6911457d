"""Which members does a comprehension keep, and which does a loop do anything with?

Fields that a model lists, classes and texts in a list say of themselves what the conditions ask, each for itself:
`[model for model in apps.get_models() if issubclass(model, Owned)]`, or the same as a test at the begin of a loop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link import containers, guards
from boundary.link.cases import spread
from boundary.link.emptiness import truth_of
from boundary.link.joining import join, together, union
from boundary.link.kinds import ASSIGN, ATTRIBUTE, IF, JUMP, NAME, OPERATION
from boundary.link.picking import fields_in, is_class
from boundary.link.values import ANY, BOTTOM, Constant, Container
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.evaluation import Evaluator
    from boundary.link.values import Atom, Value

LISTS: Final = frozenset({"list", "tuple", "set"})
MOST_CLASSES: Final = 400
"""Of more classes than this none is looked at by itself."""


def picked(evaluator: Evaluator, node: code.Comprehension, iterable: Value) -> Value | None:
    """`[field for field in fields if field.one_to_many]`: those that the conditions leave."""
    if len(node.clauses) != 1 or len(node.elements) != 1:
        return None
    clause = node.clauses[0]
    iterable = spread(evaluator, iterable, 0)
    fields = fields_in(iterable)
    names = names_in(iterable) if fields is None and clause.conditions else None
    members = names or (classes_in(iterable) if fields is None and clause.conditions else fields)
    if members is None:
        return None
    kept: list[Value] = []
    sure = True
    for member in members:
        evaluator.assign(clause.target, member)
        told = [_holds(evaluator, one) for one in clause.conditions]
        if False not in told:
            sure = sure and None not in told
            kept.append(evaluator.evaluate(node.elements[0]))
    # a registry lists classes in an order of its own: which of several comes first is not known
    exact = fields is not None or (sure and (names is not None or len(kept) <= 1))
    if sure and not exact and node.kind == "generator":  # looked at once more: a set says nothing of the order, either
        return evaluator.atoms.container("set", join(kept), tuple(kept))
    held = together(kept)
    if not mostly_classes(held):  # of classes, however many, each can be asked
        held = join(kept)
    return evaluator.atoms.container(node.kind, held, tuple(kept) if exact else None)


def of_use(evaluator: Evaluator, node: code.For, iterable: Value) -> Value | None:
    """The classes that the tests at the begin of a loop leave, together; None where it has no such tests."""
    asks = isinstance(next((one for one in node.body if not _is_named(one)), None), code.If)
    members = classes_in(iterable) if asks else None
    if members is None:
        return None
    before = evaluator.env
    evaluator.env = dict(before)
    try:
        kept = [member for member in members if _is_of_use(evaluator, node, member)]
    finally:
        evaluator.env = before
    return frozenset().union(*kept) if len(kept) < len(members) else None


def _is_of_use(evaluator: Evaluator, node: code.For, member: Value) -> bool:
    """Whether a loop gets past `if ...: continue`, or into the one `if` that it ends with."""
    evaluator.assign(node.target, member)
    return _is_reached(evaluator, node.body)


def _is_reached(evaluator: Evaluator, body: tuple[code.Statement, ...]) -> bool:
    """Whether anything but tests, and names for what they ask, is reached in a body."""
    for statement in body:
        if type(statement) is ASSIGN and statement.value is not None and _is_named(statement):
            evaluator.assign(statement.targets[0], evaluator.evaluate(statement.value))
            continue
        if type(statement) is not IF or statement.orelse:
            return True
        skips = type(statement.body[0]) is JUMP and not statement.body[0].leaves
        if statement is body[-1] and not skips:
            return _holds(evaluator, statement.test) is not False and _is_reached(evaluator, statement.body)
        if not skips or len(statement.body) > 1:
            return True
        if _holds(evaluator, statement.test) is True:
            return False
    return True


def _is_named(statement: code.Statement) -> bool:
    """Whether a statement names what is at hand, as in `model = mapper.class_`."""
    value = statement.value if type(statement) is ASSIGN and len(statement.targets) == 1 else None
    while type(value) is ATTRIBUTE:
        value = value.value
    return type(value) is NAME


def classes_in(iterable: Value) -> tuple[Value, ...] | None:
    """The classes of a list of nothing else; None where it holds anything that is not one class."""
    if len(iterable) != 1:
        return None
    (atom,) = iterable
    entries = atom.entries if isinstance(atom, Container) and atom.kind in LISTS else None
    if not entries or len(entries) > MOST_CLASSES:
        return None
    return entries if all(len(one) == 1 and is_class(next(iter(one))) for one in entries) else None


def any_class_in(iterable: Value) -> Value | None:
    """What a list may hold that is mostly classes, or tuples with one, however many; None for other values."""
    found = BOTTOM
    for atom in iterable:
        if not isinstance(atom, Container) or atom.kind not in LISTS or not atom.element:
            return None
        found = union(found, together(atom.entries) if atom.entries else atom.element)
    return found if 0 < len(found) <= MOST_CLASSES and mostly_classes(found) else None


def mostly_classes(value: Value) -> bool:
    """Whether a value is classes, or tuples with one, but for a few that stand for what is not known."""
    others = [atom for atom in value if not is_class(atom) and not has_class(atom)]
    return 2 * len(others) < len(value) and all(
        atom is ANY or (isinstance(atom, Container) and atom.kind == "tuple") for atom in others
    )


def has_class(atom: Atom) -> bool:
    """Whether a value is a tuple with a class in it: `(Order, "customer")`."""
    return (
        isinstance(atom, Container)
        and atom.kind == "tuple"
        and any(len(one) == 1 and is_class(next(iter(one))) for one in atom.entries or ())
    )


def names_in(iterable: Value) -> tuple[Value, ...] | None:
    """The texts of a list, each for itself, those that are not known together; None where it holds anything else."""
    members = containers.members(iterable)
    if not members or len(members) > containers.MOST_ENTRIES:
        return None
    return members if all(len(one) == 1 and _is_name(next(iter(one))) for one in members) else None


def _is_name(atom: Atom) -> bool:
    return atom is ANY or (isinstance(atom, Constant) and isinstance(atom.value, str))


def _holds(evaluator: Evaluator, condition: code.Expression) -> bool | None:
    """Whether a condition holds for the member at hand, None where that is not known."""
    if type(condition) is OPERATION and condition.operator in {"and", "or", "not"}:
        told = [_holds(evaluator, one) for one in condition.operands]
        if condition.operator == "not":
            return None if told[0] is None else not told[0]
        ends = condition.operator == "or"
        return ends if ends in told else None if None in told else not ends
    held = truth_of(evaluator, condition, evaluator.evaluate(condition))
    if held is None:
        for holds in (True, False):
            if guards.refine(evaluator, condition, holds=holds) is None:
                return not holds
    return held
