"""What do Piccolo's queries do?  They are put together, and run when they are awaited or told to (`.run_sync()`).

    rows = await Band.objects(Band.manager).where(Band.name == "x").lock_rows()
    async with DB.transaction():
        await band.save()
        await band.add_m2m(Genre(name="x"), m2m=Band.genres)

A query carries what it does to which tables, and what its rows are made of.
"""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, OR_PLAIN, UNKNOWN, ClassAtom, Constant, Instance, Pattern
from boundary.link.frameworks import records as mapped
from boundary.link.frameworks.piccolo.tables import (
    COLUMN,
    META,
    TABLE,
    between,
    column,
    mentioned,
    records,
    related,
    through,
)
from boundary.link.frameworks.protocol import Hook, NativeCall
from boundary.link.frameworks.raw_sql import touch_sql
from boundary.link.frameworks.records import RowsMade, asked, is_stored

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler
    from boundary.link.frameworks.records import Record
    from boundary.model.scan import Operation

QUERY: Final = "piccolo.query.base.Query"
BATCH: Final = "piccolo.query.base.Batch"
ENGINE: Final = "piccolo.engine.base.Engine"
STEP: Final = "piccolo.step"
KEEPS: Final = frozenset({"DO NOTHING"})
"""What an insert does to a row that is there: anything else updates it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a query does when it runs, and what it gives: "rows", a "row", "maybe" one, or something else.

    `at_once` says that it runs in a transaction of its own; `cascades`, that what points at its rows goes with them;
    `sql` is the text of a raw one.
    """

    steps: tuple[tuple[Operation, str], ...] = ()
    gives: str = ""
    at_once: bool = False
    cascades: bool = False
    sql: Value = BOTTOM


def made(evaluator: Evaluator, cls: ClassInfo | None, does: Asked, joins: frozenset[str] = frozenset()) -> Value:
    """A query; where it stands in another one, that reads its tables."""
    query = evaluator.interpreter.library_class(QUERY)
    joins = joins.union([table for _, table in does.steps])
    return evaluator.atoms.instance(query, model=cls, joins=joins, site=does) if query is not None else UNKNOWN


def begun(*operations: Operation, gives: str = "") -> Handler:
    """`Band.select()`, `Band.update({...})`, `band.save()`: a query that does this to the table."""

    def handler(call: NativeCall) -> Value:
        found: list[Value] = []
        for cls in asked(call):
            record = records(call.interpreter).linked(cls)
            if record is not None:
                steps = tuple([(op, record.table) for op in operations])
                does = Asked(steps, gives, cascades="delete" in operations)
                joins = _joined(call, cls, call.arguments)
                found.append(made(call.evaluator, cls, does, prefetched(call, joins) if gives == "rows" else joins))
        if not found:
            call.evaluator.blind(call.line, "a query of a table that is not known")
        return join(found) or UNKNOWN

    return handler


def _joined(call: NativeCall, cls: ClassInfo | None, given: Arguments) -> frozenset[str]:
    """The tables that columns, paths and queries among arguments lead to; of a foreign key that is prefetched, its."""
    paths = [through(call.evaluator, cls, path) for value in given.positional for path in strings(value)]
    return mentioned(call.evaluator, given.every()).union(*paths)


def prefetched(call: NativeCall, joins: frozenset[str]) -> frozenset[str]:
    """`Band.objects(Band.manager)`: the rows that a foreign key leads to are read with the others."""
    given = [one for one in chain.from_iterable(call.arguments.positional) if isinstance(one, Instance)]
    return joins | {record.table for one in given if (record := related(call.evaluator, one)) is not None}


def _is_query(atom: Atom) -> bool:
    return isinstance(atom, Instance) and isinstance(atom.site, Asked)


# --- rows -------------------------------------------------------------------------------------------------


def saved(call: NativeCall) -> Value:
    """`band.save()`: an insert or an update."""
    return begun("update" if is_stored(call.receiver) else "insert")(call) or UNKNOWN


def followed(call: NativeCall) -> Value:
    """`band.get_related(Band.manager)`, by its name, too: a query of the row that the foreign key leads to."""
    given = call.arguments.get(0, "foreign_key") or BOTTOM
    named = [column(call.evaluator, cls, name) for name in strings(given) for cls in asked(call)]
    for atom in chain(given, *named):
        record = related(call.evaluator, atom) if isinstance(atom, Instance) else None
        if record is not None:
            return made(call.evaluator, record.cls, Asked((("read", record.table),), "maybe"))
    return UNKNOWN


