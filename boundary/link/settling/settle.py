"""What does the project know that the analysis cannot see?  Settlements, applied to contexts before their effects.

An entry of the configuration names a place and says what happens there. What is added is certain and carries the rule
"settled"; an entry that fits nothing is told to the user, since code moves on and settlements go stale.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.config import names_in
from boundary.link.calling.contexts import OUTSIDE, Edge, Touch
from boundary.link.calling.expressions import spelled
from boundary.link.effects.without import Without
from boundary.link.evaluator.interpreter import RESOLVED
from boundary.link.frameworks.django.models import models
from boundary.link.frameworks.raw_sql import sql_counts
from boundary.link.settling.places import calls_of, names_of, pattern, regions, spots
from boundary.link.settling.targets import UnknownTargetError, believed, called, nearest
from boundary.link.settling.unreached import Reached

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from boundary.config import Settlement
    from boundary.link.calling.contexts import Blind, Context
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.settling.places import Spot
    from boundary.model.scan import Operation
    from boundary.model.sql import SqlFacts

RULE: Final = "settled"
WRITES: Final = frozenset({"insert", "update", "delete"})


class _UselessError(Exception):
    """An entry that cannot be applied, and why."""


def settle(interpreter: Interpreter, settlements: Sequence[Settlement], note: Callable[[str], None]) -> None:
    """Apply all entries, in their order; `note` is told of each that fits nothing.

    Evaluates what `reaches` names first: evaluating a context again would undo what was settled in it.
    """
    if not settlements:
        return
    targets: dict[str, Context | str] = {}
    for name in (name for one in settlements for name in names_in(one.reaches)):
        try:
            targets[name] = called(interpreter, name)
        except UnknownTargetError as error:
            targets[name] = str(error)
    twins = _twins(interpreter, settlements)
    before = Reached(interpreter.contexts)
    for number, settlement in enumerate(settlements):
        entry = _Entry(interpreter, settlement, targets, twins)
        try:
            entry.apply()
        except _UselessError as error:
            note(f"settle[{number}] ({_called(settlement)}): {error}")
        else:
            for doubt in entry.doubts:
                note(f"settle[{number}] ({_called(settlement)}): {doubt}")
    before.drop_unreached(interpreter)


def _twins(interpreter: Interpreter, settlements: Sequence[Settlement]) -> dict[int, Context]:
    """For contexts of guessed objects that settled calls go to: the same where nothing is guessed, evaluated."""
    found: dict[int, Context] = {}
    for one in settlements:
        if (one.call or one.at) and (one.reaches or one.writes or one.reads or one.locks):
            for spot in list(spots(interpreter, one.function, one.call, one.at)):
                for edge in spot.owned(list(spot.context.edges)):
                    twin = believed(interpreter, edge.callee)
                    if twin is not None:
                        found[id(edge.callee)] = twin
    interpreter.drain()
    return found


def _called(settlement: Settlement) -> str:
    """How an entry is named to the user: by its place."""
    return ", ".join(part for part in (settlement.function, settlement.call, settlement.at) if part)


class _Entry:
    """One settlement, being applied."""

    def __init__(
        self,
        interpreter: Interpreter,
        settlement: Settlement,
        targets: dict[str, Context | str],
        twins: dict[int, Context],
    ) -> None:
        self._interpreter = interpreter
        self._settlement = settlement
        self._targets = targets
        self._twins = twins
        self.doubts: list[str] = []
        """What was applied and may still be a mistake."""

    def apply(self) -> None:
        """Do what the entry says at each place that it names; `_UselessError` where that is nothing."""
        settlement = self._settlement
        found = list(spots(self._interpreter, settlement.function, settlement.call, settlement.at))
        if not found:
            raise _UselessError(self._not_found())
        reached = self._reached()
        for spot in found:
            if spot.call is not None:
                self._interpreter.note_call(spot.call, RESOLVED)
        if reached or not self._says_anything():
            for spot in found:
                self._go(spot, reached)
        if settlement.sql is not None:
            self._state(found, settlement.sql)
        tables: list[tuple[Operation, str]] = [
            *(("update", name) for name in names_in(settlement.writes)),
            *(("read", name) for name in names_in(settlement.reads)),
            *(("lock", name) for name in names_in(settlement.locks)),
        ]
        if tables:
            self._touch(found, tables)
        if settlement.never:
            self._exclude(found)

    def _says_anything(self) -> bool:
        one = self._settlement
        return any((one.reaches, one.sql, one.writes, one.reads, one.locks, one.never))

    def _reached(self) -> dict[str, Context]:
        """What stands behind the names of `reaches`."""
        found: dict[str, Context] = {}
        for name in names_in(self._settlement.reaches):
            target = self._targets[name]
            if isinstance(target, str):
                raise _UselessError(f"reaches: {target}")
            found[name] = target
        return found

    # --- where a call goes --------------------------------------------------------------------------

    def _go(self, spot: Spot, reached: dict[str, Context]) -> None:
        """Let a call go there and nowhere else; what is known of its arguments on the way there is kept.

        A line that names no call may hold several, so only what was guessed there is replaced.
        """
        context = spot.context
        where = regions(context, spot.first_line)
        edges, touches = spot.owned(context.edges), spot.owned(context.touches)
        if spot.line is not None:
            for touch in touches:
                if spot.call is not None or touch.confidence == "guessed":
                    del context.touches[touch]
            for edge in edges:
                if spot.call is not None or edge.confidence == "guessed":
                    del context.edges[edge]
            self._understood(spot)
        for target in reached.values():
            functions = {id(edge.callee.function) for edge in target.edges}
            kept = [edge for edge in edges if id(edge.callee.function) in functions]
            for edge in kept:
                self._believe(spot, edge)
            for region in () if kept else where:
                _follow(context, target, spot.first_line, region)

    def _understood(self, spot: Spot) -> None:
        """What could not be seen at a place is seen now."""
        for blind in spot.owned(spot.context.blinds):
            spot.context.see(blind)

    # --- what is touched ----------------------------------------------------------------------------

    def _state(self, found: list[Spot], sql: str) -> None:
        """The statement that is executed at a place."""
        reader: Callable[[str], SqlFacts] | None = self._interpreter.frameworks.state.get("sql reader")
        facts = reader(sql) if reader is not None else None
        if facts is None or not facts.understood or facts.hole:
            raise _UselessError(f"sql: not understood: {sql[:60]!r}")
        counts = sql_counts(self._interpreter)
        for spot in found:
            context = spot.context
            for touch in [one for one in spot.owned(context.touches) if one.rule == "sql"]:
                del context.touches[touch]
            for blind in [one for one in spot.owned(context.blinds) if _of_sql(one)]:
                context.see(blind)
                place = (context.module.file, blind.line)
                counts.update({key: True for key in counts if isinstance(key, tuple) and key[:2] == place})
            self._add(spot, [(access.op, access.name) for access in facts.accesses if not access.temporary])

    def _touch(self, found: list[Spot], tables: list[tuple[Operation, str]]) -> None:
        """Tables that are touched at a place, instead of what was guessed there."""
        for _, name in tables:
            self._check_table(name)
        for spot in found:
            context = spot.context
            new = list(tables)
            for touch in spot.owned(context.touches):
                same = [one for one in tables if _alike(touch, one)]
                if same or (touch.confidence == "guessed" and spot.line is not None):
                    del context.touches[touch]
                if same:
                    sure = Touch(touch.table, touch.op, touch.line, touch.region, "certain", touch.because, RULE)
                    context.touches[sure] = None
                    context.flow.follow(touch, sure)
                    new = [one for one in new if one not in same]
            if spot.line is not None:
                self._confirm(spot, [name for _, name in tables])
                self._understood(spot)
            self._add(spot, new)

    def _confirm(self, spot: Spot, tables: list[str]) -> None:
        """Of the guesses at a place, believe those that lead to these tables, and no others."""
        guessed = [edge for edge in spot.owned(spot.context.edges) if edge.confidence == "guessed"]
        if not guessed:
            return
        leading = Without(self._interpreter.contexts, [pattern(name) for name in tables])
        for edge in guessed:
            if leading.leads(edge):
                self._believe(spot, edge)
            else:
                del spot.context.edges[edge]

    def _believe(self, spot: Spot, edge: Edge) -> None:
        """Take a call as certain, and its object for what it was guessed to be."""
        callee = self._twins.get(id(edge.callee), edge.callee)
        spot.context.edges.pop(edge, None)
        sure = Edge(callee, edge.line, edge.region, "certain", edge.because, edge.deferred, edge.body)
        spot.context.edges[sure] = None
        spot.context.flow.follow(edge, sure)

    def _add(self, spot: Spot, accesses: Iterable[tuple[Operation, str]]) -> None:
        """Accesses at a place, in the transactions that it stands in."""
        for region in regions(spot.context, spot.first_line):
            for op, table in accesses:
                touch = Touch(table, op, spot.first_line, region, "certain", None, RULE)
                spot.context.touches[touch] = None
                spot.context.flow.beside(touch)

    def _check_table(self, name: str) -> None:
        """Tell of a table that nothing else knows: it may be misspelt."""
        known = {model.table for model in models(self._interpreter).by_class.values()}
        known |= {touch.table for context in self._interpreter.contexts for touch in context.touches}
        if name not in known:
            self.doubts.append(f"no other code knows a table {name!r}{nearest(name, known)}")

    # --- what does not happen -----------------------------------------------------------------------

    def _exclude(self, found: list[Spot]) -> None:
        """Tables that are not touched and functions that are not called from a place."""
        names = names_in(self._settlement.never)
        without = Without(self._interpreter.contexts, [pattern(name) for name in names])
        changed = False
        for spot in found:
            context = spot.context
            for touch in spot.owned(context.touches):
                if without.touches(touch):
                    del context.touches[touch]
                    changed = True
            for edge in spot.owned(context.edges):
                if without.calls(edge) or without.leads(edge):
                    del context.edges[edge]
                    changed = True
                if without.leads(edge) and not without.calls(edge):
                    context.edges[without.rerouted(edge)] = None
        if not changed:
            raise _UselessError(f"never: nothing there leads to {' or '.join(names)}")
        without.extend()
        self._interpreter.contexts.extend(without.made)

    # --- what was not found -------------------------------------------------------------------------

    def _not_found(self) -> str:
        """Why an entry names no place, with what may be meant."""
        settlement, interpreter = self._settlement, self._interpreter
        holders = {id(one.context): one.context for one in spots(interpreter, settlement.function, None, settlement.at)}
        if settlement.call is not None and holders:
            texts = {spelled(call.function) for context in holders.values() for call in calls_of(context)}
            return f"no call {settlement.call!r} there{nearest(settlement.call, texts)}"
        if settlement.function is not None:
            wanted = pattern(settlement.function)
            known = {name for context in interpreter.contexts for name in names_of(context)}
            if not any(wanted.fullmatch(name) for name in known):
                return f"no function {settlement.function!r}{nearest(settlement.function, known)}"
        return f"no code that runs at {settlement.at}"


def _follow(context: Context, target: Context, line: int, region: int) -> None:
    """Let a line of a context do what the calls of another one do."""
    base = len(context.regions)
    for one in target.regions:
        parent = region if one.parent == OUTSIDE else one.parent + base
        context.open(one._replace(line=line, end_line=line, parent=parent))
    for edge in target.edges:
        here = region if edge.region == OUTSIDE else edge.region + base
        led = Edge(edge.callee, line, here, "certain", edge.because, edge.deferred)
        context.edges[led] = None
        context.flow.beside(led)
    for touch in target.touches:
        here = region if touch.region == OUTSIDE else touch.region + base
        done = Touch(touch.table, touch.op, line, here, "certain", touch.because, touch.rule)
        context.touches[done] = None
        context.flow.beside(done)


def _alike(touch: Touch, said: tuple[Operation, str]) -> bool:
    """Whether an access that was found is the one that is settled: any write is a write."""
    op, table = said
    return touch.table == table and (touch.op == op or (op in WRITES and touch.op in WRITES))


def _of_sql(blind: Blind) -> bool:
    return blind.reason.startswith("SQL")
