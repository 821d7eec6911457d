"""What do the queries of python-sql touch?  They are built of tables and columns, and executed as text with parameters.

    table = Table("sale_sale")
    cursor.execute(*table.update([table.state], ["done"], where=table.id.in_(line.select(line.sale))))

A query carries the tables that it is about; `*query` is a text that names them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.values import UNKNOWN, Container, Instance
from boundary.link.frameworks.protocol import Hook

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

FROM: Final = "sql.FromItem"
TABLE: Final = "sql.Table"
QUERY: Final = "sql.Query"
COLUMN: Final = "sql.Column"
VERBS: Final = frozenset({"select", "insert", "update", "delete"})
JOINS: Final = frozenset({"join", "left_join", "right_join", "full_join", "cross_join"})
TEXTS: Final = {
    "insert": 'INSERT INTO "{}" (x) SELECT 1{}',
    "update": 'UPDATE "{}" SET x = 1 WHERE 1 IN (SELECT 1{})',
    "delete": 'DELETE FROM "{}" WHERE 1 IN (SELECT 1{})',
}
DEEPEST: Final = 3


def table(evaluator: Evaluator, name: str) -> Value:
    """A table by its name."""
    return _made(evaluator, TABLE, frozenset({name}), name)


def _made(evaluator: Evaluator, dotted: str, joins: frozenset[str], rows: str = "select", written: str = "") -> Value:
    cls = evaluator.interpreter.library_class(dotted)
    return evaluator.atoms.instance(cls, joins=joins, rows=rows, site=written or None) if cls is not None else UNKNOWN


def mentioned(values: Arguments) -> frozenset[str]:
    """The tables of all that stands among arguments."""
    found: set[str] = set()
    for value in values.every():
        _collect(value, found, 0)
    return frozenset(found)


def _collect(value: Value, found: set[str], depth: int) -> None:
    for atom in value:
        if isinstance(atom, Instance):
            found |= atom.joins
        elif isinstance(atom, Container) and depth < DEEPEST:
            _collect(atom.element, found, depth + 1)


class Items(Hook):
    """Tables, joins and queries: what is selected from."""

    base = FROM

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Table("sale_sale")`, `Join(sale, line)`."""
        del line
        if cls.dotted == TABLE:
            names = strings(arguments.get(0, "name") or UNKNOWN)
            return table(evaluator, names[0]) if len(names) == 1 else None
        return _made(evaluator, cls.dotted, mentioned(arguments)) if cls.library else None

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`table.select`, `table.join`, `table.id`."""
        del line
        if name in VERBS:
            return evaluator.atoms.native(f"python-sql.{name}", atom)
        if name in JOINS:
            return evaluator.atoms.native("python-sql.join", atom)
        if name in {"left", "right"}:
            return atom.alone
        return _made(evaluator, COLUMN, atom.joins)

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """`cursor.execute(*query)`: the text, then its parameters."""
        del line
        if atom.cls.dotted != QUERY:
            return None
        written = atom.site if isinstance(atom.site, str) else ""
        read = sorted(atom.joins - {written}) if written else sorted(atom.joins)
        named = ", ".join(f'"{one}"' for one in read)
        froms = f" FROM {named}" if named else ""
        if written:
            return evaluator.atoms.constant(TEXTS[atom.rows].format(written, froms))
        return evaluator.atoms.constant(f"SELECT 1{froms}")


class Columns(Hook):
    """Columns and what is made of them: they carry the tables that they are of."""

    base = COLUMN

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Column(table, "name")`."""
        del line
        return _made(evaluator, COLUMN, mentioned(arguments)) if cls.library else None

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`table.id.in_(query)`."""
        del line
        return evaluator.atoms.native("python-sql.condition", (atom, name))


def selected(call: NativeCall) -> Value:
    """`table.select(table.id, where=...)`."""
    return _made(call.evaluator, QUERY, call.receiver.joins | mentioned(call.arguments))


def written(op: str) -> Handler:
    """`table.insert(...)`, `.update(...)`, `.delete(...)`."""

    def handler(call: NativeCall) -> Value:
        receiver: Instance = call.receiver
        if len(receiver.joins) != 1:
            return UNKNOWN
        (name,) = receiver.joins
        return _made(call.evaluator, QUERY, receiver.joins | mentioned(call.arguments), op, name)

    return handler


def joined(call: NativeCall) -> Value:
    """`sale.join(line, condition=...)`."""
    return _made(call.evaluator, "sql.Join", call.receiver.joins | mentioned(call.arguments))


def combined_queries(call: NativeCall) -> Value:
    """`Union(query, query)`, `Select([...])`."""
    return _made(call.evaluator, QUERY, mentioned(call.arguments))


def condition(call: NativeCall) -> Value:
    """`table.id.in_(query)`."""
    atom, _ = call.receiver
    return _made(call.evaluator, COLUMN, atom.joins | mentioned(call.arguments))


def operated(evaluator: Evaluator, values: list[Value]) -> Value | None:
    """`(table.sale == sale.id) & table.id.in_(query)`: a condition that mentions the tables of both sides."""
    found: frozenset[str] = frozenset()
    queries = False
    for value in values:
        for atom in value:
            if isinstance(atom, Instance) and atom.cls.dotted in {COLUMN, QUERY}:
                found |= atom.joins
                queries = queries or atom.cls.dotted == QUERY
    return _made(evaluator, QUERY if queries else COLUMN, found) if found else None


combined = operated
NEEDS: Final = ("sql", "trytond")
HOOKS: Final = (Items(), Columns())
NATIVES: Final[dict[str, Handler]] = {
    "python-sql.select": selected,
    "python-sql.insert": written("insert"),
    "python-sql.update": written("update"),
    "python-sql.delete": written("delete"),
    "python-sql.join": joined,
    "python-sql.condition": condition,
    **{f"sql.{name}": combined_queries for name in ("Select", "Union", "Intersect", "Except")},
}
