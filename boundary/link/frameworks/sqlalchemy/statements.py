"""What does a statement say before it is executed?  `select`, `insert`, queries, and all that refines them.

A statement is a value that carries the tables it reads, what its rows are made of, and the table that it writes.
Every method and every operator of an expression gives an expression that carries the tables of its arguments, too.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import is_unknown
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Instance, Native, by_age
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.raw_sql import touch_sql
from boundary.link.frameworks.sqlalchemy.loading import loaded
from boundary.link.frameworks.sqlalchemy.models import mappings
from boundary.link.frameworks.sqlalchemy.specs import CORE, TableSpec, flag_of
from boundary.link.frameworks.sqlalchemy.tables import REFINE, tables_in, tables_of
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

CLAUSE: Final = f"{CORE}.ClauseElement"
STATEMENT: Final = f"{CORE}.Statement"
QUERY: Final = "sqlalchemy.orm.query.Query"
TEXT: Final = f"{CORE}.TextClause"
CTE: Final = "sqlalchemy.cte"
"""What makes a statement that writes a part of another: see `sqlalchemy/ctes.py`."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a statement does and what its rows hold.

    `op` is select, insert, update or delete, of the table `target`; `entities` are the classes of the columns of a row,
    None for a plain column; `single` says that a row is the one entity itself (`session.query(Order)`); `upserts` that
    an insert updates what is there already; `unknown` that nothing is known of something that it is about; `locked` are
    the tables of which alone it locks rows, where it says so.
    """

    op: str = "select"
    target: str | None = None
    entities: tuple[ClassInfo | None, ...] = ()
    locks: bool = False
    single: bool = False
    upserts: bool = False
    unknown: bool = False
    locked: frozenset[str] = frozenset()


def statement(evaluator: Evaluator, cls: ClassInfo | str, shape: Shape, joins: frozenset[str]) -> Value:
    """A statement as a value."""
    found = evaluator.interpreter.library_class(cls) if isinstance(cls, str) else cls
    if found is None:
        return UNKNOWN
    model = next((one for one in shape.entities if one is not None), None)
    return evaluator.atoms.instance(found, model=model, joins=joins, site=shape)


def clause_of(evaluator: Evaluator, joins: frozenset[str]) -> Value:
    """An expression that reads tables."""
    cls = evaluator.interpreter.library_class(f"{CORE}.ColumnElement")
    return evaluator.atoms.instance(cls, joins=joins) if cls is not None else UNKNOWN


def all_tables(evaluator: Evaluator, values: list[Value]) -> frozenset[str]:
    """The tables that arguments mention: those of mapped classes among them."""
    index = mappings(evaluator.interpreter)
    found = set(tables_in(values))
    for value in values:
        for one in flat(value):
            for mapping in index.of_value(one):
                found.update(mapping.loaded)
    return frozenset(found)


def flat(value: Value) -> list[Value]:
    """A value, or the members of the lists in it."""
    members = containers.members(value)
    if members is not None:
        return [inner for one in members for inner in flat(one)]
    return [value]


def entities_of(evaluator: Evaluator, values: list[Value]) -> tuple[ClassInfo | None, ...]:
    """What the columns of a row hold, for the arguments of a `select` or `query`."""
    index = mappings(evaluator.interpreter)
    found: list[ClassInfo | None] = []
    for value in values:
        for one in flat(value):
            held = index.of_value(one)
            found.append(held[0].cls if held else None)
    return tuple(found)


def about(evaluator: Evaluator, values: list[Value], *, single: bool = False) -> Shape:
    """What a `select` or `query` of these is about."""
    unknown = any(one is UNKNOWN for value in values for one in flat(value))
    return Shape(entities=entities_of(evaluator, values), single=single, unknown=unknown)


def every(call: NativeCall) -> list[Value]:
    """All arguments of a call."""
    return list(call.arguments.every())


def select(call: NativeCall) -> Value:
    """`select(Order)`, `select([orders])`."""
    given = [*call.arguments.positional, *([call.arguments.rest] if call.arguments.rest else ())]
    more = list(call.arguments.keywords.values())
    return join(
        statement(
            call.evaluator,
            f"{CORE}.Select",
            about(call.evaluator, held),
            all_tables(call.evaluator, [*held, *more]),
        )
        for held in apart(call.evaluator, given)
    )


def apart(evaluator: Evaluator, values: list[Value]) -> list[list[Value]]:
    """The same arguments once for each mapped class that the first of several classes may be.

    `select(model)` of generic code gives rows of one class or of another, and no row of both; what it deletes is of
    any of them.
    """
    index = mappings(evaluator.interpreter)
    for position, value in enumerate(values):
        classes = [atom for atom in value if index.of_value(atom.alone)]
        if len(classes) == 1 and len(below := index.of_value(frozenset(classes))) > 1:
            classes = [atom for one in below for atom in evaluator.atoms.class_(one.cls)]
        if len(classes) > 1:
            before, after = values[:position], values[position + 1 :]
            return [[*before, one.alone, *after] for one in by_age(classes)]
    return [values]


def target_of(evaluator: Evaluator, value: Value) -> tuple[str | None, ClassInfo | None]:
    """The table that `insert(x)` and its like write, and its class."""
    for mapping in mappings(evaluator.interpreter).of_value(value):
        return mapping.table, mapping.cls
    for atom in value:
        if isinstance(atom, Instance) and isinstance(atom.site, TableSpec):
            return atom.site.full_name, None
        if isinstance(atom, Instance) and atom.model is not None:
            known = mappings(evaluator.interpreter).add(atom.model)
            if known is not None:
                return known.table, known.cls
    found = sorted(tables_of(value))
    return (found[0] if found else None), None


def writing(op: str) -> Handler:
    """`insert(x)`, `update(x)`, `delete(x)`."""

    def handler(call: NativeCall) -> Value:
        found: list[Value] = []
        for (written,) in apart(call.evaluator, [call.arguments.get(0, "table") or BOTTOM]):
            table, _ = target_of(call.evaluator, written)
            if table is not None:
                more = tables_in(every(call)) - {table}
                found.append(statement(call.evaluator, f"{CORE}.{op.title()}", Shape(op, table), more))
        return join(found) or UNKNOWN

    return handler


def text(call: NativeCall) -> Value:
    """`text("SELECT ...")`; a statement comes here only where `isinstance(sql, str)` was not decided, and stays one."""
    cls = call.interpreter.library_class(TEXT)
    statements = frozenset(atom for atom in call.first if is_statement(atom))
    told = call.first - statements
    if cls is None or not told:
        return statements or UNKNOWN
    return statements | call.atoms.instance(cls, site=("text", told))


def is_statement(atom: Atom) -> bool:
    """Whether a value is a statement of SQLAlchemy, which something may execute."""
    if not isinstance(atom, Instance):
        return False
    return isinstance(atom.site, Shape) or (isinstance(atom.site, tuple) and atom.site[:1] == ("text",))


def clause(call: NativeCall) -> Value:
    """A function of expressions: `and_`, `exists`, `joinedload`, `func.count`."""
    return clause_of(call.evaluator, all_tables(call.evaluator, every(call)))


def union(call: NativeCall) -> Value:
    """`union(a, b)`: rows like those of the first."""
    for value in call.arguments.positional:
        for one in flat(value):
            for atom in one:
                if isinstance(atom, Instance) and isinstance(atom.site, Shape):
                    return statement(call.evaluator, f"{CORE}.CompoundSelect", atom.site, tables_in(every(call)))
    return clause(call)


def aliased(call: NativeCall) -> Value:
    """`aliased(Order)`: the same class under another name; `aliased(Order, subquery)` is read from that."""
    joins = tables_in([call.arguments.get(1, "alias") or BOTTOM])
    return call.first | clause_of(call.evaluator, joins) if joins else call.first


# --- refining -------------------------------------------------------------------------------------------

WRITES: Final = frozenset({"insert", "update", "delete"})
REPLACES: Final = frozenset({"with_entities", "with_only_columns"})
ADDS: Final = frozenset({"add_columns", "add_column", "add_entity"})


def unsaid_by(call: NativeCall, name: str, asked: frozenset[str]) -> None:
    """`query.from_statement(text("SELECT ..."))` executes the text; `query.join(x)` may read any table."""
    for atom in call.first if name == "from_statement" else ():
        if isinstance(atom, Instance) and isinstance(atom.site, tuple) and atom.site[:1] == ("text",):
            touch_sql(call, atom.site[1])
    if name in JOINS and not asked and any(is_unknown(one) for one in call.first):
        call.evaluator.blind(call.line, "a table that is joined is not known")


def named_by(call: NativeCall, shape: object, name: str) -> frozenset[str]:
    """The tables of the relationships that a method names: those to load, those of which `filter_by` asks for any."""
    if not isinstance(shape, Shape):
        return frozenset()
    if name == "options":
        return loaded(call.evaluator, shape.entities, every(call))
    if name != "filter_by" or not shape.entities:
        return frozenset()
    index, first, asked = mappings(call.interpreter), shape.entities[0], call.receiver[0].joins
    mapping = index.add(first) if first is not None else index.by_table.get(min(asked)) if len(asked) == 1 else None
    held = [mapping.relation(one) for one in call.arguments.keywords] if mapping is not None else []
    return frozenset().union(*(one.reads for one in held if one is not None and one.kind != "m2o"))


JOINS: Final = frozenset({"join", "outerjoin"})


def locked_of(call: NativeCall) -> frozenset[str]:
    """The tables of `with_for_update(of=Order)`, of which it may say a class, a column or several of them."""
    given = flat(call.arguments.keywords.get("of", BOTTOM))
    tables = [table for one in given if (table := target_of(call.evaluator, one)[0]) is not None]
    return frozenset(tables).union(*[tables_in([one]) for one in given])


def refined(call: NativeCall) -> Value:
    """Any method of an expression: the same, with the tables of its arguments."""
    atom, name = call.receiver
    asked = all_tables(call.evaluator, every(call))
    unsaid_by(call, name, asked)
    joins = atom.joins | asked | named_by(call, atom.site, name)
    shape = atom.site
    if isinstance(shape, TableSpec) and name in WRITES:
        written = Shape(name, shape.full_name)
        return statement(call.evaluator, f"{CORE}.{name.title()}", written, joins - {shape.full_name})
    if isinstance(shape, TableSpec) and name == "select":
        return statement(call.evaluator, f"{CORE}.Select", Shape(entities=(None,)), joins)
    if not isinstance(shape, Shape):
        return call.atoms.instance(atom.cls, model=atom.model, joins=joins, site=shape)
    values = [*call.arguments.positional, *([call.arguments.rest] if call.arguments.rest else ())]
    if name in REPLACES:
        now = about(call.evaluator, values)
        shape = replace(shape, entities=now.entities, unknown=now.unknown)
    elif name in ADDS:
        shape = replace(shape, entities=shape.entities + entities_of(call.evaluator, values), single=False)
    elif name == "returning":
        shape = replace(shape, entities=entities_of(call.evaluator, values))
    elif name in {"with_for_update", "with_lockmode"} and flag_of(call.arguments.get(-1, "read")) is not True:
        shape = replace(shape, locks=True, locked=locked_of(call))
    elif name in {"on_conflict_do_update", "on_duplicate_key_update"}:
        shape = replace(shape, upserts=True)
    model = next((one for one in shape.entities if one is not None), atom.model)
    return call.atoms.instance(
        atom.cls, model=model, relation=atom.relation, joins=joins, site=shape, guessed=atom.guessed
    )


THE_SAME: Final = frozenset(
    {"c", "columns", "selected_columns", "exported_columns", "__table__", "statement", "selectable", "whereclause"}
)
"""Attributes of an expression that read what it reads."""
COLUMNS: Final = frozenset({"c", "columns"})
"""Those of a table that hold its columns, of which one may be called as an attribute of tables is: `name`."""


class ClauseHook(Hook):
    """Expressions and statements: an attribute that nobody defines refines them."""

    base = CLAUSE

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`.c` is the columns, which read the same tables; everything else is a method."""
        del line
        if name in COLUMNS and isinstance(atom.site, TableSpec):
            return clause_of(evaluator, atom.joins)
        if name in THE_SAME and atom.cls.dotted != TEXT:  # `text("SELECT ...").columns(Order.id)` is a method
            return atom.alone
        if name.startswith("__"):
            return None
        if name == "cte" and isinstance(atom.site, Shape) and atom.site.op in WRITES:
            return evaluator.atoms.native(CTE, atom)
        return evaluator.atoms.native(REFINE, (atom, name))

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """Columns of a table."""
        del line
        return clause_of(evaluator, atom.joins)


