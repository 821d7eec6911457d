"""What do functions give that are called one behind the other?  `pipe(order, check, save)`.

Or `compose(save, check)(order)`: of toolz and cytoolz, funcy, returns and expression.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.values import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

COMPOSED: Final = "composed functions"
PIPES: Final = (
    *(f"{package}.pipe" for package in ("toolz", "toolz.functoolz", "cytoolz", "cytoolz.functoolz", "expression")),
    *("returns.pipeline.flow", "expression.core.pipe"),
)
FROM_RIGHT: Final = (
    *(f"{package}.compose" for package in ("toolz", "toolz.functoolz", "cytoolz", "cytoolz.functoolz", "funcy")),
)
FROM_LEFT: Final = (
    *(f"{package}.compose_left" for package in ("toolz", "toolz.functoolz", "cytoolz", "cytoolz.functoolz")),
    *("funcy.rcompose", "returns.pipeline.pipe", "expression.compose", "expression.core.compose"),
)


def piped(call: NativeCall) -> Value:
    """`pipe(order, check, save)`."""
    return _through(call, call.arguments.positional[1:], Arguments((call.first,)))


def composed(call: NativeCall) -> Value:
    """`compose(save, check)`, `compose_left(check, save)`: in the order in which they are called."""
    functions = call.arguments.positional
    return call.atoms.native(COMPOSED, functions[::-1] if call.name in FROM_RIGHT else functions)


def called(call: NativeCall) -> Value:
    """What such functions together make of what they are called with."""
    return _through(call, call.receiver, call.arguments)


def _through(call: NativeCall, functions: Iterable[Value], given: Arguments) -> Value:
    made = given.get(0, "") or UNKNOWN
    for function in functions:
        made = call.interpreter.calls.call(call.evaluator, function, given, call.line) or UNKNOWN
        given = Arguments((made,))
    return made


NATIVES: Final[dict[str, Handler]] = {
    **dict.fromkeys(PIPES, piped),
    **dict.fromkeys((*FROM_RIGHT, *FROM_LEFT), composed),
    COMPOSED: called,
}
