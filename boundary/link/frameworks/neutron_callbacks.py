"""Which functions run when something is published in a plug-in of Neutron?  Those that subscribed to it.

Each heard of a resource and an event: `registry.subscribe(callback, resource, event)`, or a method under
`@registry.receives(resource, [event])`, of whichever plug-in. They run where `registry.publish(resource, event, ...)`
stands, inside its transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import strings
from boundary.link.domain.values import UNKNOWN, Function
from boundary.link.frameworks.entry_functions import functions_in
from boundary.link.frameworks.pluggy_hooks import bound
from boundary.link.frameworks.sqlalchemy.events import listen
from boundary.link.members import containers
from boundary.link.syntax.kinds import FUNCTION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

REGISTRY: Final = "neutron_lib.callbacks.registry"
RECEIVES: Final = "receives"


def start(interpreter: Interpreter) -> None:
    """Methods that receive are met with their classes, not when somebody calls them."""
    if not interpreter.frameworks.imports("neutron_lib"):
        return
    for cls in list(interpreter.program.classes):
        for name in _receiving(cls) if not cls.library and cls.closure is None else ():
            interpreter.classes.own(cls, name)


def _receiving(cls: ClassInfo) -> list[str]:
    return [
        name
        for name, bindings in cls.bindings.items()
        if any(type(one.statement) is FUNCTION and one.statement.decorators for one in bindings)
    ]


def receives(call: NativeCall) -> Value:
    """`@receives(resources.PORT, [events.AFTER_DELETE])`."""
    resources = strings(call.arguments.get(0, "resource") or UNKNOWN)
    listed = call.arguments.get(1, "events") or UNKNOWN
    events = containers.texts_in(listed)
    topics = tuple((resource, event) for resource in resources for event in events)
    return call.atoms.native(f"{REGISTRY}.{RECEIVES}.decorator", topics)


def decorated(call: NativeCall) -> Value:
    """The method behind `@receives(...)`."""
    _hear(call, call.first, call.receiver)
    return call.first


def subscribe(call: NativeCall) -> Value:
    """`subscribe(callback, resource, event)`."""
    _hear(call, call.arguments.get(0, "callback") or UNKNOWN, _topics(call, 1))
    return call.atoms.none


def _hear(call: NativeCall, callback: Value, topics: Iterable[tuple[str, str]]) -> None:
    """From now on the functions run when something of these topics is told."""
    for topic in topics:
        for atom in functions_in(callback):
            call.interpreter.write((REGISTRY, topic), atom.alone)


def publish(call: NativeCall) -> Value:
    """`publish(resource, event, trigger, payload=payload)`: whoever subscribed runs here."""
    resource, event = call.arguments.get(0, "resource") or UNKNOWN, call.arguments.get(1, "event") or UNKNOWN
    trigger, payload = call.arguments.get(2, "trigger") or UNKNOWN, call.arguments.get(3, "payload") or UNKNOWN
    given = Arguments((resource, event, trigger), {"payload": payload})
    with call.evaluator.believed(because="signal"):
        for topic in _topics(call, 0):
            for atom in call.interpreter.read((REGISTRY, topic), call.evaluator.context):
                if isinstance(atom, Function):
                    call.interpreter.calls.call(call.evaluator, bound(call, atom), given, call.line)
    return call.atoms.none


def _topics(call: NativeCall, position: int) -> list[tuple[str, str]]:
    """What is heard of or told: pairs of a resource and an event."""
    resources = strings(call.arguments.get(position, "resource") or UNKNOWN)
    events = strings(call.arguments.get(position + 1, "event") or UNKNOWN)
    return [(resource, event) for resource in resources for event in events]


NATIVES: Final[dict[str, Handler]] = {
    f"{REGISTRY}.{RECEIVES}": receives,
    f"{REGISTRY}.{RECEIVES}.decorator": decorated,
    f"{REGISTRY}.subscribe": subscribe,
    f"{REGISTRY}.publish": publish,
    "neutron_lib.db.api.sqla_listen": listen,
}
