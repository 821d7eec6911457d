"""Which functions run when an event of a name is told?  pyee's emitters, and the topics of PyPubSub.

    emitter.on("placed", bill)              emitter.emit("placed", order)
    pub.subscribe(bill, "orders.placed")    pub.sendMessage("orders.placed", order=order)

An emitter is told apart by the line that makes it, one that the project extends by its class. Of one that comes from
elsewhere nobody knows which it is: who listens there hears all of that name. A topic is heard by those who listen to
one above it, too. A coroutine that an emitter of asyncio calls runs on its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.kept_apart import place_of
from boundary.link.domain.keys import key_of
from boundary.link.domain.values import BOTTOM, UNKNOWN, External, Function, Instance, Wrapped, by_age
from boundary.link.frameworks.entry_functions import functions_in
from boundary.link.frameworks.protocol import Hook
from boundary.link.syntax.kinds import FUNCTION

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

EMITTER: Final = "pyee.base.EventEmitter"
LISTENER: Final = "pyee.listener"
PUB: Final = "pubsub.pub"
HEARD: Final = "named events"
ANY_OF_THEM: Final = "any emitter"
NOT_TOLD: Final = "an emitter of which nobody knows which it is"
ALL_TOPICS: Final = ""
UNNAMED: Final = "which event is told is not known"


class EmitterHook(Hook):
    """Emitters are told apart by where they are made."""

    base = EMITTER

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """One that the project extends is made like any other object."""
        del arguments
        return evaluator.atoms.instance(cls, site=("emitter", evaluator.module.name, line)) if cls.library else None


def on(call: NativeCall) -> Value:
    """`emitter.on("placed", bill)`, or a decorator: the function stays what it is."""
    function = call.arguments.get(1, "f") or BOTTOM
    if not any(True for _ in functions_in(function)):
        return call.atoms.native(LISTENER, (call.receiver, call.first))
    _listen(call, call.receiver, call.first, function)
    return function


def decorated(call: NativeCall) -> Value:
    """What `@emitter.on("placed")` does to the function."""
    emitter, events = call.receiver
    _listen(call, emitter, events, call.first)
    return call.first


def _listen(call: NativeCall, emitter: Atom, events: Value, function: Value) -> None:
    place = place_of(emitter)
    for atom in by_age(events):
        name = key_of(atom.alone)
        if name is not None:
            _hear(call, (NOT_TOLD if place is None else place, name), function)
            _hear(call, (ANY_OF_THEM, name), function)


def emit(call: NativeCall) -> Value:
    """`emitter.emit("placed", order)`: who listens runs here, a coroutine on its own."""
    place, given = place_of(call.receiver), call.arguments.behind_first()
    for atom in by_age(call.first):
        name = key_of(atom.alone)
        if name is None:
            call.evaluator.blind(call.line, UNNAMED)
        else:
            keys = [(ANY_OF_THEM, name)] if place is None else [(place, name), (NOT_TOLD, name)]
            _tell(call, keys, given, at_once=False)
    return UNKNOWN


def subscribe(call: NativeCall) -> Value:
    """`pub.subscribe(bill, "orders.placed")`: the listener, and whether it is a new one."""
    listener, topics = call.first, call.arguments.get(1, "topicName") or UNKNOWN
    if any(isinstance(atom, External) for atom in topics):  # `pub.ALL_TOPICS`
        _hear(call, (PUB, ALL_TOPICS), listener)
    for topic in strings(topics):
        _hear(call, (PUB, topic), listener)
    return call.atoms.container("tuple", listener, (listener, UNKNOWN))


def send_message(call: NativeCall) -> Value:
    """`pub.sendMessage("orders.placed", order=order)`."""
    topics = strings(call.arguments.get(0, "topicName") or UNKNOWN)
    if not topics:
        call.evaluator.blind(call.line, UNNAMED)
    for topic in topics:
        parts = topic.split(".")
        above = [".".join(parts[:count]) for count in range(len(parts), 0, -1)]
        _tell(call, [(PUB, one) for one in (*above, ALL_TOPICS)], call.arguments.behind_first(), at_once=True)
    return call.atoms.none


def _hear(call: NativeCall, key: tuple[Hashable, ...], function: Value) -> None:
    """From now on functions run when this is told."""
    heard = frozenset([atom for atom in function if isinstance(atom, (Function, Instance, Wrapped))])
    call.interpreter.write((HEARD, *key), heard)


def _tell(call: NativeCall, keys: Iterable[tuple[Hashable, ...]], given: Arguments, *, at_once: bool) -> None:
    calls = call.interpreter.calls
    with call.evaluator.believed(because="signal"):
        for key in keys:
            for atom in by_age(call.interpreter.read((HEARD, *key), call.evaluator.context)):
                if at_once or not _is_coroutine(atom):
                    calls.call(call.evaluator, atom.alone, given, call.line)
                else:
                    calls.deferred(call.evaluator, atom.alone, given, call.line)


def _is_coroutine(atom: Atom) -> bool:
    node = atom.function.node if isinstance(atom, Function) else None
    return type(node) is FUNCTION and node.is_async


HOOKS: Final = (EmitterHook(),)
NATIVES: Final[dict[str, Handler]] = {
    **{f"{EMITTER}.{name}": on for name in ("on", "add_listener", "once", "listens_to")},
    f"{EMITTER}.emit": emit,
    LISTENER: decorated,
    f"{PUB}.subscribe": subscribe,
    f"{PUB}.sendMessage": send_message,
}
