"""What is no longer in a collection after something was taken out of it?

`commit = options.pop("commit", False)` leaves options without that key: whatever is handed `**options` from there on
finds its own default. Only the dict of a variable loses a key, and only one that is known: what else holds the dict,
and what a name that is not known may have taken away, keeps all that it had.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.joining import join
from boundary.link.domain.keys import is_exact, key_of
from boundary.link.domain.values import Container
from boundary.link.members import reordering
from boundary.link.syntax.kinds import ATTRIBUTE, CALL, NAME, OPERATION

if TYPE_CHECKING:
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.execution import Executor
    from boundary.model import code


def popped(executor: Executor, node: code.Expression) -> None:
    """`options.pop("commit", False)`, `not options.pop("draft")`, `options.pop("note") or ""`, once it is evaluated."""
    if type(node) is OPERATION and node.operands:
        node = node.operands[0]
    if type(node) is not CALL:
        return
    function = node.function
    if type(function) is ATTRIBUTE and function.name in reordering.TAKING:
        reordering.taken(executor, node, function)
        if function.name == "pop" and node.arguments:
            taken_out(executor, function.value, node.arguments[0])


def taken_out(executor: Executor, place: code.Expression, index: code.Expression) -> None:
    """`del options["commit"]`: the variable's dict has no such key any more."""
    if type(place) is not NAME:
        return
    held = executor.env.get(place.id)
    if not held or not any(_is_known(atom) for atom in held):
        return
    key = key_of(executor.evaluate(index))
    if not is_exact(key):
        return
    left = join(_without(executor, atom, key) for atom in held)
    if left != held:
        executor.env[place.id] = left
        executor.publish(place.id, left)


def _is_known(atom: Atom) -> bool:
    return isinstance(atom, Container) and atom.kind == "dict" and bool(atom.entries)


def _without(executor: Executor, atom: Atom, key: object) -> Value:
    """A dict without a key; anything else stays what it is."""
    if not isinstance(atom, Container) or atom.kind != "dict" or atom.entries is None:
        return atom.alone
    entries = tuple((name, value) for name, value in atom.entries if name != key)
    if len(entries) == len(atom.entries):
        return atom.alone
    return executor.atoms.container("dict", join(value for _, value in entries), entries)
