"""What do functions of more-itertools give?  A member, as `first_true(orders)`, or parts, as `chunked(orders, 2)`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN
from boundary.link.frameworks.python.collections import chained_members, chosen, collected, iterated

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

PARTS: Final = ("batched", "chunked", "chunked_even", "divide", "grouper", "ichunked", "sliced", "windowed")
SAME: Final = ("always_iterable", "peekable", "unique_everseen", "unique_justseen", "take", "seekable", "spy")
NAMES: Final = ("first", "first_true", "last", "nth_or_last", "one", "only")


def member(call: NativeCall) -> Value:
    """Any of the members, for which the condition is asked, or the default."""
    held = call.interpreter.items.iterate(call.evaluator, call.first, call.line)
    asked = call.arguments.keywords.get("pred", BOTTOM)
    if asked:
        call.interpreter.calls.call(call.evaluator, asked, Arguments((held,)), call.line)
    return join((held, call.arguments.keywords.get("default", BOTTOM), call.atoms.none))


def parted(call: NativeCall) -> Value:
    """`partition(test, orders)`: those that fail the test and those that pass it."""
    held = call.interpreter.items.iterate(call.evaluator, call.arguments.get(1, "iterable") or UNKNOWN, call.line)
    call.interpreter.calls.call(call.evaluator, call.first, Arguments((held,)), call.line)
    part = call.atoms.container("generator", held)
    return call.atoms.container("tuple", part, (part, part))


NATIVES: Final[dict[str, Handler]] = {
    **{f"more_itertools.{name}": member for name in NAMES},
    **{f"more_itertools.{name}": chosen for name in PARTS},
    **{f"more_itertools.{name}": collected("generator") for name in SAME},
    "more_itertools.flatten": chained_members,
    "more_itertools.partition": parted,
    "more_itertools.consume": iterated,
}
