"""Which tables, keys and columns do Piccolo's classes have?  `class Band(Table, tablename="bands")`.

    manager = ForeignKey(Manager)                  # or "Manager", "self", LazyTableReference("Manager", ...)
    genres = M2M(LazyTableReference("GenreToBand", module_path=__name__))

A column carries the tables that it leads through (`Band.manager.name`), and those of queries that it is compared with.
The table of a many-to-many relation is a class of its own. Migrations hold stubs of tables, which describe none.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings, truth
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, NO_JOINS, UNKNOWN, ClassAtom, Container, Instance
from boundary.link.frameworks import records as mapped
from boundary.link.frameworks.operands import expressions_among
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.records import Mapper, Relation, called, text
from boundary.link.frameworks.sqlalchemy.naming import snake_case
from boundary.link.members import containers
from boundary.link.syntax.walking import given

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.frameworks.records import Record, Records
    from boundary.model.scan import ForeignKey, Table

TABLE: Final = "piccolo.table.Table"
META: Final = "piccolo.table.TableMeta"
COLUMN: Final = "piccolo.columns.base.Column"
FUNCTION: Final = "piccolo.query.functions.Function"
LAZY: Final = "piccolo.columns.reference.LazyTableReference"
CONDITION: Final = "piccolo.condition"
JOINED: Final = "piccolo.join_on"
MIGRATIONS: Final = "piccolo_migrations"
KEY: Final = "ForeignKey"
MANY: Final = "M2M"
"""The two attributes that relate tables: the second names the table between, which is one like others."""
TYPES: Final = frozenset(
    {
        *("Array", "BigInt", "BigSerial", "Blob", "Boolean", "Bytea", "Char", "Date", "Decimal", "DoublePrecision"),
        *("Email", "Float", "ForeignKey", "Integer", "Interval", "JSON", "JSONB", "Numeric", "PrimaryKey", "Real"),
        *("Secret", "Serial", "SmallInt", "Text", "Time", "Timestamp", "Timestamptz", "UUID", "Varchar"),
    }
)
DEEPEST: Final = 3


def _table(interpreter: Interpreter, cls: ClassInfo) -> str | None:
    """`tablename`, with its `schema`, else the class's name in words."""
    evaluator = interpreter.module_evaluator(cls.module)
    said = {one.name: text(evaluator.evaluate(one.value)) for one in (cls.node.keywords if cls.node else ())}
    name = said.get("tablename") or snake_case(cls.name)
    return f"{said['schema']}.{name}" if said.get("schema") else name


def _relations(interpreter: Interpreter, cls: ClassInfo) -> Iterator[Relation]:
    """`ForeignKey(Manager, on_delete=OnDelete.restrict)`: what it leads to goes with a row, if nothing else is said."""
    for name, call, owner in mapped.fields(interpreter, cls, KEY):
        evaluator = interpreter.class_evaluator(owner)
        node, action = given(call, 0, "references"), given(call, -1, "on_delete")
        on_delete = text(evaluator.evaluate(action)) if action is not None else "CASCADE"
        for target in _led_to(evaluator, evaluator.evaluate(node) if node is not None else BOTTOM, cls):
            yield Relation(name, target, f"{cls.dotted}.{name}", on_delete, None, call.line)


def _led_to(evaluator: Evaluator, value: Value, cls: ClassInfo) -> list[ClassInfo]:
    """The tables that a reference means: a class, its name, the table itself, one that is looked up later."""
    found = [atom.cls for atom in value if isinstance(atom, ClassAtom)]
    for name in strings(value):
        found += [cls] if name == "self" else called(evaluator.interpreter, TABLE, name, cls)
    for atom in value:
        if isinstance(atom, Instance) and isinstance(atom.site, tuple) and atom.site[0] == LAZY:
            found += called(evaluator.interpreter, TABLE, atom.site[1], cls)
    return found


MAPPER: Final = Mapper(TABLE, _table, _relations, TYPES.__contains__, column=str, ships=True)


def records(interpreter: Interpreter) -> Records:
    """Piccolo's tables."""
    return mapped.records(interpreter, MAPPER)


