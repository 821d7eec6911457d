"""Who ends the work of a request?  A function that runs behind it and commits, once the view has returned.

Flask calls what `@app.after_request` and `@app.teardown_request` were handed, Pyramid what a request was handed by a
subscriber to new requests, or by what makes `request.db` (`request.add_finished_callback(end_work)`), Sanic what
`@app.on_response` and `@app.middleware("response")` decorate, Tornado a handler's own `on_finish`, Falcon a
middleware's `process_response`. Where such a function commits what its callers have left open, each view is a unit of
work that ends there. So does the one with which a `TransactionHook` of Pecan is told to commit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import BOTTOM, UNKNOWN
from boundary.link.frameworks.entry_functions import functions_in, register
from boundary.link.frameworks.registry import PYRAMID_REQUEST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.calling.contexts import Context
    from boundary.link.domain.values import Function, Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.entry_points import Entry
    from boundary.link.frameworks.protocol import Handler, NativeCall

KEY: Final = "functions behind requests"
COMMITTED: Final = "requests are committed"
SCAFFOLD: Final = "flask.scaffold.Scaffold"
TORNADO: Final = "tornado.web.RequestHandler"
HANDED: Final = "functions of responses"
RESPONSE: Final = "werkzeug.wrappers.Response"
RESPONSES: Final = ("after_request", "after_app_request")
RESPONDING: Final = ("middleware", "on_response")
BEHIND: Final = (
    *(f"{SCAFFOLD}.{name}" for name in ("after_request", "after_app_request")),
    *(f"{SCAFFOLD}.{name}" for name in ("teardown_request", "teardown_app_request", "teardown_appcontext")),
    "advanced_alchemy.config.behind_requests",
    *(f"{PYRAMID_REQUEST}.{name}" for name in ("add_finished_callback", "add_response_callback")),
)


def behind_requests(call: NativeCall) -> Value:
    """`@app.teardown_request`, `request.add_finished_callback(end_work)`."""
    run_behind(call.interpreter, call.first)
    if call.name.endswith(RESPONSES):
        of_response(call)
    return call.first or UNKNOWN


def of_response(call: NativeCall) -> Value:
    """`@app.after_request`, `@after_this_request`: the function is handed the response of Flask."""
    held = call.interpreter.frameworks.state.setdefault(HANDED, {})
    held.update({atom.function: None for atom in functions_in(call.first)})
    return call.first or UNKNOWN


def handed_to(interpreter: Interpreter, atom: Function) -> dict[str, Value] | None:
    """What such a function is called with: it may register more, `@response.call_on_close`."""
    cls = interpreter.library_class(RESPONSE)
    if cls is None or atom.function not in interpreter.frameworks.state.get(HANDED, {}):
        return None
    behind = 1 if atom.receiver is not None else 0
    names = [one.name for one in atom.function.parameters[behind:]]
    return {names[0]: interpreter.atoms.instance(cls, exact=False)} if names else None


def decorates_behind(call: NativeCall) -> Value:
    """`@app.on_response`, `@app.middleware("response")`."""
    given = call.first
    return behind_requests(call) if any(functions_in(given)) else call.atoms.native("behind requests", None)


def transaction_hook(call: NativeCall) -> Value:
    """`TransactionHook(start, start_read_only, commit, rollback, clear)`."""
    run_behind(call.interpreter, call.arguments.get(2, "commit") or BOTTOM)
    return call.atoms.none


def commits_requests(call: NativeCall) -> Value:
    """`__commits_requests__()` in a skeleton, where a library is told to: `before_send_handler="autocommit"`."""
    call.interpreter.frameworks.state[COMMITTED] = True
    return call.atoms.none


def end_with_requests(interpreter: Interpreter) -> bool:
    """Whether a library commits what a request has left open."""
    return COMMITTED in interpreter.frameworks.state


def run_behind(interpreter: Interpreter, value: Value) -> None:
    """Functions that run once a view has returned."""
    register(interpreter, "middleware", "", value)
    for atom in functions_in(value):
        interpreter.frameworks.state.setdefault(KEY, {})[atom.function] = None


def ended_requests(interpreter: Interpreter, entries: list[Entry]) -> dict[int, list[Context]]:
    """The views whose work is ended by functions that run behind them, by these functions' contexts."""
    held = [context for one in interpreter.frameworks.state.get(KEY, {}) for context in one.contexts.values()]
    views = [one.context for one in entries if one.kind == "route"] if held else []
    return {id(context): views for context in held} | dict(_ended_by_handlers(interpreter, entries))


def _ended_by_handlers(interpreter: Interpreter, entries: list[Entry]) -> Iterator[tuple[int, list[Context]]]:
    """What a handler of Tornado does at the end of each of its requests."""
    for one in entries:
        owner, function = one.owner, one.context.function
        if owner is None or function is None or function.name != "on_finish":
            continue
        if interpreter.classes.is_subclass(owner, TORNADO):
            yield id(one.context), [other.context for other in entries if other.owner is owner and other is not one]


NATIVES: Final[dict[str, Handler]] = {
    **dict.fromkeys(BEHIND, behind_requests),
    "builtins.__commits_requests__": commits_requests,
    "behind requests": behind_requests,
    **{f"sanic.{place}().{name}": decorates_behind for place in ("Sanic", "Blueprint") for name in RESPONDING},
    "pecan.hooks.TransactionHook.__init__": transaction_hook,
}