def among_many(op: Operation) -> Handler:
    """`band.get_m2m(Band.genres)`, `band.add_m2m(genre, m2m=Band.genres)`: rows of the table between."""

    def handler(call: NativeCall) -> Value:
        named = call.arguments.get(0 if op == "read" else -1, "m2m") or BOTTOM
        links = [between(call.evaluator, atom) for atom in named if isinstance(atom, Instance)]
        link = next((one for one in links if one is not None), None)
        if link is None:
            call.evaluator.blind(call.line, "a table between two others that is not known")
            return UNKNOWN
        other = _other_end(call, link)
        if op == "read":
            does = Asked(((op, link.table),), "rows")
            return made(call.evaluator, other.cls, does, frozenset({other.table})) if other is not None else UNKNOWN
        rows = [one for one in chain.from_iterable(call.arguments.positional) if isinstance(one, Instance)]
        added = op == "insert" and other is not None and not all(map(is_stored, rows))
        before: tuple[tuple[Operation, str], ...] = ((op, other.table),) if added and other is not None else ()
        return made(call.evaluator, None, Asked((*before, (op, link.table)), at_once=True))

    return handler


def _other_end(call: NativeCall, link: Record) -> Record | None:
    """The table at the other end of a table between two."""
    ends = [records(call.interpreter).of(relation.target) for relation in link.relations.values()]
    return next((one for one in ends if one is not None and one.cls not in asked(call)), None)


class Rows(RowsMade):
    """Rows and tables: columns of a table, values and prefetched rows of a row."""

    base = TABLE

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`band.manager`: the row where it was prefetched, else its key."""
        del line
        record = records(evaluator.interpreter).linked(atom.cls)
        if record is None:
            return None
        relation = record.relations.get(name)
        if relation is not None:
            return mapped.maybe(evaluator, relation.target) | OR_PLAIN
        if name == "_meta":
            return metadata(evaluator, atom.cls)
        if name == "_exists_in_db" and atom.stored is not None:
            return evaluator.atoms.constant(atom.stored)
        return UNKNOWN if name in record.columns else None

    def class_attribute(self, evaluator: Evaluator, atom: ClassAtom, name: str, line: int) -> Value | None:
        """`Band.name`, `Band.manager`, `Band._meta`."""
        del line
        record = records(evaluator.interpreter).linked(atom.cls)
        made_of = evaluator.interpreter.library_class(COLUMN)
        if name == "_meta":
            return metadata(evaluator, atom.cls)
        if record is None or made_of is None or name.startswith("_"):
            return None
        held = evaluator.interpreter.classes.lookup(atom.cls, name)[1]
        derives = evaluator.interpreter.classes.derives
        known = any(isinstance(one, Instance) and derives(one.cls, made_of) for one in held)
        return column(evaluator, atom.cls, name) if known or name == "id" or name in record.columns else None


def metadata(evaluator: Evaluator, cls: ClassInfo) -> Value | None:
    """What is known of a table."""
    meta = evaluator.interpreter.library_class(META)
    return evaluator.atoms.instance(meta, model=cls) if meta is not None else None


# --- putting together and running -------------------------------------------------------------------------


class Queries(Hook):
    """Queries: each step gives one that goes on."""

    base = QUERY

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`query.where`, `query.first`, `query.lock_rows`."""
        del line
        return None if name.startswith("__") else evaluator.atoms.native(STEP, (atom, name))


def step(call: NativeCall) -> Value:
    """`query.where(...)`, `query.first()`, `query.get_or_create(...)`."""
    atom, name = call.receiver
    if not isinstance(atom.site, Asked):
        return UNKNOWN
    does, joins = atom.site, atom.joins | _joined(call, atom.model, call.arguments)
    table = does.steps[0][1] if does.steps else ""
    if name == "prefetch":
        joins = prefetched(call, joins)
    elif name in {"first", "get"}:
        does = replace(does, gives="maybe" if does.gives == "rows" else "")
    elif name == "get_or_create":
        does = replace(does, steps=(("read", table), ("insert", table)), gives="row")
    elif name == "create":
        does = replace(does, steps=(("insert", table),), gives="row")
    elif name == "lock_rows":
        does = replace(does, steps=(*does.steps, ("lock", table)))
    elif name == "on_conflict" and not KEEPS.intersection(strings(call.arguments.get(1, "action") or BOTTOM)):
        does = replace(does, steps=(*does.steps, ("update", table)))
    return made(call.evaluator, atom.model, does, joins)