class FunctionHook(Hook):
    """`func.count(...)`."""

    base = f"{CORE}.FunctionGenerator"

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """Any function of the database; a schema's function is called a level deeper."""
        del line, name
        return evaluator.atoms.native("sqlalchemy.function", atom)


def function_attribute(evaluator: Evaluator, atom: object, name: str, line: int) -> Value | None:
    """`declared_attr.directive`, `.cascading`: the same decorator."""
    del line
    function = getattr(atom, "function", None)
    if function is not None and function.native == "sqlalchemy.orm.decl_api.declared_attr":
        return atom.alone if name in {"directive", "cascading"} else None  # type: ignore[attr-defined]
    del evaluator
    return None


def is_clause(evaluator: Evaluator, value: Value) -> bool:
    """Whether a value may be an expression of SQL."""
    classes = evaluator.interpreter.classes
    return any(
        (isinstance(atom, Instance) and atom.cls.library and classes.is_subclass(atom.cls, CLAUSE))
        or (isinstance(atom, Native) and atom.name == REFINE)
        for atom in value
    )


def operated(evaluator: Evaluator, values: list[Value]) -> Value | None:
    """`Order.id == Line.order_id`: an expression that reads both tables."""
    if not evaluator.interpreter.frameworks.follows_work:
        return None
    if not any(is_clause(evaluator, value) for value in values):
        return None
    return clause_of(evaluator, frozenset().union(*(compared(evaluator, value) for value in values)))


