"""Who answers a message of oslo.messaging?  The public methods of a server's endpoints, each by its name.

    server = messaging.get_rpc_server(transport, target, [ConductorManager(host)])
    client.prepare(version="1.1").call(context, "update_node", node=node)

Whoever listens does so in another process: what a client calls or casts is no part of the transaction around it. An
endpoint's method is handed the context and what the client says by name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM, UNKNOWN, Instance, by_age
from boundary.link.frameworks.entry_functions import register
from boundary.link.frameworks.falcon_routes import methods_of
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

CLIENT: Final = "oslo_messaging.RPCClient"
ENDPOINTS: Final = ("endpoints of oslo.messaging",)


def served(call: NativeCall) -> Value:
    """`get_rpc_server(transport, target, endpoints)`."""
    given = call.arguments.get(2, "endpoints") or BOTTOM
    for atom in by_age(containers.element(call.evaluator, given)):
        if isinstance(atom, Instance) and not atom.cls.library:
            call.interpreter.write(ENDPOINTS, atom.alone)
            _enter(call, atom)
    return UNKNOWN


def _enter(call: NativeCall, endpoint: Instance) -> None:
    """Whoever knows the name of a public method may call it."""
    mro = [one for one in call.interpreter.classes.mro(endpoint.cls) if not one.library]
    for name in dict.fromkeys(name for one in mro for name in methods_of(one)):
        if not name.startswith("_"):
            method = call.interpreter.attributes.get(call.evaluator, endpoint.alone, name, call.line)
            register(call.interpreter, "rpc", "", method)


def sent(call: NativeCall) -> Value:
    """`client.call(context, "update_node", node=node)`, `client.cast(...)`."""
    names = strings(call.arguments.get(1, "method") or BOTTOM)
    named = {name: value for name, value in call.arguments.keywords.items() if name not in {"ctxt", "method"}}
    given = Arguments((call.arguments.get(0, "ctxt") or UNKNOWN,), named, others=call.arguments.others)
    found = BOTTOM
    for atom in by_age(call.interpreter.read(ENDPOINTS, call.evaluator.context)) if names else ():
        assert isinstance(atom, Instance)  # noqa: S101 - as `served` wrote it
        for name in names:
            if call.interpreter.classes.lookup(atom.cls, name)[1]:
                method = call.interpreter.attributes.get(call.evaluator, atom.alone, name, call.line)
                found |= call.interpreter.calls.deferred(call.evaluator, method, given, call.line)
    return (found or UNKNOWN) if call.name.endswith(".call") else call.atoms.none


NATIVES: Final[dict[str, Handler]] = {
    "oslo_messaging.get_rpc_server": served,
    f"{CLIENT}.call": sent,
    f"{CLIENT}.cast": sent,
}
