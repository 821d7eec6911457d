"""What happens when a statement is executed, and what do its rows hold?  Sessions, connections, queries, results."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, Constant, Instance, Pattern
from boundary.link.frameworks.protocol import Hook, NativeCall
from boundary.link.frameworks.raw_sql import touch_sql
from boundary.link.frameworks.sqlalchemy import loaded
from boundary.link.frameworks.sqlalchemy.class_tables import written_tables
from boundary.link.frameworks.sqlalchemy.compiled import compiled
from boundary.link.frameworks.sqlalchemy.deletions import cascade_keys
from boundary.link.frameworks.sqlalchemy.models import mappings
from boundary.link.frameworks.sqlalchemy.specs import CORE, OWN_QUERIES, TableSpec
from boundary.link.frameworks.sqlalchemy.statements import (
    QUERY,
    STATEMENT,
    Shape,
    about,
    all_tables,
    apart,
    entities_of,
    flat,
    statement,
)
from boundary.link.frameworks.sqlalchemy.tables import ANY_TABLE, REFINE, tables_in

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler
    from boundary.model.scan import Confidence

RESULT: Final = "sqlalchemy.engine.Result"
SCALARS: Final = "sqlalchemy.engine.ScalarResult"
NOT_KNOWN: Final = "a statement of which no table is known"
NAMELESS: Final = frozenset({f"{CORE}.{name}" for name in ("Table", "Select", "Insert", "Update", "Delete")})
"""What is of these and says no more is executed on a table whose name is not known: `table_of(kind).insert()`."""


def stored(evaluator: Evaluator, cls: ClassInfo, *, guessed: bool = False) -> Value:
    """An object of a mapped class that comes from the database."""
    mapping = mappings(evaluator.interpreter).by_class.get(cls)
    exact = mapping is None or not mapping.children
    row = evaluator.atoms.instance(cls, exact=exact, stored=True, guessed=guessed)
    if mapping is not None:
        loaded.tell(evaluator, cls, row)
    return row


# --- executing ------------------------------------------------------------------------------------------


def execute(call: NativeCall, value: Value) -> Value:
    """Record what executing a statement does; gives its result."""
    if value is UNKNOWN:
        call.evaluator.blind(call.line, NOT_KNOWN)
    found: list[Value] = []
    for atom in value:
        if isinstance(atom, (Constant, Pattern)):
            if not (isinstance(atom, Constant) and not isinstance(atom.value, str)):
                touch_sql(call, atom.alone)
        elif isinstance(atom, Instance) and isinstance(atom.site, tuple) and atom.site[:1] == ("text",):
            touch_sql(call, atom.site[1])
        elif isinstance(atom, Instance) and isinstance(atom.site, Shape):
            run(call.evaluator, atom, atom.site, call.line)
            found.append(result(call.evaluator, atom.site, RESULT))
        elif isinstance(atom, Instance) and (text := compiled(call.evaluator, atom, call.line)):
            touch_sql(call, text)
        elif isinstance(atom, Instance) and atom.joins:
            read(call.evaluator, atom.joins, call.line, guessed=atom.guessed)
        elif isinstance(atom, Instance) and atom.site is None and atom.cls.dotted in NAMELESS:
            call.evaluator.blind(call.line, NOT_KNOWN)
    return join(found) or result(call.evaluator, Shape(), RESULT)


def run(evaluator: Evaluator, atom: Instance, shape: Shape, line: int) -> None:
    """The accesses of one statement; one of which no table is known, and something else neither, is a blind spot."""
    if shape.unknown and shape.target is None and not atom.joins:
        evaluator.blind(line, NOT_KNOWN)
    guessed: Confidence | None = "guessed" if atom.guessed else None
    if shape.target == ANY_TABLE and shape.op != "select":
        for table in sorted(held_by_metadata(evaluator)):
            with evaluator.believed("inferred"):
                evaluator.touch(table, shape.op, line, confidence=guessed)  # type: ignore[arg-type]
    elif shape.target is not None and shape.op != "select":
        evaluator.touch(shape.target, shape.op, line, confidence=guessed)  # type: ignore[arg-type]
        if shape.upserts:
            evaluator.touch(shape.target, "update", line, confidence=guessed)
        if shape.op == "delete":
            cascade(evaluator, shape.target, line)
    read(evaluator, atom.joins, line, guessed=atom.guessed)
    if shape.locks:
        for table in sorted(shape.locked or locked_tables(evaluator, shape) or atom.joins):
            evaluator.touch(table, "lock", line, confidence=guessed)


def locked_tables(evaluator: Evaluator, shape: Shape) -> set[str]:
    """The tables of the entities that `with_for_update` locks."""
    index = mappings(evaluator.interpreter)
    found = [index.add(cls) for cls in shape.entities if cls is not None]
    return {table for mapping in found if mapping is not None for table in mapping.tables}


def held_by_metadata(evaluator: Evaluator) -> set[str]:
    """All tables: those of mapped classes and those that are written out."""
    return {*mappings(evaluator.interpreter).by_table, *written_tables(evaluator.interpreter)}


def read(evaluator: Evaluator, tables: frozenset[str], line: int, *, guessed: bool = False) -> None:
    """Tables are read."""
    if ANY_TABLE in tables:
        with evaluator.believed("inferred"):
            read(evaluator, frozenset(held_by_metadata(evaluator)), line, guessed=guessed)
    for table in sorted(tables - {ANY_TABLE}):
        evaluator.touch(table, "read", line, confidence="guessed" if guessed else None)


def cascade(evaluator: Evaluator, table: str, line: int) -> None:
    """Rows that the database deletes with those of a table."""
    taken: dict[tuple[str, str], str] = {}
    cascade_keys(mappings(evaluator.interpreter), [table], taken)  # type: ignore[arg-type]
    for (name, op), because in taken.items():
        evaluator.touch(name, op, line, because=because)  # type: ignore[arg-type]


def result(evaluator: Evaluator, shape: Shape, dotted: str) -> Value:
    """The result of a statement."""
    cls = evaluator.interpreter.library_class(dotted)
    return evaluator.atoms.instance(cls, site=shape) if cls is not None else UNKNOWN


# --- rows -----------------------------------------------------------------------------------------------


def row(evaluator: Evaluator, shape: Shape, *, scalar: bool = False, guessed: bool = False) -> Value:
    """One row: the entity itself, or a tuple of what its columns hold."""
    cells = [UNKNOWN if cls is None else stored(evaluator, cls, guessed=guessed) for cls in shape.entities]
    if not cells:
        return UNKNOWN
    if scalar or (shape.single and len(cells) == 1):
        return cells[0]
    return evaluator.atoms.container("tuple", join(cells), tuple(cells))


def maybe(call: NativeCall, value: Value) -> Value:
    """A row, or None."""
    return value | call.atoms.none


ONE: Final = frozenset({"one", "scalar_one", "first_or_404", "get_or_404", "one_or_404", "get_one", "fetchval"})
FIRST: Final = frozenset({"first", "one_or_none", "scalar", "scalar_one_or_none", "fetchone", "get"})
MANY: Final = frozenset({"all", "fetchall", "fetchmany", "partitions", "to_list", "limit_all"})
SAME: Final = frozenset({"unique", "columns", "mappings", "tuples", "freeze", "with_row_locking", "yield_per"})
"""What gives the same result or, as `yield_per` of a query, says how it is fetched once it is asked."""


def fetched(call: NativeCall, shape: Shape, name: str, *, scalar: bool, guessed: bool = False) -> Value | None:
    """What a method of a result or query gives of its rows; None for a name that fetches nothing."""
    one = row(call.evaluator, shape, scalar=scalar or name.startswith("scalar"), guessed=guessed)
    if name in ONE:
        return one
    if name in FIRST:
        return maybe(call, one)
    if name in MANY:
        rows = call.atoms.container("list", one)
        return call.atoms.container("list", rows) if name == "partitions" else rows
    return None


TOLD: Final = frozenset(
    {
        *("rowcount", "lastrowid", "inserted_primary_key", "inserted_primary_key_rows", "returned_defaults"),
        *(
            "returned_defaults_rows",
            "returns_rows",
            "is_insert",
            "closed",
            "context",
            "cursor",
            "connection",
            "dialect",
        ),
    }
)
"""Attributes of a result that are no methods."""


class ResultHook(Hook):
    """What was executed gives rows; nothing more is read."""

    base = RESULT

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """Every method; what is told of the execution itself may be anything (`if not result.rowcount:`)."""
        del line
        if name in TOLD:
            return UNKNOWN
        return None if name.startswith("__") else evaluator.atoms.native("sqlalchemy.result", (atom, name))

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """The rows."""
        del line
        shape = atom.site if isinstance(atom.site, Shape) else Shape()
        return row(evaluator, shape, scalar=atom.cls.dotted == SCALARS)


def result_method(call: NativeCall) -> Value:
    """A method of a result."""
    atom, name = call.receiver
    shape = atom.site if isinstance(atom.site, Shape) else Shape()
    if name == "scalars":
        return result(call.evaluator, shape, SCALARS)
    found = fetched(call, shape, name, scalar=atom.cls.dotted == SCALARS)
    return found if found is not None else atom.alone if name in SAME else UNKNOWN


# --- queries --------------------------------------------------------------------------------------------


def query_of(evaluator: Evaluator, values: list[Value], cls: ClassInfo | str = QUERY) -> Value:
    """`session.query(Order, ...)`, `Order.query`."""
    own = evaluator.interpreter.frameworks.state.get(OWN_QUERIES)
    if cls == QUERY and own is not None:
        cls = own
    return join(
        statement(evaluator, cls, about(evaluator, held, single=True), all_tables(evaluator, held))
        for held in apart(evaluator, values)
    )


class QueryHook(Hook):
    """Queries execute themselves."""

    base = QUERY

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Query(Order)`, `Query([Order, Line], session=session)`: what a session's query is."""
        del line
        entities = arguments.get(0, "entities")
        if not entities or not entities_of(evaluator, [entities]):
            return None
        return query_of(evaluator, flat(entities), cls)

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """Methods that fetch or write, and the session; the others refine."""
        del line
        if name.startswith("__"):
            return None
        if name == "session":
            session = evaluator.interpreter.library_class("sqlalchemy.orm.session.Session")
            return evaluator.atoms.instance(session) if session is not None else None
        if name in EXECUTES and (name not in {"update", "delete"} or _is_query(atom)):
            return evaluator.atoms.native("sqlalchemy.query", (atom, name))
        return None  # `ClauseHook` refines

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """The rows."""
        shape = atom.site if isinstance(atom.site, Shape) else Shape()
        if line:
            run(evaluator, atom, shape, line)
        return row(evaluator, shape, guessed=atom.guessed)


