"""Which functions of more-itertools give a member of what they are given?  `first_true(orders, pred=is_open)`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.arguments import Arguments
from boundary.link.joining import join
from boundary.link.values import BOTTOM

if TYPE_CHECKING:
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.values import Value

NAMES: Final = ("first", "first_true", "last", "nth_or_last", "one", "only")


def member(call: NativeCall) -> Value:
    """Any of the members, for which the condition is asked, or the default."""
    held = call.interpreter.objects.iterate(call.evaluator, call.first, call.line)
    asked = call.arguments.keywords.get("pred", BOTTOM)
    if asked:
        call.interpreter.calls.call(call.evaluator, asked, Arguments((held,)), call.line)
    return join((held, call.arguments.keywords.get("default", BOTTOM), call.atoms.none))


HOOKS: Final = ()
NATIVES: Final[dict[str, Handler]] = {f"more_itertools.{name}": member for name in NAMES}
