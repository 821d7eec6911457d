"""Where does Falcon call in?  The responders of resources (`on_get`, `on_post_items`), hooks, middleware.

A resource extends nothing, and a router of the project's own may choose it: its class is known by the names of its
methods, in programs that import Falcon.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.entry_functions import register
from boundary.link.frameworks.request_hooks import run_behind
from boundary.link.syntax.kinds import FUNCTION

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Function, Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

RESPONDER: Final = re.compile(r"on_(get|post|put|patch|delete|head|options)(_\w+)?")
REQUEST: Final = "falcon.Request"
BOTH: Final = 2
"""Parameters of which the second is the request."""
BEHIND: Final = "process_response"
MIDDLEWARE: Final = frozenset({"process_request", "process_resource", BEHIND})


def start(interpreter: Interpreter) -> None:
    """Find the resources and the middleware."""
    if not interpreter.frameworks.imports("falcon"):
        return
    for cls in list(interpreter.program.classes):
        if cls.library or cls.closure is not None:
            continue
        for name in methods_of(cls):
            if RESPONDER.fullmatch(name):
                register(interpreter, "route", "", interpreter.classes.own(cls, name))
            elif name in MIDDLEWARE and sum(one in cls.bindings for one in MIDDLEWARE) > 1:
                held = interpreter.classes.own(cls, name)
                if name == BEHIND:
                    run_behind(interpreter, held)
                else:
                    register(interpreter, "middleware", "", held)


def handed_to(interpreter: Interpreter, atom: Function) -> dict[str, Value] | None:
    """`def on_post(self, req, resp)`: the request."""
    name, taken = atom.function.name, atom.function.parameters
    if atom.function.cls is None or not (name in MIDDLEWARE or RESPONDER.fullmatch(name)) or len(taken) < BOTH:
        return None
    cls = interpreter.library_class(REQUEST)
    return {taken[1].name: interpreter.atoms.instance(cls)} if cls is not None else None


def methods_of(cls: ClassInfo) -> list[str]:
    """The names of the functions in a class body."""
    return [name for name, bindings in cls.bindings.items() if any(type(one.statement) is FUNCTION for one in bindings)]


def hooked(call: NativeCall) -> Value:
    """`@falcon.before(check)`: the function runs around the responder, which stays what it is."""
    register(call.interpreter, "middleware", "", call.first)
    return call.atoms.native("identity")


NEEDS: Final = ("falcon",)
NATIVES: Final[dict[str, Handler]] = {"falcon.before": hooked, "falcon.after": hooked}