def described(interpreter: Interpreter) -> Iterator[Table | ForeignKey]:
    """The tables and keys of Piccolo's classes; what is only in migrations, a stub of one, is where it is touched."""
    if interpreter.frameworks.imports("piccolo"):
        yield from (one for one in records(interpreter).described() if f"/{MIGRATIONS}/" not in f"/{one.file}")


# --- columns ----------------------------------------------------------------------------------------------


def column(evaluator: Evaluator, model: ClassInfo | None, name: str, joins: frozenset[str] = NO_JOINS) -> Value:
    """A column of a table, with the tables that it leads through."""
    made = evaluator.interpreter.library_class(COLUMN)
    return evaluator.atoms.instance(made, model=model, site=(COLUMN, name), joins=joins) if made else UNKNOWN


def related(evaluator: Evaluator, atom: Instance) -> Record | None:
    """The table that a column leads to, where it is a foreign key or joined on one."""
    held = records(evaluator.interpreter)
    if isinstance(atom.site, tuple) and atom.site[0] == JOINED:
        return held.linked(atom.model)
    record = held.linked(atom.model)
    name = atom.site[1] if isinstance(atom.site, tuple) and atom.site[0] == COLUMN else None
    relation = record.relations.get(name) if record is not None and isinstance(name, str) else None
    return held.of(relation.target) if relation is not None else None


def between(evaluator: Evaluator, atom: Instance) -> Record | None:
    """The table between two others that a column of many-to-many names."""
    if not isinstance(atom.site, tuple) or atom.site[0] != COLUMN or atom.model is None:
        return None
    for name, call, owner in mapped.fields(evaluator.interpreter, atom.model, MANY):
        node = given(call, 0, "joining_table") if name == atom.site[1] else None
        if node is not None:
            value = evaluator.interpreter.class_evaluator(owner).evaluate(node)
            for cls in _led_to(evaluator, value, owner):
                return records(evaluator.interpreter).linked(cls)
    return None


def every_table(evaluator: Evaluator, record: Record | None) -> frozenset[str]:
    """The table of a record, with those that it has keys of."""
    if record is None:
        return NO_JOINS
    held = [records(evaluator.interpreter).of(relation.target) for relation in record.relations.values()]
    return frozenset([one.table for one in (record, *held) if one is not None])


def mentioned(evaluator: Evaluator, values: Iterable[Value], depth: int = 0) -> frozenset[str]:
    """The tables that columns among values lead through, those of queries, and of relations that are columns."""
    found: frozenset[str] = NO_JOINS
    for atom in chain.from_iterable(values):
        if isinstance(atom, Container) and depth < DEEPEST:
            found |= mentioned(evaluator, [atom.element], depth + 1)
        elif isinstance(atom, Instance) and atom.cls.library:
            found |= atom.joins
    return found


def through(evaluator: Evaluator, cls: ClassInfo | None, path: str) -> frozenset[str]:
    """The tables that `"manager.name"` leads through."""
    found: set[str] = set()
    record = records(evaluator.interpreter).linked(cls)
    for part in path.split(".")[:-1]:
        relation = record.relations.get(part) if record is not None else None
        record = records(evaluator.interpreter).of(relation.target) if relation is not None else None
        if record is not None:
            found.add(record.table)
    return frozenset(found)


