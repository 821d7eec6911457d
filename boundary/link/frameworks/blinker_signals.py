"""Which receivers run when a signal of blinker is sent?  Flask's own signals among them.

A signal is told apart by its name, or by where it is made. A receiver is called with the sender before what is named.
One that asks for a class as sender hears of that alone, and of classes below one that is sent: what is known of a row
may be the class above its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.definitions.symbols import ClassInfo
from boundary.link.domain.asking import strings
from boundary.link.domain.values import ANY, BOTTOM, UNKNOWN, ClassAtom, Function, Instance
from boundary.link.frameworks.django.signals import receivers
from boundary.link.frameworks.protocol import Hook

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

SIGNAL: Final = "blinker.Signal"
VIA: Final = "blinker.connected via"


class MadeSignal(Hook):
    """Signals are told apart by where they are made."""

    base = SIGNAL
    distinct = True


def of_name(call: NativeCall) -> Value:
    """`signal("order-paid")`: signals of one name are one signal, wherever it is asked for."""
    cls = call.interpreter.library_class(SIGNAL)
    names = strings(call.arguments.get(0, "name") or UNKNOWN)
    if cls is None:
        return UNKNOWN
    return call.atoms.instance(cls, site=("named signal", names[0]) if len(names) == 1 else None)


def connect(call: NativeCall) -> Value:
    """`signal.connect(receiver, sender=Order)`, or as a decorator: the function stays what it is."""
    receiver = call.arguments.get(0, "receiver") or UNKNOWN
    _listen(call, call.receiver, call.arguments.get(1, "sender") or BOTTOM, receiver)
    return receiver


def connect_via(call: NativeCall) -> Value:
    """`@signal.connect_via(Order)`."""
    return call.atoms.native(VIA, (call.receiver, call.arguments.get(0, "sender") or BOTTOM))


def connected_via(call: NativeCall) -> Value:
    """What that does to the function."""
    signal, sender = call.receiver
    _listen(call, signal, sender, call.first)
    return call.first


def _listen(call: NativeCall, signal: object, sender: Value, receiver: Value) -> None:
    """A function waits for a signal: of the classes that it names, or of anybody."""
    if isinstance(signal, Instance) and signal.site is not None:
        classes: list[ClassInfo | None] = [atom.cls for atom in sender if isinstance(atom, ClassAtom)]
        for one in classes or [None]:
            receivers(call.interpreter).add(call.interpreter, signal.site, one, receiver)
    entries = call.interpreter.frameworks.state.setdefault("receiver functions", {})
    entries.update({atom: "signal" for atom in receiver if isinstance(atom, Function)})


def heard_by(evaluator: Evaluator, site: Hashable, sender: Value) -> list[Value]:
    """The receivers of a signal that is sent."""
    known = [atom.cls for atom in sender if isinstance(atom, ClassAtom)]
    derives = evaluator.interpreter.classes.derives
    return [
        receiver
        for wanted, receiver in receivers(evaluator.interpreter).of(evaluator, site)
        if not isinstance(wanted, ClassInfo) or len(known) < len(sender) or any(derives(wanted, one) for one in known)
    ]


def send(call: NativeCall) -> Value:
    """`signal.send(sender, **named)`: every receiver runs here."""
    if not isinstance(call.receiver, Instance):
        return UNKNOWN
    sender = call.arguments.get(0, "sender") or call.atoms.none
    given = Arguments((sender,), call.arguments.keywords)
    with call.evaluator.believed(because="signal"):
        results = [
            call.interpreter.calls.call(call.evaluator, receiver, given, call.line)
            for receiver in heard_by(call.evaluator, call.receiver.site, sender)
        ]
    element = frozenset().union(*results) | {ANY}
    return call.atoms.container("list", call.atoms.container("tuple", element, (UNKNOWN, element)))


HOOKS: Final = (MadeSignal(),)
NATIVES: Final[dict[str, Handler]] = {
    "blinker.signal": of_name,
    "blinker.Namespace.signal": of_name,
    f"{SIGNAL}.connect": connect,
    f"{SIGNAL}.connect_via": connect_via,
    VIA: connected_via,
    f"{SIGNAL}.send": send,
}
