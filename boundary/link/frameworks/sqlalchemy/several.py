"""Which sessions deal with which tables?  Where a program has several engines, what makes a session tells it apart.

What a session has written is committed by that session alone. So a commit says nothing of tables that its session never
has to do with: not with a row of theirs, nor with one of a table that keys or relationships tie to them. A session of
which nobody knows what made it may be any.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from boundary.link.domain.asking import is_unknown
from boundary.link.domain.values import BOTTOM, ClassAtom, Instance
from boundary.link.frameworks.sqlalchemy.flushed import mapping_of, objects_in
from boundary.link.frameworks.sqlalchemy.models import mappings
from boundary.link.frameworks.sqlalchemy.statements import Shape, flat
from boundary.link.syntax.kinds import ATTRIBUTE, CALL, NAME
from boundary.link.syntax.walking import last_name, nodes_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

ENGINES: Final = frozenset({"create_engine", "create_async_engine", "engine_from_config", "async_engine_from_config"})
DEALT: Final = "sqlalchemy tables of sessions"
ENDED: Final = "sqlalchemy commits of sessions"
MADE: Final = "made"
ANY: Final = ""
"""What a session is made by of which that is not known."""


def start(interpreter: Interpreter) -> None:
    """Find out whether there are several engines."""
    if not interpreter.frameworks.imports("sqlalchemy"):
        return
    places = 0
    for module in interpreter.program.modules.values():
        if not module.library and module.source.facts.body:
            places += sum(
                type(node) is CALL and last_name(node.function) in ENGINES
                for node in nodes_in(module.source.facts.body)
            )
    if places > 1:
        interpreter.frameworks.state[DEALT] = {}
        interpreter.frameworks.state[ENDED] = {}


def place_of(evaluator: Evaluator, line: int) -> str:
    """What stands for the session, or the maker, that is made at a line."""
    if DEALT not in evaluator.interpreter.frameworks.state or evaluator.context.library:
        return ANY
    return f"{evaluator.context.module.file}:{line}"


def site_of(place: str, told: str | None) -> object:
    """What tells sessions apart: what made them, and whether they begin transactions by themselves."""
    return (MADE, place, told) if place else told


def maker_of(atom: Atom) -> str:
    """What made a session."""
    site = atom.site if isinstance(atom, Instance) else None
    return str(site[1]) if isinstance(site, tuple) and site[:1] == (MADE,) else ANY


def dealing(handler: Handler) -> Handler:
    """A method of sessions, of which it is noted which tables it is about."""

    def noting(call: NativeCall) -> Value | None:
        dealt = call.interpreter.frameworks.state.get(DEALT)
        if dealt is not None:
            for table in _tables(call):
                dealt.setdefault(table, set()).add(maker_of(call.receiver[0]))
        return handler(call)

    return noting


def _tables(call: NativeCall) -> set[str]:
    """The tables of the rows that a method of a session is about: those that it loads or writes, no columns."""
    found: set[str] = set()
    index = mappings(call.interpreter)
    for given in call.arguments.every():
        for value in flat(given):
            for row in objects_in(value):
                mapping = mapping_of(call.evaluator, row)
                found.update(mapping.tables if mapping is not None else ())
            for atom in value:
                if isinstance(atom, ClassAtom):
                    found.update(*(one.tables for one in index.of_value(atom.alone)))
                elif isinstance(atom, Instance) and isinstance(atom.site, Shape):
                    held = [index.add(cls) for cls in atom.site.entities if cls is not None]
                    found.update(*(one.tables for one in held if one is not None))
                    found.update([atom.site.target] if atom.site.target is not None else ())
    return found


def committed(call: NativeCall, session: Atom) -> None:
    """A session ends its work at a line, or in the block that begins there."""
    ended = call.interpreter.frameworks.state.get(ENDED)
    if ended is not None:
        place = call.evaluator.context.module.file, call.line
        ended.setdefault(place, set()).add(ANY if _may_be_another(call) else maker_of(session))


def _may_be_another(call: NativeCall) -> bool:
    """Whether the variable that is asked to commit may hold something else, too."""
    node = call.evaluator.calling
    if node is None or type(node.function) is not ATTRIBUTE or type(node.function.value) is not NAME:
        return False
    return any(is_unknown(atom) for atom in call.evaluator.env.get(node.function.value.id, BOTTOM))


class Apart:
    """The tables that a commit has nothing to do with."""

    def __init__(self, interpreter: Interpreter, keys: Iterable[tuple[str, str]]) -> None:
        state: dict[str, Any] = interpreter.frameworks.state
        self._dealt: dict[str, set[str]] = state.get(DEALT, {})
        self._ended: dict[tuple[str, int], set[str]] = state.get(ENDED, {})
        self._sessions: dict[str, set[str]] = {}
        if self._dealt:
            self._tie([*keys, *_related(interpreter)])

    @property
    def tells(self) -> bool:
        """Whether anything can be told apart."""
        return len(set().union(*self._dealt.values()) - {ANY}) > 1

    def _tie(self, pairs: list[tuple[str, str]]) -> None:
        """Tables that keys and relationships tie to one another have the same sessions."""
        beside: dict[str, set[str]] = {}
        for one, other in pairs:
            beside.setdefault(one, set()).add(other)
            beside.setdefault(other, set()).add(one)
        for table in self._dealt:
            if table in self._sessions:
                continue
            tied, stack = {table}, [table]
            while stack:
                more = beside.get(stack.pop(), set()) - tied
                tied |= more
                stack.extend(more)
            sessions = set().union(*(self._dealt.get(one, set()) for one in tied))
            self._sessions.update(dict.fromkeys(tied, sessions))

    def ended_elsewhere(self, file: str, line: int, tables: Iterable[str]) -> dict[str, frozenset[str]]:
        """Those of the tables whose work no session ends that commits at a line, each with the sessions that do."""
        ending = self._ended.get((file, line), {ANY})
        if ANY in ending:
            return {}
        known = {table: self._sessions.get(table, {ANY}) for table in tables}
        return {
            table: frozenset(sessions)
            for table, sessions in known.items()
            if ANY not in sessions and ending.isdisjoint(sessions)
        }


def _related(interpreter: Interpreter) -> Iterable[tuple[str, str]]:
    for mapping in mappings(interpreter).by_class.values():
        yield from ((mapping.table, table) for table in mapping.tables)
        for relation in mapping.all_relations():
            yield mapping.table, relation.target.table
            if relation.secondary is not None:
                yield mapping.table, relation.secondary
