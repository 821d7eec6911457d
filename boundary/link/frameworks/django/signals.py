"""Which receivers run when?  Signals of models and of the project, connected by decorator or call."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TypeAlias

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import strings
from boundary.link.domain.values import ANY, BOTTOM, UNKNOWN, ClassAtom, Constant, Container, Function, Instance, by_age
from boundary.link.frameworks.entry_functions import register
from boundary.link.frameworks.protocol import Hook
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.django.model_info import ModelInfo, Relation
    from boundary.link.frameworks.protocol import NativeCall

Sender: TypeAlias = "ClassInfo | str | None"
SIGNAL: Final = "django.dispatch.Signal"
ANYONE: Final = "anyone"
"""Stands for senders of which nothing is known: each may be one of them."""
UNCALLED: Final = "functions that nobody calls"
"""What they connect to senders that they are handed is connected to none."""
FOLLOWED: Final = "functions that settings name"
MODEL_SIGNALS: Final = "django.db.models.signals"
BY_DJANGO: Final = (
    (MODEL_SIGNALS, "pre_migrate"),
    (MODEL_SIGNALS, "post_migrate"),
    ("django.core.signals", "request_started"),
    ("django.core.signals", "request_finished"),
    ("django.db.backends.signals", "connection_created"),
)
"""Signals that Django sends where no code of the project is at work."""
SENT: Final = {
    "save": ("raw", "using", "update_fields"),
    "delete": ("using", "origin"),
    "changed": ("action", "reverse", "model", "pk_set", "using"),
}
"""What Django sends with a signal beside the sender and the instance, by the last word of its name."""


class SignalHook(Hook):
    """Signals are told apart by where they are made."""

    base = SIGNAL
    distinct = True


class Receivers:
    """Who listens to which signal: by its site and by the sender (None for all), functions in the order of asking."""

    def __init__(self) -> None:
        self._held: dict[Hashable, dict[Sender, dict[Value, int]]] = {}
        """Each function with its place in the order of all: a large program has one for each model."""
        self._count = 0
        self.functions: set[FunctionInfo] = set()
        """All of them, whatever they listen to."""
        self._first: dict[Hashable, Value] = {}
        self._named: set[Hashable] = set()
        """The calls that have connected a function to senders that are known, and which function that is."""
        self._unsaid: dict[tuple[Hashable, Value], set[Hashable]] = {}
        """The same of senders of which nothing is known, by signal and receiver."""

    def connect(self, call: NativeCall, site: Hashable, sender: Sender, receiver: Value) -> None:
        """Remember what a call connects, which may connect more for other callers.

        Where it names the senders of a function for some, those that it does not name for others are none: it goes
        through what it is handed, and is handed nothing (`{"save": {Order: ...}, "delete": {}}`).
        """
        functions = frozenset([atom.function for atom in receiver if isinstance(atom, Function)])
        place = site, functions, call.evaluator.module.name, call.line
        if sender == ANYONE:
            self._unsaid.setdefault((site, receiver), set()).add(place)
        elif place not in self._named:
            self._named.add(place)
            call.interpreter.changed(("signal", site))
        self.add(call.interpreter, site, sender, receiver)

    def add(self, interpreter: Interpreter, site: Hashable, sender: Sender, receiver: Value) -> None:
        """Remember a receiver; what has sent the signal before is evaluated again."""
        asked = self._held.setdefault(site, {}).setdefault(sender, {})
        if receiver not in asked:  # it may be known already, for other senders
            asked[receiver] = self._count
            self._count += 1
            self.functions.update([atom.function for atom in receiver if isinstance(atom, Function)])
            interpreter.changed(("signal", site))

    def is_first(self, site: Hashable, sender: Sender, uid: list[str], receiver: Value) -> bool:
        """Whether a method is the first that listens under its `dispatch_uid`: those of other objects then do not."""
        if len(uid) != 1 or len(receiver) != 1 or sender == ANYONE:
            return True
        (atom,) = receiver
        if not isinstance(atom, Function) or atom.receiver is None:
            return True
        return self._first.setdefault((site, sender, uid[0], atom.function), receiver) == receiver

    def of(self, evaluator: Evaluator, site: Hashable) -> list[tuple[Sender, Value]]:
        """The receivers of a signal."""
        return self.hearing(evaluator, site, set(self._held.get(site, ())))

    def hearing(self, evaluator: Evaluator, site: Hashable, wanted: set[Sender]) -> list[tuple[Sender, Value]]:
        """The receivers of a signal that asked for one of these senders."""
        evaluator.interpreter.read(("signal", site), evaluator.context)
        held = self._held.get(site, {})
        found = [
            (place, sender, one)
            for sender in wanted
            for one, place in held.get(sender, {}).items()
            if sender != ANYONE or not self._unsaid.get((site, one), {None}) <= self._named
        ]
        return [(sender, one) for _, sender, one in sorted(found, key=_place)]

    def heard(self, meant: Function) -> list[tuple[Hashable, Sender]]:
        """The signals that a function listens to, each with a sender that it asked for.

        What one decorator has made of two functions is not one function: each listens to its own.
        """
        return [
            (site, sender)
            for site, held in (self._held.items() if meant.function in self.functions else ())
            for sender, asked in held.items()
            if any(_is_made_of(atom, meant) for one in asked for atom in one)
        ]


def _place(found: tuple[int, Sender, Value]) -> int:
    return found[0]


def _is_made_of(atom: Atom, meant: Function) -> bool:
    """Whether an atom is a function, made by the same call where one makes it; on whichever object."""
    return isinstance(atom, Function) and atom.function is meant.function and atom.closure is meant.closure


def receivers(interpreter: Interpreter) -> Receivers:
    """The receivers of the program under analysis."""
    held: Receivers | None = interpreter.frameworks.state.get("receivers")
    if held is None:
        held = interpreter.frameworks.state["receivers"] = Receivers()
    return held


def listens(interpreter: Interpreter, function: FunctionInfo) -> bool:
    """Whether a function is connected to any signal, or the settings say that each page asks it."""
    held: Receivers | None = interpreter.frameworks.state.get("receivers")
    return (held is not None and function in held.functions) or function in followed(interpreter)


def followed(interpreter: Interpreter) -> set[FunctionInfo]:
    """The functions that settings name, wherever they stand."""
    held: set[FunctionInfo] = interpreter.frameworks.state.setdefault(FOLLOWED, set())
    return held


def sites(value: Value) -> list[Hashable]:
    """The signals in a value, and in the lists of signals that it may be."""
    atoms: list[Atom] = []
    for atom in by_age(value):
        members = containers.parts(atom) if isinstance(atom, Container) else [atom.alone]
        atoms.extend(one for held in members for one in by_age(held))
    return list(dict.fromkeys(site_of(atom) for atom in atoms if isinstance(atom, Instance)))


def site_of(signal: Instance) -> Hashable:
    """What tells a signal from others; those that have no name of their own (in a dict, in a list) are one."""
    return signal.site if signal.site is not None else signal.cls


def senders(interpreter: Interpreter, value: Value | None) -> list[Sender]:
    """The classes that a `sender=` names; None for every sender, `ANYONE` where nothing is known of them."""
    if value is None or all(isinstance(atom, Constant) and atom.value is None for atom in value):
        return [None]
    found: list[Sender] = []
    for atom in value:
        if isinstance(atom, ClassAtom):
            found.append(atom.cls)
        elif isinstance(atom, Constant) and isinstance(atom.value, str):
            from boundary.link.frameworks.django.models import models  # noqa: PLC0415 - a sibling that needs this file

            model = models(interpreter).named(atom.value)
            if model is not None:
                found.append(model.cls)
    return found or ([ANYONE] if ANY in value else [])


def connect(call: NativeCall) -> Value:
    """`signal.connect(receiver, sender=...)`."""
    receiver = call.arguments.get(0, "receiver") or UNKNOWN
    uid, held = strings(call.arguments.get(3, "dispatch_uid") or BOTTOM), receivers(call.interpreter)
    uncalled = call.evaluator.context.function in call.interpreter.frameworks.state.get(UNCALLED, ())
    signals = sites(call.receiver.alone if isinstance(call.receiver, Instance) else UNKNOWN)
    asked = senders(call.interpreter, call.arguments.get(1, "sender"))
    if not call.evaluator.module.library and (not asked or not set(BY_DJANGO).isdisjoint(signals)):
        register(call.interpreter, "signal", "", receiver)  # nothing that is read sends it
    for sender in asked:
        if uncalled and sender == ANYONE:
            continue
        for site in signals:
            if held.is_first(site, sender, uid, receiver):
                held.connect(call, site, sender, receiver)
    return call.atoms.none


def receiver_decorator(call: NativeCall) -> Value:
    """`@receiver(signal, sender=...)`."""
    signal = call.arguments.get(0, "signal") or UNKNOWN
    found = tuple(sites(signal))
    held = tuple(senders(call.interpreter, call.arguments.get(-1, "sender")))
    return call.atoms.native("signal.decorator", (found, held))


def decorate(call: NativeCall) -> Value:
    """The function behind `@receiver(...)`."""
    function = call.arguments.get(0, "") or UNKNOWN
    found, held = call.receiver
    for site in found:
        for sender in held:
            receivers(call.interpreter).add(call.interpreter, site, sender, function)
    entries = call.interpreter.frameworks.state.setdefault("receiver functions", {})
    for atom in function:
        if isinstance(atom, Function):
            entries[atom] = "signal"
    return function


def send(call: NativeCall) -> Value:
    """`signal.send(sender, **named)`: every receiver runs here."""
    evaluator = call.evaluator
    if not isinstance(call.receiver, Instance):
        return UNKNOWN
    given = call.arguments.get(0, "sender") or UNKNOWN
    named = {**call.arguments.keywords, "sender": given, "signal": call.receiver.alone}
    results: list[Value] = []
    with evaluator.believed(because="signal"):
        for sender, receiver in _hearing(evaluator, call.receiver, given):
            with _doubted(evaluator, sender):
                results.append(call.interpreter.calls.call(evaluator, receiver, Arguments((), named), call.line))
    element = frozenset().union(*results) | {ANY}
    pair = call.atoms.container("tuple", element, (UNKNOWN, element))
    return call.atoms.container("list", pair)


def _hearing(evaluator: Evaluator, signal: Instance, given: Value) -> Iterator[tuple[Sender, Value]]:
    """The receivers of a signal that hear it from a sender, each with the sender that it asked for."""
    classes = {atom.cls for atom in given if isinstance(atom, ClassAtom)}
    for sender, receiver in receivers(evaluator.interpreter).of(evaluator, site_of(signal)):
        if sender in {None, ANYONE} or not classes or sender in classes:
            yield sender, receiver


def live_receivers(call: NativeCall) -> Value:
    """`signal._live_receivers(sender)`, for signals of the project's own that call their receivers themselves.

    A list of functions and one of coroutines, as it is since Django 5.0.
    """
    evaluator = call.evaluator
    if not isinstance(call.receiver, Instance):
        return UNKNOWN
    given = call.arguments.get(0, "sender") or UNKNOWN
    held = [receiver for _, receiver in _hearing(evaluator, call.receiver, given)]
    functions, none = containers.make(evaluator, "list", held), containers.make(evaluator, "list", [])
    return containers.make(evaluator, "tuple", [functions, none])


def fire(  # noqa: PLR0913 - one event, spelled out
    evaluator: Evaluator,
    name: str,
    model: ModelInfo,
    line: int,
    *,
    guessed: bool,
    relation: Relation | None = None,
    created: bool | None = None,
    told: dict[str, Value] | None = None,
) -> None:
    """A signal of Django's own about one model (or one of its relations): receivers run inside the transaction."""
    interpreter = evaluator.interpreter
    wanted: set[Sender] = {None, ANYONE, model.cls}
    if relation is not None:
        wanted = {None, ANYONE, relation.through.cls if relation.through else relation.made}
    held = receivers(interpreter).hearing(evaluator, (MODEL_SIGNALS, name), wanted)
    if not held:
        return
    instance = evaluator.atoms.instance(model.cls, guessed=guessed)
    named = dict.fromkeys(SENT[name.rpartition("_")[2]], UNKNOWN)
    named |= {"sender": evaluator.atoms.class_(model.cls), "instance": instance, **(told or {})}
    if name == "post_save":
        named["created"] = UNKNOWN if created is None else evaluator.atoms.constant(created)
    with evaluator.believed(because="signal"):
        for sender, receiver in held:
            functions = frozenset(atom for atom in receiver if not isinstance(atom, Constant))
            with _doubted(evaluator, sender):
                interpreter.calls.call(evaluator, functions, Arguments((), named), line)


def hears_every_delete(evaluator: Evaluator) -> bool:
    """Whether something listens to every delete, of any model: no row then goes without being looked at."""
    held = receivers(evaluator.interpreter)
    sites = [(MODEL_SIGNALS, name) for name in ("pre_delete", "post_delete")]
    return any(held.hearing(evaluator, site, {None}) for site in sites)


@contextmanager
def _doubted(evaluator: Evaluator, sender: Sender) -> Iterator[None]:
    """What is connected to senders of which nothing is known runs for this one as a guess."""
    before = evaluator.confidence
    if sender == ANYONE:
        evaluator.confidence = "guessed"
    try:
        yield
    finally:
        evaluator.confidence = before


HOOKS: Final = (SignalHook(),)
NATIVES: Final = {
    f"{SIGNAL}.connect": connect,
    f"{SIGNAL}.send": send,
    f"{SIGNAL}.send_robust": send,
    f"{SIGNAL}.asend": send,
    f"{SIGNAL}.asend_robust": send,
    f"{SIGNAL}._live_receivers": live_receivers,
    "django.dispatch.receiver": receiver_decorator,
    "signal.decorator": decorate,
}