def _is_query(atom: Instance) -> bool:
    """Whether a query, or what a relationship holds, writes by itself: a dynamic collection does, no list or set."""
    relation = atom.relation
    return relation is None or getattr(relation, "dynamic", "") == "dynamic"


EXECUTES: Final = ONE | FIRST | MANY | frozenset({"count", "update", "delete", "paginate", "scalars", "iterator"})


def query_method(call: NativeCall) -> Value:
    """`query.all()`, `.count()`, `.update({...})`, `.delete()`."""
    atom, name = call.receiver
    shape: Shape = atom.site if isinstance(atom.site, Shape) else Shape()
    if name in {"update", "delete"}:
        mapping = mappings(call.interpreter).add(atom.model) if atom.model is not None else None
        table = mapping.table if mapping is not None else next(iter(sorted(atom.joins)), None)
        if table is None:
            call.evaluator.blind(call.line, NOT_KNOWN)
        else:
            set_to = tables_in(call.arguments.every())  # `update({Order.total: subquery})`
            joins = (frozenset(atom.joins) | set_to) - set(mapping.tables if mapping else (table,))
            (held,) = statement(call.evaluator, QUERY, replace(shape, op=name, target=table, locks=False), joins)
            if isinstance(held, Instance) and isinstance(held.site, Shape):
                run(call.evaluator, held, held.site, call.line)
        return UNKNOWN
    run(call.evaluator, atom, shape, call.line)
    if name == "scalars":
        return result(call.evaluator, shape, SCALARS)
    if name == "paginate":
        return paginated(call, row(call.evaluator, shape, guessed=atom.guessed))
    found = fetched(call, shape, name, scalar=False, guessed=atom.guessed)
    return UNKNOWN if found is None else found


