"""What do Python's functions call that put things in an order?  `sorted`, `max`, `list.sort`: a key, or `<`; `hash`.

    sorted(lines, key=by_position)  # each line is handed to `by_position`
    sorted(lines)  # each line is asked for `__lt__`

What the project's own methods of that kind read, the transaction reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, Container, Instance
from boundary.link.evaluator import operators
from boundary.link.frameworks.python.collections import collected
from boundary.link.members.reordering import in_any_order

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

COLLECTED: Final = collected("list")


def order(call: NativeCall, element: Value) -> None:
    """Compare members with each other, or what the argument `key` makes of each of them."""
    key = call.arguments.get(-1, "key")
    if key is not None:
        call.interpreter.calls.call(call.evaluator, key, Arguments((element,)), call.line)
    else:
        operators.compare(call.evaluator, "<", element, element, call.line)


def in_order(call: NativeCall) -> Value | None:
    """`sorted(x)`: the same members in a list."""
    if call.arguments.positional:
        order(call, call.interpreter.items.iterate(call.evaluator, call.arguments.positional[0], call.line))
    made = COLLECTED(call) or UNKNOWN
    return join(in_any_order(call.evaluator, atom) for atom in made)


def sorted_in_place(call: NativeCall) -> Value:
    """`items.sort(key=f)`."""
    receiver = call.receiver
    order(call, receiver.element if isinstance(receiver, Container) else UNKNOWN)
    return call.atoms.none


def largest(call: NativeCall) -> Value:
    """`max`, `min`: one of what is iterated over, or of the arguments; the default where there is none."""
    given = call.arguments
    if len(given.positional) > 1 or given.rest:
        members = join((*given.positional, given.rest))
    else:
        members = call.interpreter.items.iterate(call.evaluator, call.first, call.line)
    members |= given.get(-1, "default") or BOTTOM
    order(call, members)
    return members


def hashed(call: NativeCall) -> Value:
    """`hash(x)`."""
    for atom in call.first:
        if isinstance(atom, Instance):
            operators.said(call.evaluator, atom, ("__hash__",), call.line)
    return UNKNOWN


NATIVES: Final[dict[str, Handler]] = {
    "builtins.sorted": in_order,
    "list.sort": sorted_in_place,
    "builtins.max": largest,
    "builtins.min": largest,
    "builtins.hash": hashed,
}
