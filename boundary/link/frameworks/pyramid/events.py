"""Who hears of an event of Pyramid?  Subscribers, within the request that tells its registry of the event.

    @subscriber(OrderPlaced)
    def write_log(event): ...

`config.add_subscriber(write_log, OrderPlaced)` says the same. `request.registry.notify(OrderPlaced(request, order))`
calls at once all that hear of this class, of one above it, or of an interface that it implements.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.values import ClassAtom, Instance, by_age
from boundary.link.frameworks.entry_functions import register
from boundary.link.frameworks.pyramid.requests import CONFIGURATOR
from boundary.link.frameworks.pyramid.told import told
from boundary.link.frameworks.zope.interfaces import implemented
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

HEARD: Final = "pyramid subscribers"
DECORATED: Final = "pyramid.events.subscriber()"


def subscriber(call: NativeCall) -> Value:
    """`@subscriber(OrderPlaced, OrderPaid)`."""
    return call.atoms.native(DECORATED, call.arguments.positional)


def subscribed(call: NativeCall) -> Value:
    """What it does to the function."""
    _hear(call.interpreter, call.first, call.receiver)
    return call.first


def add_subscriber(call: NativeCall) -> Value:
    """`config.add_subscriber("shop.events.write_log", OrderPlaced)`."""
    _hear(call.interpreter, told(call, 0, "subscriber"), [told(call, 1, "iface")])
    return call.atoms.none


def _hear(interpreter: Interpreter, function: Value, events: Iterable[Value]) -> None:
    """Remember who hears of which events; whoever tells of them may be the library itself."""
    register(interpreter, "signal", "", function)
    for value in events:
        for one in containers.members(value) or (value,):
            for atom in one:
                if isinstance(atom, ClassAtom):
                    interpreter.write((HEARD, atom.cls), function)


def notify(call: NativeCall) -> Value:
    """`registry.notify(event)`."""
    for event in by_age(call.first):
        if not isinstance(event, Instance):
            continue
        for cls in _known_as(call.interpreter, event.cls):
            function = call.interpreter.read((HEARD, cls), call.evaluator.context)
            if function:
                call.interpreter.calls.call(call.evaluator, function, Arguments((event.alone,)), call.line)
    return call.atoms.none


def _known_as(interpreter: Interpreter, cls: ClassInfo) -> list[ClassInfo]:
    """The class of an event, those above it, and their interfaces."""
    above = list(interpreter.classes.mro(cls))
    return [*above, *sorted(implemented(interpreter, cls).difference(above), key=lambda one: one.dotted)]


NATIVES: Final[dict[str, Handler]] = {
    "pyramid.events.subscriber": subscriber,
    DECORATED: subscribed,
    f"{CONFIGURATOR}.add_subscriber": add_subscriber,
    "pyramid.registry.Registry.notify": notify,
}
