"""Who listens when rows are written?  `event.listens_for` on mapped classes, attributes and sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.domain.asking import strings, truth
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, External, Function, Instance, Native
from boundary.link.evaluator.stores import ANY_NAME
from boundary.link.frameworks.entry_functions import register as enter_later
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.sqlalchemy.collected import ROWS, WORKING_OFF, modules_of, waits
from boundary.link.frameworks.sqlalchemy.configured import MAPPED
from boundary.link.frameworks.sqlalchemy.configured import listen as listen_to_mapping
from boundary.link.frameworks.sqlalchemy.created import CREATED, enter
from boundary.link.frameworks.sqlalchemy.states import state_of
from boundary.link.members import containers
from boundary.link.syntax.kinds import ATTRIBUTE
from boundary.link.syntax.walking import nodes_in, texts_decorated

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.frameworks.sqlalchemy.mapping import Mapping

CONNECTION: Final = "sqlalchemy.engine.Connection"
SESSION: Final = "sqlalchemy.orm.session.Session"
AT_ONCE: Final = frozenset({"before_configured", "after_configured"})
MOST_NESTED: Final = 3
LISTENERS: Final = "sqlalchemy listeners"
"""What the keys begin with that those read who tell listeners, by the event and the attribute."""
FLUSHES: Final = ("before_flush", "after_flush")
IN_WORK: Final = frozenset({"before_flush", "after_flush", "after_flush_postexec", "before_commit"})
OF_SESSIONS: Final = IN_WORK | {"after_commit", "after_rollback", "after_soft_rollback"}
FLUSHED: Final = "flushed"
VALIDATES: Final = "validates"
VALIDATORS: Final = "sqlalchemy validators"
WRITTEN: Final = {"new": "insert", "dirty": "update", "deleted": "delete"}
"""What of a session holds the rows that a flush writes, and how."""
BEING_MADE: Final = ("being made",)
"""Tells an object whose constructor runs from others: it is in no session yet."""


class Listener(NamedTuple):
    """A function that listens: to objects of a class (with an attribute), or to sessions (`cls` None)."""

    cls: object | None
    attribute: str | None
    function: Value
    everyone: bool
    of_collections: bool = True
    """Whether it does anything where no more than a collection of the row has changed."""
    raw: bool = False
    """Whether it is handed the state of the object instead of the object."""


def listeners(interpreter: Interpreter) -> dict[str, list[Listener]]:
    """The listeners by the name of what they listen to."""
    held: dict[str, list[Listener]] = interpreter.frameworks.state.setdefault(LISTENERS, {})
    return held


def listen(call: NativeCall) -> Value:
    """`event.listen(target, "after_insert", function)`."""
    register(call, _told(call), call.arguments.get(2, "fn") or UNKNOWN)
    return call.atoms.none


def listens_for(call: NativeCall) -> Value:
    """`@event.listens_for(target, "after_insert")`."""
    return call.atoms.native("sqlalchemy.listener", _told(call))


def decorated(call: NativeCall) -> Value:
    """What the decorator does to the function."""
    register(call, call.receiver, call.first)
    return call.first


class _Told(NamedTuple):
    """What a listener is told to listen to, and how."""

    target: Value
    names: Value
    raw: bool
    once: bool


def _told(call: NativeCall) -> _Told:
    names = call.arguments.get(1, "identifier") or UNKNOWN
    return _Told(call.first, names, raw=_says(call, "raw"), once=_says(call, "once"))


def _says(call: NativeCall, flag: str) -> bool:
    return truth(call.arguments.keywords.get(flag, BOTTOM)) is True


def register(call: NativeCall, told: _Told, function: Value) -> None:
    """Remember a listener; one that waits until all classes are mapped runs at once."""
    target, names, raw, once = told
    for name in strings(names):
        if once and call.evaluator.context.function is not None and name in OF_SESSIONS:
            _run_once(call, name, target, function)
            continue
        if name in AT_ONCE:
            call.interpreter.calls.call(call.evaluator, function, NO_ARGUMENTS, 0)
            continue
        if name in CREATED:
            enter(call.interpreter, target, function)
            continue
        if name in MAPPED:
            _listen_to_mapping(call, target, function)
            continue
        held = listeners(call.interpreter).setdefault(name, [])
        for atom in target:
            one = Listener(None, None, function, everyone=_is_every_mapper(atom), raw=raw)
            if isinstance(atom, ClassAtom) and not one.everyone:
                one = Listener(atom.cls, None, function, everyone=False, raw=raw)
            elif isinstance(atom, Instance) and isinstance(atom.site, tuple) and atom.site[:1] == ("attribute",):
                one = Listener(atom.site[1], atom.site[2], function, everyone=False, raw=raw)
            if one not in held:
                held.append(one)
                call.interpreter.changed((LISTENERS, name, one.attribute))


def _listen_to_mapping(call: NativeCall, target: Value, function: Value) -> None:
    for atom in target:
        if _is_every_mapper(atom):
            listen_to_mapping(call.interpreter, function, None)
        elif isinstance(atom, ClassAtom):
            listen_to_mapping(call.interpreter, function, atom.cls)


def _run_once(call: NativeCall, name: str, target: Value, function: Value) -> None:
    """`listen(inspect(order).session, "after_flush", function, once=True)` in a function, on the session at hand.

    What it does belongs to the work that is at hand, and to no other; behind the commit it is work of its own.
    """
    if name not in IN_WORK:
        enter_later(call.interpreter, "signal", "", function)
        return
    session = frozenset(atom for atom in target if isinstance(atom, Instance)) or _made(call.evaluator, SESSION)
    given = (session, UNKNOWN, UNKNOWN)[: 3 if "flush" in name else 1]
    _run(call.evaluator, function, given, call.line, flushing="flush" in name)


def _is_every_mapper(atom: Atom) -> bool:
    """Whether who listens to this listens to all mapped classes: `Mapper`, `mapper`, but not a class that is not read.

    A class of a package that is not read is one class, and not one of those that the code at hand writes.
    """
    match atom:
        case ClassAtom(cls=held):
            dotted = held.module.name
        case Function(function=function):
            dotted = function.module.name
        case External(dotted=dotted) | Native(name=dotted):
            pass
        case _:
            return False
    return dotted.split(".")[0] == "sqlalchemy"


def mapper_event(  # noqa: PLR0913 - what has happened, spelled out
    evaluator: Evaluator, mapping: Mapping, op: str, atom: Instance, line: int, *, collection: bool = False
) -> None:
    """Rows of a class are written: who listens to it runs, in the same transaction.

    A row of which only a `collection` has changed is told of as updated, though no statement updates it.
    """
    for event in (f"before_{op}", f"after_{op}", *FLUSHES):  # who listens may be met later, in a constructor
        evaluator.interpreter.read((LISTENERS, event, None), evaluator.context)
    held = listeners(evaluator.interpreter)
    for phase in ("before", "after"):
        for one in held.get(f"{phase}_{op}", ()):
            if collection and not one.of_collections:
                continue
            if one.everyone or (one.cls is not None and one.cls in evaluator.interpreter.classes.mro(mapping.cls)):
                connection = _made(evaluator, CONNECTION)
                target = evaluator.atoms.instance(mapping.cls, stored=True, guessed=atom.guessed)
                given = state_of(evaluator, target) if one.raw else target
                _run(evaluator, one.function, (UNKNOWN, connection, given), line, flushing=True)
                _work_off(evaluator, one, line)
    if not evaluator.flushing:
        _go_through(evaluator, mapping, op, line)


def _go_through(evaluator: Evaluator, mapping: Mapping, op: str, line: int) -> None:
    """Who listens to flushes and goes through `session.new`, `.dirty` or `.deleted` meets the row that is written."""
    held = listeners(evaluator.interpreter)
    for one in [one for event in FLUSHES for one in held.get(event, ())]:
        cls = evaluator.interpreter.library_class(SESSION)
        if cls is not None and goes_through(evaluator.interpreter, one.function):
            session = evaluator.atoms.instance(cls, site=(FLUSHED, op, mapping.cls))
            _run(evaluator, one.function, (session, UNKNOWN, UNKNOWN), line, flushing=True)


def goes_through(interpreter: Interpreter, function: Value) -> bool:
    """Whether a listener asks a session what it has to write."""
    known: dict[Value, bool] = interpreter.frameworks.state.setdefault("sqlalchemy flushed", {})
    if function not in known:
        bodies = [atom.function.body for atom in function if isinstance(atom, Function)]
        known[function] = any(
            type(node) is ATTRIBUTE and node.name in WRITTEN for body in bodies for node in nodes_in(body)
        )
    return known[function]


class FlushedHook(Hook):
    """Sessions in the middle of a flush."""

    base = SESSION

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`session.dirty`: the row that is updated, where that is what the flush does."""
        del line
        if name not in WRITTEN or not isinstance(atom.site, tuple) or atom.site[:1] != (FLUSHED,):
            return None
        _, op, cls = atom.site
        rows = [evaluator.atoms.instance(cls, stored=op != "insert")] if WRITTEN[name] == op else []
        return containers.make(evaluator, "tuple", rows)


