"""What runs that nobody has written a call of?  Defaults of columns, and what is told of rows that are loaded.

Most of these functions give the time, an identifier or an attribute: that they run is worth no word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.calling.contexts import Context
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator

DEEPEST_IDLE: Final = 2
"""What functions call is looked at so deep, to tell whether they do anything."""


def run(evaluator: Evaluator, function: Value, given: Arguments, line: int) -> None:
    """Call a function; one that does nothing is not called."""
    edges = evaluator.context.edges
    before = len(edges)
    evaluator.interpreter.calls.call(evaluator, function, given, line)
    last = next(reversed(edges)) if len(edges) == before + 1 else None
    if last is not None and _does_nothing(last.callee, DEEPEST_IDLE):
        del edges[last]


def _does_nothing(context: Context, depth: int) -> bool:
    """Whether a function has come to its end without an access, as have those that it calls."""
    if context.state != "done" or context.touches or context.routines or context.blinds or context.regions:
        return False
    return not context.edges or (depth > 0 and all(_does_nothing(one.callee, depth - 1) for one in context.edges))
