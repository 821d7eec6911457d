"""What runs around requests?  A middleware that is handed the rest of the application, and calls it.

`async def in_a_session(request, call_next): ...; response = await call_next(request); ...` of FastAPI and Starlette, a
`BaseHTTPMiddleware`, a plain ASGI class, `@web.middleware` of aiohttp, a middleware of Django: each view runs where it
is called, in the transaction that is open there, or before the commit that follows. Each is a way of its own: two
views are never one transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.contexts import OUTSIDE, UNIT, Edge
from boundary.link.domain.values import UNKNOWN
from boundary.link.effects.flow import YIELD
from boundary.link.frameworks.entry_points import ANSWER

if TYPE_CHECKING:
    from boundary.link.calling.contexts import Context
    from boundary.link.domain.values import Function, Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.entry_points import Entry
    from boundary.link.frameworks.protocol import Handler, NativeCall

AROUND: Final = ("around requests",)
"""The trait of a function that is handed a request and what answers it."""
KEY: Final = "answers requests"
DISPATCHING: Final = "starlette.middleware.base.BaseHTTPMiddleware"


def answer(call: NativeCall) -> Value:
    """`await call_next(request)`: the views run here."""
    evaluator = call.evaluator
    evaluator.context.note_yield(evaluator.region)
    evaluator.pending |= YIELD
    call.interpreter.frameworks.state.setdefault(KEY, {})[evaluator.context] = call.line
    return UNKNOWN


def handed_to(interpreter: Interpreter, atom: Function) -> dict[str, Value] | None:
    """`async def in_a_session(request, call_next)`: the second of what it is handed answers the request."""
    names = [one.name for one in atom.function.parameters]
    cls = atom.function.cls
    if cls is not None and atom.receiver is not None:
        if atom.function.name != "dispatch" or not interpreter.classes.is_subclass(cls, DISPATCHING):
            return None
        names = names[1:]
    elif AROUND not in atom.traits:
        return None
    return {names[1]: interpreter.atoms.native(ANSWER, None)} if len(names) > 1 else None


def run_inside(helper: Context, operation: Context, line: int) -> bool:
    """The whole operation runs where a helper yields: in a transaction of that, or before its commit."""
    region = next(iter(helper.open_at_yields()), None)
    if region is not None:
        helper.run_inside(Edge(operation, line, region, body=OUTSIDE))
    elif helper.flow.ends_around_yield:
        helper.run_inside(Edge(operation, line, UNIT, body=OUTSIDE))
    return region is not None or helper.flow.ends_around_yield


def answer_inside(interpreter: Interpreter, entries: list[Entry]) -> None:
    """Each view runs where a middleware calls the rest of the application, itself or through a helper."""
    held: dict[Context, int] = interpreter.frameworks.state.get(KEY, {})
    views = [one.context for one in entries if one.kind == "route"] if held else []
    for helper, line in held.items():
        inside = [run_inside(helper, view, line) for view in views if view is not helper]
        if not any(inside):
            _inside_callers(interpreter, helper, views)


def _inside_callers(interpreter: Interpreter, helper: Context, views: list[Context]) -> None:
    """A helper that opens nothing itself is called in a transaction: the views run in that."""
    for caller in interpreter.contexts if views else ():
        if not caller.regions:
            continue
        for edge in [one for one in caller.edges if one.callee is helper and one.region != OUTSIDE]:
            for view in views:
                caller.run_inside(Edge(view, edge.line, edge.region, body=OUTSIDE))


NATIVES: Final[dict[str, Handler]] = {ANSWER: answer}