def validators(cls: ClassInfo, above: list[ClassInfo]) -> dict[str, list[str]]:
    """The methods of a class that check what is set (`@validates("state")`), by the attribute; `above` is its order."""
    known: dict[str, list[str]] | None = cls.answers.get(VALIDATORS)
    if known is None:
        known = cls.answers[VALIDATORS] = {}
        for one in above:
            for method, attribute in texts_decorated(one, VALIDATES) if not one.library else ():
                held = known.setdefault(attribute, [])
                held.extend([method] if method not in held else [])
    return known


def attribute_event(  # noqa: PLR0913, PLR0917 - what the listener is given
    evaluator: Evaluator, mapping: Mapping, name: str, event: str, target: Value, value: Value, line: int
) -> None:
    """An attribute is set: who listens to it runs; of a name that is not known, whoever listens to one."""
    for method in validators(mapping.cls, evaluator.interpreter.classes.mro(mapping.cls)).get(name, ()):
        named = Arguments((evaluator.atoms.constant(name), value))
        evaluator.interpreter.objects.method(evaluator, target, method, line, named)
    evaluator.interpreter.read((LISTENERS, event, name), evaluator.context)
    for one in listeners(evaluator.interpreter).get(event, ()):
        if one.attribute is None or one.cls not in evaluator.interpreter.classes.mro(mapping.cls):
            continue
        given = (state_of(evaluator, target) if one.raw else target, value, UNKNOWN, UNKNOWN)
        if one.attribute == name:
            _run(evaluator, one.function, given, line)
        elif name == ANY_NAME:
            with evaluator.believed("inferred"):
                _run(evaluator, one.function, given, line)