class Columns(Hook):
    """Columns: those that lead to another table have its columns, the others conditions."""

    base = COLUMN

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Upper(Band.manager.name)`: functions of the database lead through the same tables."""
        del line
        if cls.dotted != FUNCTION:
            return None
        return evaluator.atoms.instance(cls, joins=mentioned(evaluator, arguments.every()))

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`Band.manager.name`, `Band.manager.all_columns()`, `Band.name.is_in(query)`."""
        del line
        if name.startswith("__"):
            return None
        record = related(evaluator, atom)
        if name == "_":  # for tools that do not know which columns there are: `Band.manager._.name`
            return atom.alone
        if name == "join_on":
            return evaluator.atoms.native(JOINED, atom)
        if record is not None:
            atom_joins = atom.joins | {record.table}
            if name in record.columns or name == "id" or name in record.relations:
                return column(evaluator, record.cls, name, atom_joins)
            (led,) = column(evaluator, None, name, atom_joins)
            return evaluator.atoms.native(CONDITION, led)
        return evaluator.atoms.native(CONDITION, atom)


def joined_on(call: NativeCall) -> Value:
    """`Band.name.join_on(Concert.band_name)`: a column that leads to the other's table."""
    made = call.interpreter.library_class(COLUMN)
    models = [atom.model for atom in call.first if isinstance(atom, Instance) and atom.model is not None]
    return join(call.atoms.instance(made, model=one, site=(JOINED,), joins=call.receiver.joins)
                for one in models) if made is not None else UNKNOWN  # fmt: skip


def condition(call: NativeCall) -> Value:
    """`Band.name.is_in(query)`, `Band.genres(Genre.name)`."""
    atom = call.receiver
    if not isinstance(atom, Instance):
        return UNKNOWN
    link = between(call.evaluator, atom)
    joins = atom.joins | mentioned(call.evaluator, call.arguments.every()) | every_table(call.evaluator, link)
    made = call.interpreter.library_class(COLUMN)
    return call.atoms.instance(made, model=atom.model, joins=joins) if made is not None else UNKNOWN


def operated(evaluator: Evaluator, values: list[Value]) -> Value | None:
    """`(Band.manager.name == "x") & Band.id.is_in(query)`: a condition that mentions the tables of both sides."""
    made = evaluator.interpreter.library_class(COLUMN)
    if made is None or not expressions_among(evaluator, COLUMN, values):
        return None
    return evaluator.atoms.instance(made, joins=mentioned(evaluator, values))


combined = operated


class LazyReferences(Hook):
    """`LazyTableReference("Manager", app_name="music")`: a table by the name of its class."""

    base = LAZY

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """Keep the name."""
        del line
        return evaluator.atoms.instance(cls, site=(LAZY, text(arguments.get(0, "table_class_name") or BOTTOM)))


class Metadata(Hook):
    """`Band._meta`: how the table is called, its key, and the engine that runs its queries."""

    base = META

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`Band._meta.tablename`, `Band._meta.db.transaction()`."""
        del line
        record = records(evaluator.interpreter).of(atom.model)
        if name == "tablename" and record is not None:
            return evaluator.atoms.constant(record.table.rpartition(".")[2])
        if name == "primary_key":
            return column(evaluator, atom.model, "id")
        engine = evaluator.interpreter.library_class("piccolo.engine.base.Engine")
        return evaluator.atoms.instance(engine) if name == "db" and engine is not None else UNKNOWN


def found_in(call: NativeCall) -> Value:
    """`table_finder(modules=["music.tables"], exclude_imported=True)`: the tables that modules hold."""
    names = containers.texts_in(call.first)
    modules = [module for name in names if (module := call.interpreter.find_module(name)) is not None]
    own = truth(call.arguments.keywords.get("exclude_imported", BOTTOM)) is True
    found: list[Value] = []
    for module in modules:
        for name in module.bindings:
            for atom in call.interpreter.names.value(module, name):
                if isinstance(atom, ClassAtom) and records(call.interpreter).of(atom.cls) is not None:
                    found += [] if own and atom.cls.module is not module else [atom.alone]
    return call.atoms.container("list", join(found), tuple(dict.fromkeys(found)))


class Applications(Hook):
    """`APP_CONFIG = AppConfig(table_classes=[...])`: each with tables of its own."""

    base = "piccolo.conf.apps.AppConfig"
    distinct = True
    holding = True


def referred(call: NativeCall) -> Value:
    """`Band.ref("manager.name")`, `Band.all_related()`: columns, with the tables that they lead through."""
    joins: frozenset[str] = NO_JOINS
    for cls in mapped.asked(call):
        for path in strings(call.first):
            joins |= through(call.evaluator, cls, path)
        record = records(call.interpreter).linked(cls) if call.name.endswith("all_related") else None
        joins |= every_table(call.evaluator, record) - {record.table if record is not None else ""}
    return column(call.evaluator, None, "", joins)


NEEDS: Final = ("piccolo",)
HOOKS: Final = (Columns(), LazyReferences(), Metadata(), Applications())
NATIVES: Final[dict[str, Handler]] = {
    CONDITION: condition,
    JOINED: joined_on,
    f"{COLUMN}.__call__": condition,
    "piccolo.conf.apps.table_finder": found_in,
    f"{TABLE}.ref": referred,
    f"{TABLE}.all_related": referred,
}
