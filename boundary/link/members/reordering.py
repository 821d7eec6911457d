"""In which order is a list after `rows.sort()`, `rows.reverse()`, `random.shuffle(rows)`?

`rows[0]` is another member from there on: of a list that is turned round the last one, of others any.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import ClassAtom, Constant, Container
from boundary.link.syntax.kinds import NAME

if TYPE_CHECKING:
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.execution import Executor
    from boundary.model import code

MOVING: Final = frozenset({"rotate", "shuffle", "sort"})
TURNING: Final = "reverse"
SEVERAL: Final = 2


def moved(executor: Executor, node: code.Call, function: code.Attribute) -> None:
    """The variable's list after one of its methods put it in another order, or a function that is handed it did."""
    if function.name != TURNING and function.name not in MOVING:
        return
    place = node.arguments[0] if function.name == "shuffle" and node.arguments else function.value
    if type(place) is not NAME or (held := executor.env.get(place.id)) is None:
        return
    turned = function.name == TURNING
    after = join(_turned(executor, atom) if turned else in_any_order(executor, atom) for atom in held)
    if after != held:
        executor.env[place.id] = after
        executor.publish(place.id, after)


def in_any_order(evaluator: Evaluator, atom: Atom) -> Value:
    """A list of which the first member may be any; one of classes, names or records is gone through as it is."""
    if not isinstance(atom, Container) or atom.kind != "list" or len(atom.entries or ()) < SEVERAL:
        return atom.alone
    if all(isinstance(one, (ClassAtom, Constant, Container)) for one in atom.element):
        return atom.alone
    return evaluator.atoms.container(atom.kind, atom.element)


def _turned(executor: Executor, atom: Atom) -> Value:
    if isinstance(atom, Container) and atom.kind == "list" and atom.entries:
        return executor.atoms.container(atom.kind, atom.element, tuple(reversed(atom.entries)))
    return atom.alone
