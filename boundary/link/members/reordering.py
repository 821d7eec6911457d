"""Where does what stand in a list that is changed in place?  `rows.pop(0)`, `rows.sort()`, `random.shuffle(rows)`.

`rows[0]` is another member from there on. A statement that takes one out from a place that is known leaves the others
where they stand then; where that is not known, and inside of expressions, any member may stand anywhere. Long lists of
classes, names or records are gone through as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.keys import key_of
from boundary.link.domain.values import ClassAtom, Constant, Container
from boundary.link.syntax.kinds import ATTRIBUTE, NAME

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.execution import Executor
    from boundary.model import code

TAKING: Final = frozenset({"clear", "pop", "popleft", "remove"})
MOVING: Final = frozenset({"rotate", "shuffle", "sort"})
TURNING: Final = "reverse"
SEVERAL: Final = 2
FEW: Final = 8
"""A list of so many members loses their places with little harm."""


def taken(executor: Executor, node: code.Call, function: code.Attribute) -> None:
    """The list after a statement has taken one of its members out."""
    place = _place_taken(executor, node, function.name)
    _change(executor, function.value, lambda atom: _without(executor, atom, place), node.line)


def taken_at(executor: Executor, holder: code.Expression, index: Value, line: int) -> None:
    """The list after `del rows[0]`."""
    place = key_of(index)
    _change(executor, holder, lambda atom: _without(executor, atom, place if isinstance(place, int) else None), line)


def moved(executor: Executor, node: code.Call, function: code.Attribute) -> None:
    """The list after one of its methods put it in another order, or a function that is handed it did."""
    if function.name != TURNING and function.name not in MOVING:
        return
    place = node.arguments[0] if function.name == "shuffle" and node.arguments else function.value
    turned = function.name == TURNING
    _change(executor, place, lambda atom: (_turned if turned else in_any_order)(executor, atom), node.line)


def taken_within(evaluator: Evaluator, node: code.Call | None) -> None:
    """`save(rows.pop(0))`: inside of an expression."""
    if node is not None and node is not evaluator.whole and type(node.function) is ATTRIBUTE:
        _change(evaluator, node.function.value, lambda atom: _unplaced(evaluator, atom), node.line)


def in_any_order(evaluator: Evaluator, atom: Atom) -> Value:
    """A list of which the first member may be any."""
    return _in_no_order(evaluator, atom, "list")


def _in_no_order(evaluator: Evaluator, atom: Atom, kind: str) -> Value:
    if not isinstance(atom, Container) or atom.kind != kind or len(atom.entries or ()) < SEVERAL:
        return atom.alone
    if all(isinstance(one, (ClassAtom, Constant, Container)) for each in atom.entries or () for one in each):
        return atom.alone
    return evaluator.atoms.container(atom.kind, atom.element)


def of_no_order(evaluator: Evaluator, value: Value) -> Value:
    """`list(rows)` of a set: any of its members is the first one."""
    if len(value) != 1 or not any(isinstance(atom, Container) and atom.kind == "set" for atom in value):
        return value
    return join(_in_no_order(evaluator, atom, "set") for atom in value)


def _change(evaluator: Evaluator, place: code.Expression, change: Callable[[Atom], Value], line: int) -> None:
    """The list that stands in a place is another one from here on; whoever else holds it finds it in any order."""
    if type(place) is not NAME and (type(place) is not ATTRIBUTE or type(place.value) is not NAME):
        return
    held = evaluator.evaluate(place)
    moving = [atom for atom in held if isinstance(atom, Container) and atom.kind == "list" and atom.entries]
    if not moving:
        return
    after = join(change(atom) for atom in held)
    if after != held:
        unplaced = join(evaluator.atoms.container(atom.kind, atom.element) for atom in moving)
        evaluator.put_back(place, after, line, unplaced)


def _place_taken(executor: Executor, node: code.Call, method: str) -> Value | int | None:
    """The place of the member that a method takes out, or the member; None where it is not known."""
    if method == "popleft":
        return 0
    if method == "clear":
        return None
    given = executor.evaluate(node.arguments[0]) if node.arguments else None
    if method == "remove":
        return given
    place = -1 if given is None else key_of(given)
    return place if isinstance(place, int) else None


def _without(evaluator: Evaluator, atom: Atom, place: Value | int | None) -> Value:
    """A list without one of its members."""
    if not isinstance(atom, Container) or atom.kind != "list" or not atom.entries:
        return atom.alone
    entries: tuple[Value, ...] = atom.entries
    if isinstance(place, frozenset):
        place = entries.index(place) if len(place) == 1 and place in entries else None
    if place is None or not -len(entries) <= place < len(entries):
        return _unplaced(evaluator, atom)
    place %= len(entries)
    kept = entries[:place] + entries[place + 1 :]
    return evaluator.atoms.container(atom.kind, join(kept), kept)


def _unplaced(evaluator: Evaluator, atom: Atom) -> Value:
    if not isinstance(atom, Container) or atom.kind != "list" or not atom.entries:
        return atom.alone
    short = len(atom.entries) <= FEW
    return evaluator.atoms.container(atom.kind, atom.element) if short else in_any_order(evaluator, atom)


def _turned(evaluator: Evaluator, atom: Atom) -> Value:
    if isinstance(atom, Container) and atom.kind == "list" and atom.entries:
        return evaluator.atoms.container(atom.kind, atom.element, tuple(reversed(atom.entries)))
    return atom.alone