def constructor_events(evaluator: Evaluator, mapping: Mapping, cls: ClassInfo, arguments: Arguments, line: int) -> None:
    """`Order(state=state)`: a constructor sets the attributes that it is given, and who listens to them runs."""
    if not listeners(evaluator.interpreter).get("set") and not validators(cls, evaluator.interpreter.classes.mro(cls)):
        return
    target = evaluator.atoms.instance(cls, stored=False, site=BEING_MADE)
    for name, value in arguments.keywords.items():
        attribute_event(evaluator, mapping, name, "set", target, value, line)
    if arguments.others:
        attribute_event(evaluator, mapping, ANY_NAME, "set", target, arguments.others, line)


def session_of_object(call: NativeCall) -> Value:
    """`object_session(order)`: none while a constructor runs."""
    if all(isinstance(atom, Instance) and atom.site == BEING_MADE for atom in call.first):
        return call.atoms.none
    return _made(call.evaluator, SESSION)


def link_listeners(interpreter: Interpreter) -> dict[str, Value]:
    """Who is told when pairs of a many-to-many relationship are written, by the table of the pairs."""
    held: dict[str, Value] = interpreter.frameworks.state.setdefault("sqlalchemy link listeners", {})
    return held


def link_event(evaluator: Evaluator, table: str, line: int) -> None:
    """Pairs of a many-to-many relationship are written: who is told of that runs."""
    held = link_listeners(evaluator.interpreter).get(table)
    if held is not None:
        _run(evaluator, held, (), line, flushing=True)


def session_event(evaluator: Evaluator, event: str, session: Value, line: int) -> None:
    """A session flushes or commits: who listens to sessions runs, unless it waits for what rows collect."""
    for one in listeners(evaluator.interpreter).get(event, ()):
        if event in WORKING_OFF and waits(one.function) and _is_fed(evaluator.interpreter, one):
            continue
        if event in FLUSHES and goes_through(evaluator.interpreter, one.function):
            continue  # the rows that are written have been told of already
        flushes = event in {"before_flush", "after_flush"}
        given = (session, UNKNOWN, UNKNOWN)[: 3 if "flush" in event else 1]
        _run(evaluator, one.function, given, line, flushing=flushes)


def _is_fed(interpreter: Interpreter, waiting: Listener) -> bool:
    """Whether listeners of rows stand beside a listener of sessions, and may collect what it works off."""
    beside = modules_of(waiting.function)
    held = listeners(interpreter)
    return any(not beside.isdisjoint(modules_of(one.function)) for name in ROWS for one in held.get(name, ()))


def _work_off(evaluator: Evaluator, collecting: Listener, line: int) -> None:
    """A listener of rows has run: those of sessions beside it have something to do."""
    beside = modules_of(collecting.function)
    for event in WORKING_OFF:
        for one in listeners(evaluator.interpreter).get(event, ()):
            if waits(one.function) and not beside.isdisjoint(modules_of(one.function)):
                session = _made(evaluator, SESSION)
                given = (session, UNKNOWN, UNKNOWN)[: 3 if "flush" in event else 1]
                _run(evaluator, one.function, given, line, flushing=True)


def _run(evaluator: Evaluator, function: Value, given: tuple[Value, ...], line: int, *, flushing: bool = False) -> None:
    """Call a listener. While a flush runs, a commit of another session on its connection ends nothing."""
    state = evaluator.interpreter.frameworks.state
    depth = state.get("sqlalchemy listening", 0)
    if depth >= MOST_NESTED:
        return
    state["sqlalchemy listening"] = depth + 1
    before, evaluator.flushing = evaluator.flushing, evaluator.flushing or flushing
    try:
        with evaluator.believed(None, "signal"):
            evaluator.interpreter.calls.call(evaluator, function, Arguments(given), line)
    finally:
        state["sqlalchemy listening"], evaluator.flushing = depth, before


def _made(evaluator: Evaluator, dotted: str) -> Value:
    cls = evaluator.interpreter.library_class(dotted)
    return evaluator.atoms.instance(cls) if cls is not None else UNKNOWN


HOOKS: Final = (FlushedHook(),)
NATIVES: Final[dict[str, Handler]] = {
    "sqlalchemy.event.listen": listen,
    "sqlalchemy.event.listens_for": listens_for,
    "sqlalchemy.listener": decorated,
    "sqlalchemy.orm.session.object_session": session_of_object,
}