combined = operated


def compared(evaluator: Evaluator, value: Value) -> frozenset[str]:
    """The tables of one side: of `Line.order == order` that of the line, which has the key; no order is asked for."""
    for atom in value if len(value) == 1 else ():
        if isinstance(atom, Instance) and isinstance(atom.site, tuple) and atom.site[:1] == ("attribute",):
            mapping = mappings(evaluator.interpreter).add(atom.site[1])
            relation = mapping.relation(atom.site[2]) if mapping is not None else None
            if mapping is not None and relation is not None:
                return frozenset(mapping.tables) | (frozenset() if relation.kind == "m2o" else atom.joins)
    return tables_of(value)


OF_COLUMNS: Final = (
    *("in_", "not_in", "notin_", "is_", "is_not", "isnot", "is_distinct_from", "is_not_distinct_from", "any_", "all_"),
    *("like", "ilike", "not_like", "notlike", "not_ilike", "notilike", "startswith", "endswith", "contains", "match"),
    *("icontains", "istartswith", "iendswith", "regexp_match", "regexp_replace", "between", "concat", "collate", "op"),
    *("bool_op", "label", "cast", "asc", "desc", "nulls_first", "nullsfirst", "nulls_last", "nullslast", "distinct"),
    *("self_group", "as_string", "as_integer", "as_float", "as_boolean", "as_json", "has_key", "overlap"),
)
"""Methods of a column that is found by its name among those of a table (`links.c.tag.in_(...)`)."""

__all__ = ["BOTTOM", "ClassAtom", "Shape", "join"]

HOOKS: Final = (ClauseHook(), FunctionHook())
NATIVES: Final[dict[str, Handler]] = {
    REFINE: refined,
    **{f"{REFINE}.{name}": refined for name in OF_COLUMNS},
    "sqlalchemy.function": clause,
    f"{CORE}.select": select,
    f"{CORE}.insert": writing("insert"),
    f"{CORE}.update": writing("update"),
    f"{CORE}.delete": writing("delete"),
    f"{CORE}.text": text,
    f"{CORE}.clause": clause,
    f"{CORE}.union": union,
    f"{CORE}.aliased": aliased,
}
