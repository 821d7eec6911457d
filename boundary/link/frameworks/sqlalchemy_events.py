"""Who listens when rows are written?  `event.listens_for` on mapped classes, attributes and sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from boundary.link.arguments import Arguments
from boundary.link.values import UNKNOWN, ClassAtom, External, Function, Instance, Native, strings

if TYPE_CHECKING:
    from boundary.link.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.frameworks.sqlalchemy_models import Mapping
    from boundary.link.interpreter import Interpreter
    from boundary.link.values import Atom, Value

CONNECTION = "sqlalchemy.engine.Connection"
SESSION = "sqlalchemy.orm.session.Session"
MOST_NESTED = 3


class Listener(NamedTuple):
    """A function that listens: to objects of a class (with an attribute), or to sessions (`cls` None)."""

    cls: object | None
    attribute: str | None
    function: Value
    everyone: bool


def listeners(interpreter: Interpreter) -> dict[str, list[Listener]]:
    """The listeners by the name of what they listen to."""
    held: dict[str, list[Listener]] = interpreter.frameworks.state.setdefault("sqlalchemy listeners", {})
    return held


def listen(call: NativeCall) -> Value:
    """`event.listen(target, "after_insert", function)`."""
    register(call, call.first, call.arguments.get(1, "identifier") or UNKNOWN, call.arguments.get(2, "fn") or UNKNOWN)
    return call.atoms.none


def listens_for(call: NativeCall) -> Value:
    """`@event.listens_for(target, "after_insert")`."""
    return call.atoms.native("sqlalchemy.listener", (call.first, call.arguments.get(1, "identifier") or UNKNOWN))


def decorated(call: NativeCall) -> Value:
    """What the decorator does to the function."""
    target, names = call.receiver
    register(call, target, names, call.first)
    return call.first


def register(call: NativeCall, target: Value, names: Value, function: Value) -> None:
    """Remember a listener."""
    for name in strings(names):
        held = listeners(call.interpreter).setdefault(name, [])
        for atom in target:
            one = Listener(None, None, function, everyone=_is_every_mapper(atom))
            if isinstance(atom, ClassAtom) and not one.everyone:
                one = Listener(atom.cls, None, function, everyone=False)
            elif isinstance(atom, Instance) and isinstance(atom.site, tuple) and atom.site[:1] == ("attribute",):
                one = Listener(atom.site[1], atom.site[2], function, everyone=False)
            if one not in held:
                held.append(one)


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


def mapper_event(evaluator: Evaluator, mapping: Mapping, op: str, atom: Instance, line: int) -> None:
    """Rows of a class are written: who listens to it runs, in the same transaction."""
    held = listeners(evaluator.interpreter)
    for phase in ("before", "after"):
        for one in held.get(f"{phase}_{op}", ()):
            if one.everyone or (one.cls is not None and one.cls in evaluator.interpreter.classes.mro(mapping.cls)):
                connection = _made(evaluator, CONNECTION)
                target = evaluator.atoms.instance(mapping.cls, stored=True, guessed=atom.guessed)
                _run(evaluator, one.function, (UNKNOWN, connection, target), line, flushing=True)


def attribute_event(  # noqa: PLR0913, PLR0917 - what the listener is given
    evaluator: Evaluator, mapping: Mapping, name: str, event: str, target: Value, value: Value, line: int
) -> None:
    """An attribute is set: who listens to it runs."""
    for one in listeners(evaluator.interpreter).get(event, ()):
        if one.attribute == name and one.cls in evaluator.interpreter.classes.mro(mapping.cls):
            _run(evaluator, one.function, (target, value, UNKNOWN, UNKNOWN), line)


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
    """A session flushes or commits: who listens to sessions runs."""
    for one in listeners(evaluator.interpreter).get(event, ()):
        flushes = event in {"before_flush", "after_flush"}
        given = (session, UNKNOWN, UNKNOWN)[: 3 if "flush" in event else 1]
        _run(evaluator, one.function, given, line, flushing=flushes)


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


NATIVES: dict[str, Handler] = {
    "sqlalchemy.event.listen": listen,
    "sqlalchemy.event.listens_for": listens_for,
    "sqlalchemy.listener": decorated,
}