def run(call: NativeCall) -> Value:
    """`await query`, `query.run()`, `query.run_sync()`."""
    atom, evaluator = call.receiver, call.evaluator
    if not isinstance(atom, Instance) or not isinstance(atom.site, Asked):
        return UNKNOWN
    does, held = atom.site, records(call.interpreter)
    if does.sql:
        touch_sql(call, does.sql)
        return UNKNOWN
    record = held.linked(atom.model)
    with evaluator.implicit(call.line) if does.at_once else nullcontext():
        for op, table in does.steps:
            evaluator.touch(table, op, call.line)
        for table in sorted(atom.joins - {table for _, table in does.steps}):
            evaluator.touch(table, "read", call.line)
        if does.cascades and record is not None:
            held.cascade(evaluator, record, call.line)
    return _given(call, atom.model, does.gives)


def _given(call: NativeCall, cls: ClassInfo | None, gives: str) -> Value:
    """What a query gives."""
    if cls is None or not gives:
        return UNKNOWN
    row = mapped.row(call.evaluator, cls)
    return call.atoms.container("list", row) if gives == "rows" else row if gives == "row" else row | call.atoms.none


def batch(call: NativeCall) -> Value:
    """`async with await query.batch() as batch: async for rows in batch`."""
    run(call)
    cls = call.interpreter.library_class(BATCH)
    model = call.receiver.model if isinstance(call.receiver, Instance) else None
    return call.atoms.instance(cls, model=model) if cls is not None else UNKNOWN


class Batches(Hook):
    """Batches: lists of rows."""

    base = BATCH

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """`async for rows in batch`."""
        del line
        row = mapped.row(evaluator, atom.model) if atom.model is not None else UNKNOWN
        return evaluator.atoms.container("list", row)


def raw(call: NativeCall) -> Value:
    """`Band.raw("SELECT * FROM band WHERE name = {}", "x")`."""
    pieces = [_filled(call, atom) for atom in call.arguments.get(0, "sql") or UNKNOWN]
    classes = asked(call)
    return made(call.evaluator, classes[0] if classes else None, Asked(sql=join(pieces)))


def _filled(call: NativeCall, atom: Atom) -> Value:
    """The text of a statement, with a value for each `{}`."""
    if isinstance(atom, Constant) and isinstance(atom.value, str):
        return call.atoms.constant(atom.value.replace("{}", "NULL"))
    if isinstance(atom, Pattern):
        return call.atoms.pattern(tuple([one and one.replace("{}", "NULL") for one in atom.pieces]))
    return atom.alone


# --- transactions -----------------------------------------------------------------------------------------


def transaction(call: NativeCall) -> Value:
    """`async with DB.transaction() as transaction`."""
    cls = call.interpreter.library_class("piccolo.engine.base.Transaction")
    return call.atoms.wrapped("atomic", call.atoms.instance(cls) if cls is not None else BOTTOM, "default")


def executed(call: NativeCall) -> Value:
    """`DB._run_in_new_connection("...")`."""
    touch_sql(call, call.first)
    return UNKNOWN


def atomic_added(call: NativeCall) -> Value:
    """`atomic.add(query, query)`: what is added runs together; it is recorded where it is added."""
    with call.evaluator.implicit(call.line):
        for atom in chain.from_iterable(call.arguments.positional):
            if _is_query(atom):
                run(NativeCall(call.evaluator, QUERY, atom, Arguments(()), call.line))
    return UNKNOWN


def atomic(call: NativeCall) -> Value:
    """`DB.atomic()`: queries are added to it, which run together."""
    return call.instance_of("piccolo.engine.base.Atomic")


NEEDS: Final = ("piccolo",)
HOOKS: Final = (Rows(), Queries(), Batches())
NATIVES: Final[dict[str, Handler]] = {
    STEP: step,
    f"{QUERY}.run": run,
    f"{QUERY}.batch": batch,
    f"{TABLE}.select": begun("read"),
    f"{TABLE}.count": begun("read"),
    f"{TABLE}.exists": begun("read"),
    f"{TABLE}.refresh": begun("read", gives="row"),
    f"{TABLE}.objects": begun("read", gives="rows"),
    f"{TABLE}.insert": begun("insert"),
    f"{TABLE}.update": begun("update"),
    f"{TABLE}.update_self": begun("update"),
    f"{TABLE}.delete": begun("delete"),
    f"{TABLE}.remove": begun("delete"),
    f"{TABLE}.save": saved,
    f"{TABLE}.get_related": followed,
    f"{TABLE}.get_m2m": among_many("read"),
    f"{TABLE}.add_m2m": among_many("insert"),
    f"{TABLE}.remove_m2m": among_many("delete"),
    f"{TABLE}.raw": raw,
    f"{ENGINE}.transaction": transaction,
    f"{ENGINE}.atomic": atomic,
    f"{ENGINE}._run_in_new_connection": executed,
    f"{ENGINE}._run_in_pool": executed,
    "piccolo.engine.base.Atomic.add": atomic_added,
}
