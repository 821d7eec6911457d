"""Which functions are procedures that are called over XML-RPC or JSON-RPC?

Those of django-modern-rpc: `@rpc_method`, `@server.register_procedure(...)`, `server.register_procedure(f)`. Before a
procedure runs, its predicate is asked about the request. `context_target` names the parameter that holds the context of
the request; older procedures find the request among their keywords.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import strings
from boundary.link.domain.values import ANY, BOTTOM, UNKNOWN
from boundary.link.frameworks.entry_functions import functions_in, register
from boundary.link.syntax.kinds import ATTRIBUTE, NAME
from boundary.link.syntax.walking import nodes_in

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.execution import Executor
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model import code

CONTEXT: Final = "modernrpc.core.RpcRequestContext"
PROCEDURE: Final = "remote procedure"
ANY_NAME: Final = "any name"
REQUEST: Final = "request"


def procedure(call: NativeCall) -> Value:
    """`rpc_method(f)`, `rpc_method(name="Order.create")` as a decorator, and the same of a server or a namespace."""
    given = call.arguments.get(0, "procedure") or call.arguments.get(0, "func") or BOTTOM
    names = strings(call.arguments.get(1, "name") or BOTTOM)
    name = names[0] if len(names) == 1 else ""
    targets = call.arguments.get(-1, "context_target") or BOTTOM
    named = strings(targets)
    target = ANY_NAME if ANY in targets else named[0] if named else ""
    asked = call.arguments.get(-1, "auth") or BOTTOM
    held: Hashable = (PROCEDURE, target, frozenset(functions_in(asked)))
    if not any(True for _ in functions_in(given)):
        return call.atoms.native("procedure.decorator", (name, held))
    register(call.interpreter, "route", name, given, held)
    return given


def decorated(call: NativeCall) -> Value:
    """What such a decorator does to the function."""
    name, held = call.receiver
    register(call.interpreter, "route", name, call.first, held)
    return call.first


def trait(executor: Executor, held: tuple[object, ...]) -> None:
    """A procedure is called: its predicate has the request, and the procedure what it asked for."""
    function = executor.context.function
    cls = executor.interpreter.library_class(CONTEXT) if held[0] == PROCEDURE else None
    if function is None or cls is None:
        return
    context = executor.atoms.instance(cls)
    request = executor.interpreter.attributes.get(executor, context, REQUEST, function.line)
    _, target, asked = held
    assert isinstance(asked, frozenset)  # noqa: S101 - as `procedure` left it
    executor.interpreter.calls.call(executor, asked, Arguments((request,)), function.line)
    for parameter in function.parameters:
        if parameter.kind == "kwargs":
            entries = ((REQUEST, request), (None, UNKNOWN))
            executor.env[parameter.name] = executor.atoms.container("dict", request | UNKNOWN, entries)
        elif parameter.name == target or (target == ANY_NAME and _asks(function.body, parameter.name)):
            executor.env[parameter.name] = context


def _asks(body: tuple[code.Statement, ...], name: str) -> bool:
    """Whether code asks a variable for the request: `context.request`."""
    asked = (node.value for node in nodes_in(body) if type(node) is ATTRIBUTE and node.name == REQUEST)
    return any(type(one) is NAME and one.id == name for one in asked)


NATIVES: Final[dict[str, Handler]] = {
    "modernrpc.core.rpc_method": procedure,
    "modernrpc.server.RegistryMixin.register_procedure": procedure,
    "procedure.decorator": decorated,
}