def paginated(call: NativeCall, one: Value) -> Value:
    """A page of rows."""
    cls = call.interpreter.library_class("flask_sqlalchemy.query.Pagination")
    if cls is None:
        return UNKNOWN
    value = call.atoms.instance(cls, site=("made", "page", one))
    rows = call.atoms.container("list", one)
    call.interpreter.stores.set(call.evaluator, value, "items", rows, call.line)
    return value


def executed_alone(call: NativeCall) -> Value:
    """`table.insert().execute()`: a statement that is bound to an engine executes itself."""
    atom, _ = call.receiver
    return execute(call, atom.alone)


class StatementHook(Hook):
    """Statements of bound metadata (SQLAlchemy 1) execute themselves."""

    base = STATEMENT

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`.execute()`; `.name` of a table."""
        del line
        if name == "execute" and isinstance(atom.site, Shape):
            return evaluator.atoms.native("sqlalchemy.bound", (atom, name))
        if isinstance(atom.site, TableSpec) and name in {"name", "fullname"} and atom.site.name != ANY_TABLE:
            return evaluator.atoms.constant(atom.site.name if name == "name" else atom.site.full_name)
        return None


__all__ = ["BOTTOM", "CORE", "REFINE", "execute"]

HOOKS: Final = (QueryHook(), ResultHook(), StatementHook())
NATIVES: Final[dict[str, Handler]] = {
    "sqlalchemy.result": result_method,
    "sqlalchemy.query": query_method,
    "sqlalchemy.bound": executed_alone,
}
