"""Which receivers run when a signal of blinker is sent?  Flask's own signals among them.

A signal is told apart by its name, or by where it is made. A receiver is called with the sender before what is named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import strings
from boundary.link.domain.values import ANY, UNKNOWN, Function, Instance
from boundary.link.frameworks.django.signals import receivers
from boundary.link.frameworks.protocol import Hook

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

SIGNAL: Final = "blinker.Signal"


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
    """`signal.connect(receiver)`, or as a decorator: the function stays what it is."""
    receiver = call.arguments.get(0, "receiver") or UNKNOWN
    if isinstance(call.receiver, Instance) and call.receiver.site is not None:
        receivers(call.interpreter).add(call.interpreter, call.receiver.site, None, receiver)
    entries = call.interpreter.frameworks.state.setdefault("receiver functions", {})
    entries.update({atom: "signal" for atom in receiver if isinstance(atom, Function)})
    return receiver


def send(call: NativeCall) -> Value:
    """`signal.send(sender, **named)`: every receiver runs here."""
    if not isinstance(call.receiver, Instance):
        return UNKNOWN
    given = Arguments((call.arguments.get(0, "sender") or call.atoms.none,), call.arguments.keywords)
    results: list[Value] = []
    with call.evaluator.believed(because="signal"):
        for _, receiver in receivers(call.interpreter).of(call.evaluator, call.receiver.site):
            results.append(call.interpreter.calls.call(call.evaluator, receiver, given, call.line))
    element = frozenset().union(*results) | {ANY}
    return call.atoms.container("list", call.atoms.container("tuple", element, (UNKNOWN, element)))


HOOKS: Final = (MadeSignal(),)
NATIVES: Final[dict[str, Handler]] = {
    "blinker.signal": of_name,
    "blinker.Namespace.signal": of_name,
    f"{SIGNAL}.connect": connect,
    f"{SIGNAL}.send": send,
}
