"""What do the queries of pypika touch?  They are put together of tables, and executed as text by any driver.

    users, orders = Tables("users", "orders")
    query = Query.from_(users).join(orders).on(orders.user_id == users.id).select(users.name)
    cursor.execute(query.get_sql())

A query carries what it does to which tables; its text (`str(query)`, `query.get_sql()`, an f-string) names them, with a
hole for a table of which the name is not known. A condition carries the tables of the queries in it, no others: a
column adds no table to a query.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, NO_JOINS, UNKNOWN, ClassAtom, Container, Instance
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.raw_sql import HOLE, text_of
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

QUERIES: Final = "pypika.queries"
SELECTABLE: Final = f"{QUERIES}.Selectable"
TABLE: Final = f"{QUERIES}.Table"
QUERY: Final = f"{QUERIES}.QueryBuilder"
SCHEMA: Final = f"{QUERIES}.Schema"
TERM: Final = "pypika.terms.Term"
STEP: Final = "pypika.step"
CONDITION: Final = "pypika.condition"
SOURCES: Final = frozenset(
    {
        *("from_", "using", "with_", "union", "union_all", "intersect", "except_of", "minus", "as_select"),
        *("join", "inner_join", "left_join", "left_outer_join", "right_join", "right_outer_join", "outer_join"),
        *("full_outer_join", "cross_join", "hash_join"),
    }
)
"""The steps that read the table or query that they are given first."""
TARGETS: Final = {"into": "insert", "update": "update"}
UPSERTS: Final = frozenset({"do_update", "on_duplicate_key_update"})
TEXTS: Final = {
    "select": "SELECT 1{reads}",
    "insert": "INSERT INTO {table} (x) SELECT 1{reads}",
    "update": "UPDATE {table} SET x = 1 WHERE 1 IN (SELECT 1{reads})",
    "delete": "DELETE FROM {table} WHERE 1 IN (SELECT 1{reads})",
    "create": "CREATE TABLE {table} AS SELECT 1{reads}",
    "drop": "DROP TABLE {table}",
}
EMPTY: Final = "CREATE TABLE {table} (x int)"
UPDATES_TOO: Final = " ON CONFLICT (x) DO UPDATE SET x = 1"
DEEPEST: Final = 3


@dataclass(frozen=True, slots=True)
class Built:
    """What a query does so far: to the table `target`, which for `delete()` is the `first` that it began with."""

    op: str = "select"
    target: str | None = None
    first: str | None = None
    locks: bool = False
    upserts: bool = False


# --- tables -----------------------------------------------------------------------------------------------


def _made(evaluator: Evaluator, dotted: str, joins: frozenset[str] = NO_JOINS, site: object = None) -> Value:
    cls = evaluator.interpreter.library_class(dotted)
    return evaluator.atoms.instance(cls, joins=joins, site=site) if cls is not None else UNKNOWN


def _names(value: Value) -> list[str]:
    """The texts that a value may be, with holes for what is not known of them."""
    return sorted([text for text in map(text_of, value) if text is not None])


def _tables_named(evaluator: Evaluator, cls: ClassInfo | None, name: Value, schema: Value = BOTTOM) -> Value:
    """`Table("orders")`, `Table("orders", schema="shop")`."""
    before = [f"{one}." for one in [*_names(schema), *_schemas(schema)]] or [""]
    names = [f"{start}{one}" for start in before for one in _names(name) or [HOLE]]
    made = cls or evaluator.interpreter.library_class(TABLE)
    if made is None:
        return UNKNOWN
    return join(evaluator.atoms.instance(made, joins=frozenset({one}), site=TABLE) for one in names)


def _schemas(value: Value) -> list[str]:
    """The names of the schemas among values; of a list the last part, which is the schema in a database."""
    found = [str(atom.site[1]) for atom in value if isinstance(atom, Instance) and isinstance(atom.site, tuple)]
    members = containers.members(value)
    return sorted(found) + (_names(members[-1]) if members else [])


def _sources(value: Value) -> list[tuple[str | None, frozenset[str]]]:
    """What a step may be given to read: a table with its name, or the tables of a query; one with a hole else."""
    found: list[tuple[str | None, frozenset[str]]] = [(one, frozenset({one})) for one in _names(value)]
    items = [atom for atom in value if isinstance(atom, Instance)]
    found += [(min(one.joins) if one.site == TABLE else None, one.joins) for one in items]
    return found or [(HOLE, frozenset({HOLE}))]


class Tables(Hook):
    """Tables: begin queries, and have columns."""

    base = SELECTABLE

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Table("orders")`, `QueryBuilder()`; a name that a query was given (`AliasedQuery`) reads nothing more."""
        derives = evaluator.interpreter.classes.is_subclass
        if derives(cls, QUERY):
            return evaluator.atoms.instance(cls, site=Built())
        if not derives(cls, TABLE):
            return evaluator.atoms.instance(cls) if cls.library else None
        name, schema = arguments.get(0, "name") or BOTTOM, arguments.get(1, "schema") or BOTTOM
        value = _tables_named(evaluator, cls, name, schema)
        if not cls.library:
            evaluator.interpreter.objects.construct(evaluator, value, arguments, line)
        return value

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`query.where`, `table.select`, `table.as_("o")`, `table.id`."""
        del line
        if name.startswith("__"):
            return None
        begins = atom.site == TABLE and name in {"select", "insert", "update"}
        if isinstance(atom.site, Built) or begins or name in {"as_", "for_", "for_portion"}:
            return evaluator.atoms.native(STEP, (atom, name))
        return evaluator.atoms.native(CONDITION, atom) if name == "field" else _made(evaluator, TERM)

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """`table["id"]`, `query[:10]`."""
        del line
        return atom.alone if isinstance(atom.site, Built) else _made(evaluator, TERM)


class Schemas(Hook):
    """Schemas: `Schema("shop").orders`, `Database("main").shop.orders`."""

    base = SCHEMA

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """A schema by its name."""
        del line
        names = _names(arguments.get(0, "name") or BOTTOM) or [HOLE]
        return join(_made(evaluator, cls.dotted, site=(SCHEMA, one)) for one in names)

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """A table in a schema, a schema in a database."""
        del line
        if name.startswith("__"):
            return None
        if atom.cls.dotted != SCHEMA:
            return _made(evaluator, SCHEMA, site=(SCHEMA, name))
        return _tables_named(evaluator, None, evaluator.atoms.constant(name), atom.alone)


def tables(call: NativeCall) -> Value:
    """`Tables("orders", ("lines", "l"))`: by their names, or by name and alias."""
    given: list[Value] = []
    for value in call.arguments.positional:
        members = containers.members(value)
        schema = call.arguments.keywords.get("schema", BOTTOM)
        given.append(_tables_named(call.evaluator, None, members[0] if members else value, schema))
    return containers.make(call.evaluator, "list", given)


# --- conditions -------------------------------------------------------------------------------------------


def _queried(values: Iterable[Value], depth: int = 0) -> frozenset[str]:
    """The tables of the queries among values: of those in conditions and lists, too."""
    found: frozenset[str] = NO_JOINS
    for value in values:
        for atom in value:
            if isinstance(atom, Instance) and atom.site != TABLE:
                found |= atom.joins
            elif isinstance(atom, Container) and depth < DEEPEST:
                found |= _queried([atom.element], depth + 1)
    return found


class Terms(Hook):
    """Columns and conditions: they carry the tables of the queries in them."""

    base = TERM

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`ExistsCriterion(query)`."""
        del line
        return _made(evaluator, cls.dotted, _queried(arguments.every())) if cls.library else None

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`orders.id.isin(query)`."""
        del line
        return None if name.startswith("__") else evaluator.atoms.native(CONDITION, atom)


def condition(call: NativeCall) -> Value:
    """`orders.id.isin(query)`, `Criterion.all([...])`."""
    holder = call.receiver.alone if isinstance(call.receiver, Instance) else BOTTOM
    return _made(call.evaluator, TERM, _queried([holder, *call.arguments.every()]))


def operated(evaluator: Evaluator, values: list[Value]) -> Value | None:
    """`(orders.id == 1) & orders.id.isin(query)`, `query + query`."""
    items = [atom for value in values for atom in value if isinstance(atom, Instance)]
    queries = [atom for atom in items if isinstance(atom.site, Built)]
    if queries:
        return evaluator.atoms.instance(queries[0].cls, joins=_queried(values), site=Built())
    is_subclass = evaluator.interpreter.classes.is_subclass
    return _made(evaluator, TERM, _queried(values)) if any(is_subclass(one.cls, TERM) for one in items) else None


combined = operated


# --- queries ----------------------------------------------------------------------------------------------


def begun(call: NativeCall) -> Value:
    """`Query.from_(orders)`, `Query.into("orders")`: a step of a new builder, which a project may have of its own."""
    holder = call.receiver.alone if isinstance(call.receiver, (ClassAtom, Instance)) else UNKNOWN
    own = call.interpreter.attributes.get(call.evaluator, holder, "_builder", call.line)
    builders = call.interpreter.calls.call(call.evaluator, own, NO_ARGUMENTS, call.line)
    name = call.name.rpartition(".")[2]
    made = [one for one in builders if isinstance(one, Instance) and isinstance(one.site, Built)]
    return join([_stepped(call, one, name) for one in made]) or UNKNOWN


def step(call: NativeCall) -> Value:
    """`query.where(...)`, `orders.select("id")`, `orders.as_("o")`."""
    atom, name = call.receiver
    if isinstance(atom.site, Built):
        return _stepped(call, atom, name)
    (table,) = atom.joins or (None,)
    if name in {"insert", "update"}:
        return _made(call.evaluator, QUERY, _queried(call.arguments.every()), Built(name, table))
    if name == "select":
        return _made(call.evaluator, QUERY, atom.joins | _queried(call.arguments.every()), Built(first=table))
    return atom.alone  # type: ignore[no-any-return]


def _stepped(call: NativeCall, atom: Instance, name: str) -> Value:
    """What a query is after one more step."""
    built = atom.site
    assert isinstance(built, Built)  # noqa: S101 - asked for by those who call
    joins = atom.joins | _queried(call.arguments.every())
    if name in SOURCES:
        return join(
            call.atoms.instance(atom.cls, joins=joins | read, site=replace(built, first=built.first or first))
            for first, read in _sources(call.first)
        )
    if name in TARGETS or name in {"create_table", "drop_table"}:
        op = TARGETS.get(name) or name.partition("_")[0]
        named = [first or HOLE for first, _ in _sources(call.first)]
        return join(call.atoms.instance(atom.cls, joins=joins, site=replace(built, op=op, target=one)) for one in named)
    if name == "delete":
        built = replace(built, op="delete", target=built.first or HOLE)
        joins -= {built.first}
    built = replace(built, locks=built.locks or name == "for_update", upserts=built.upserts or name in UPSERTS)
    return call.atoms.instance(atom.cls, joins=joins, site=built)


def text(call: NativeCall) -> Value:
    """`query.get_sql()`, `str(query)`: a statement that does to these tables what the query does."""
    atom = call.receiver
    if not isinstance(atom, Instance) or not isinstance(atom.site, Built):
        return UNKNOWN
    built = atom.site
    read = ", ".join(
        _quoted(one) for one in sorted(atom.joins - ({built.target} if built.op == "delete" else NO_JOINS))
    )
    form = EMPTY if built.op == "create" and not read else TEXTS[built.op]
    written = form.format(table=_quoted(built.target or HOLE), reads=f" FROM {read}" if read else "")
    written += " FOR UPDATE" if built.locks and built.op == "select" else UPDATES_TOO if built.upserts else ""
    pieces = written.split(HOLE)
    if len(pieces) == 1:
        return call.atoms.constant(written)
    return call.atoms.pattern(tuple(one for piece in pieces for one in (None, piece))[1:])


def _quoted(name: str) -> str:
    return ".".join(f'"{part}"' for part in name.split("."))


NEEDS: Final = ("pypika", "pypika_tortoise")
HOOKS: Final = (Tables(), Schemas(), Terms())
NATIVES: Final[dict[str, Handler]] = {
    STEP: step,
    CONDITION: condition,
    f"{QUERIES}.make_tables": tables,
    f"{QUERIES}.Query.Tables": tables,
    **{
        f"{QUERIES}.Query.{name}": begun
        for name in ("from_", "into", "update", "with_", "select", "create_table", "drop_table")
    },
    f"{QUERY}.get_sql": text,
    f"{QUERY}.__str__": text,
    "pypika.terms.Criterion.any": condition,
    "pypika.terms.Criterion.all": condition,
}
