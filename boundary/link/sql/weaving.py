"""How do files of SQL come into the graph?  Everything that touches a table passes through here, once, at the end.

`weave` adds what the files can run to the contexts of the program, resolves the names of tables, follows views to
their base tables and calls to routines, and lets every write set off its triggers and cascades.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from boundary.link.calling.contexts import FILE, QUERY, Blind, Edge, Region
from boundary.link.effects.nesting import in_transaction
from boundary.link.sql.consequences import NO_TABLES, Consequences, writes
from boundary.link.sql.database import Database
from boundary.link.sql.order import is_migration
from boundary.link.sql.routines import Routines
from boundary.link.sql.units import (
    file_context,
    module_of,
    query_contexts,
    routine_unit,
    script_context,
    trigger_context,
)
from boundary.link.sql.views import Views
from boundary.model.scan import BINDING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from boundary.link.calling.contexts import Context, RoutineCall
    from boundary.link.definitions.symbols import ModuleInfo
    from boundary.link.sql.units import Unit
    from boundary.model.sql import SqlSource, SqlTrigger

_SYSTEM_PROCEDURES: Final = ("sp_", "xp_", "dbms_", "utl_", "sys.", "apex_", "owa_", "htp.", "ctx_", "master.", "msdb.")


def weave(
    contexts: Iterable[Context],
    sources: Sequence[SqlSource],
    past: Sequence[SqlSource],
    known: Iterable[str],
    owners: Collection[tuple[str, str]] = (),
) -> Database:
    """Bring a database into the graph.

    Args:
        contexts: those of the program; what they touch is rewritten in place.
        sources: the files of SQL; what they can run is in the result's `contexts`.
        past: what migrations in Python did after that, in their order.
        known: the tables that models define, by their names in the document.
        owners: pairs of tables; a row of the first has one of the second for itself, and deletes it with itself.
    """
    database = Database(sources, past, known)
    _Weaver(database, owners).weave(list(contexts))
    return database


class _Weaver:
    def __init__(self, database: Database, owners: Collection[tuple[str, str]]) -> None:
        self._database = database
        self._catalogue = database.catalogue
        self._views = Views(self._catalogue)
        self._consequences = Consequences(database.references(), owners)
        self._children = self._catalogue.children()
        self._modules: dict[str, ModuleInfo] = {}
        self._units: dict[int, Unit] = {}
        self._queries: dict[str, list[Context]] = defaultdict(list)

    def weave(self, contexts: list[Context]) -> None:
        units = self._routines()
        routines = Routines(units)
        triggers = self._triggers(units)
        queries = [
            (name.lower(), context)
            for source in self._database.sources
            for name, context in query_contexts(source, self._module(source), self._catalogue).items()
        ]
        for name, context in queries:
            self._queries[name].append(context)
        files = self._files(contexts)
        scripts = [one for one in map(self._script, self._database.sources) if one is not None]
        own = [*(one.context for one in units), *triggers, *scripts, *(one for _, one in queries), *files.values()]
        for file, context in files.items():
            self._queries[FILE + file].append(context)
        names: dict[str, str | None] = {}
        for context in contexts:
            self._rename(context, names)
        for context in (*contexts, *own):
            self._views.resolve(context, self._consequences)
            self._inherit(context)
            self._call(context, routines)
        for context in (*contexts, *own):
            self._set_off(context)
        self._database.contexts = [*own, *self._consequences.all()]

    def _module(self, source: SqlSource) -> ModuleInfo:
        module = self._modules.get(source.file)
        if module is None:
            module = self._modules[source.file] = module_of(source)
        return module

    # --- what the files can run -------------------------------------------------------------------------

    def _routines(self) -> list[Unit]:
        """The routines that are in force, bodies of triggers among them."""
        units = [
            routine_unit(routine, self._module(source), source.facts.dialect, self._catalogue)
            for source, routine in self._database.routines
        ]
        self._units = {id(unit.context): unit for unit in units}
        return units

    def _triggers(self, units: list[Unit]) -> list[Context]:
        """The contexts of triggers that call routines; every trigger is made to fire."""
        bodies = {id(unit.routine): unit.context for unit in units}
        by_file = {source.file: source for source in self._database.sources}
        made: list[Context] = []
        for trigger in self._database.schema.triggers.values():
            table = self._catalogue.table(f"{trigger.schema}.{trigger.table}" if trigger.schema else trigger.table)
            source = by_file.get(trigger.file or "")
            if table is None or source is None:
                continue
            context = self._body(trigger, source, bodies)
            if context is None:
                context = trigger_context(trigger, self._module(source))
                made.append(context)
            for event in trigger.events:
                self._consequences.fire(table, event, context, instead=trigger.timing == "instead of")
        return made

    def _body(self, trigger: SqlTrigger, source: SqlSource, bodies: dict[int, Context]) -> Context | None:
        """The context of a trigger's own body: that of the routine in its file that begins where it does."""
        if trigger.body is None:
            return None
        for held, routine in self._database.routines:
            if held is source and routine.line == trigger.body.line and routine.name == trigger.body.name:
                return bodies.get(id(routine))
        return None

    def _files(self, contexts: list[Context]) -> dict[str, Context]:
        """The files that code reads and executes, as what all of their statements do."""
        wanted = {
            call.name.removeprefix(FILE) for one in contexts for call in one.routines if call.name.startswith(FILE)
        }
        return {
            source.file: file_context(source, self._module(source), self._catalogue)
            for source in (self._database.sources if wanted else ())
            if source.file in wanted
        }

    def _script(self, source: SqlSource) -> Context | None:
        if is_migration(source.file):
            return None  # runs once, when a release is installed
        return script_context(source, self._module(source), self._catalogue)

    # --- what every context touches and calls -----------------------------------------------------------

    def _rename(self, context: Context, names: dict[str, str | None]) -> None:
        """Names of tables as the code writes them to those of the document."""
        for touch in context.touches:
            if touch.table not in names:
                names[touch.table] = self._catalogue.table(touch.table)
        if any(names[touch.table] != touch.table for touch in context.touches):
            touches = list(context.touches)
            context.touches.clear()
            for touch in touches:
                name = names[touch.table]
                if name is not None:
                    renamed = touch.changed(table=name)
                    context.touches[renamed] = None
                    context.flow.follow(touch, renamed)

    def _inherit(self, context: Context) -> None:
        """What is done to a table, but for new rows, is done to the tables that inherit from it."""
        for touch in list(context.touches) if self._children else ():
            for child in self._children.get(touch.table, ()) if touch.op != "insert" else ():
                rule = f"inherits from {touch.table}"
                inherited = touch.changed(table=child, because="inheritance", rule=rule)
                context.touches[inherited] = None
                context.flow.follow(touch, inherited)

    def _call(self, context: Context, routines: Routines) -> None:
        """Calls of the database's routines become edges."""
        for call in context.routines:
            if call.name.startswith((QUERY, FILE)):
                for query in self._queries.get(call.name.removeprefix(QUERY), ()):
                    edge = Edge(query, call.line, call.region, call.confidence)
                    context.edges[edge] = None
                    context.flow.follow(call, edge)
                continue
            found = routines.called(call.name, self._units.get(id(context)))
            for unit in found:
                edge = Edge(unit.context, call.line, call.region, call.confidence)
                context.edges[edge] = None
                context.flow.follow(call, edge)
            if not found and call.procedure and not _is_system(call):
                reason = f"the procedure {call.name} is in no file of SQL"
                context.note_blind(Blind(call.line, call.region, reason))

    def _set_off(self, context: Context) -> None:
        """Writes set off their triggers and cascades; outside a transaction, each statement is one of its own."""
        regions: dict[tuple[int, int], int] = {}
        let_go = _let_go(context)
        for touch in list(context.touches):
            deletes = touch.op == "delete"
            owned = deletes and touch.because == "cascade"
            free = let_go.get((touch.line, touch.region), NO_TABLES) if deletes else NO_TABLES
            of = self._consequences.of
            following = of(touch.table, touch.op, owned=owned, free=free) if touch.op in BINDING else None
            if following is None:
                continue
            region = touch.region
            in_work = touch in context.flow.bits  # a commit ends it
            if not in_work and not in_transaction(context, region) and writes(following):
                key = touch.line, region
                if key not in regions:
                    regions[key] = context.open(Region("implicit", touch.line, touch.line, region, "default"))
                region = regions[key]
            del context.touches[touch]
            if not self._consequences.instead(touch.table, touch.op):
                moved = touch.changed(region=region)
                context.touches[moved] = None
                context.flow.follow(touch, moved)
            edge = Edge(following, touch.line, region, touch.confidence)
            context.edges[edge] = None
            context.flow.follow(touch, edge)


def _let_go(context: Context) -> dict[tuple[int, int], frozenset[str]]:
    """The tables whose rows an ORM lets go of when it deletes what they point at, by line and region."""
    found: dict[tuple[int, int], frozenset[str]] = {}
    for touch in context.touches:
        if touch.op == "update" and touch.because == "cascade":
            place = touch.line, touch.region
            found[place] = found.get(place, NO_TABLES) | {touch.table}
    return found


def _is_system(call: RoutineCall) -> bool:
    name = call.name.lower()
    return name.startswith(_SYSTEM_PROCEDURES) or name.rpartition(".")[2].startswith(_SYSTEM_PROCEDURES)
