"""What do libraries do that reach tables by their names?  dataset and sqlite-utils, which know no models.

    database["orders"].insert({"state": "new"})
    table = database.table("orders")
    table.delete_where("state = 'old'")

A table whose name is not known is a blind spot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, Instance
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.raw_sql import touch_sql

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Operation

DATABASES: Final = {
    "dataset.database.Database": "dataset.table.Table",
    "sqlite_utils.db.Database": "sqlite_utils.db.Table",
}
"""The class of a database, and that of its tables."""
QUERIES: Final = frozenset({"query"})
NAMED: Final = "table by name"
"""What the site of a table begins with, of which the name stands behind."""
OPS: Final[dict[str, dict[str, tuple[Operation, ...]]]] = {
    "dataset.table.Table": {
        **dict.fromkeys(("insert", "insert_many"), ("insert",)),
        "insert_ignore": ("read", "insert"),
        **dict.fromkeys(("update", "update_many"), ("update",)),
        **dict.fromkeys(("upsert", "upsert_many"), ("read", "insert", "update")),
        "delete": ("delete",),
        **dict.fromkeys(("find", "find_one", "all", "count", "distinct"), ("read",)),
    },
    "sqlite_utils.db.Table": {
        **dict.fromkeys(("insert", "insert_all"), ("insert",)),
        **dict.fromkeys(("upsert", "upsert_all"), ("insert", "update")),
        "update": ("read", "update"),
        **dict.fromkeys(("delete", "delete_where"), ("delete",)),
        "lookup": ("read", "insert"),
        "convert": ("update",),
        **dict.fromkeys(("get", "rows_where", "pks_and_rows_where", "count_where", "search"), ("read",)),
    },
}
"""What the methods of tables do."""
ROWS: Final = frozenset({"rows", "count"})
"""What is read of a table of sqlite-utils when an attribute is asked for."""
SAID: Final = "table by name.said"
UNNAMED: Final = "the name of a table is not known"
"""What a table is told of as a blind spot whose name is not known."""


def named_tables(evaluator: Evaluator, dotted: str, index: Value, *kind: object) -> Value:
    """An object of a library's class for each name that is given, and one of no name where others may be."""
    cls = evaluator.interpreter.library_class(dotted)
    if cls is None:
        return UNKNOWN
    names = strings(index)
    found = [evaluator.atoms.instance(cls, site=(*kind, name)) for name in names]
    return join(found) if len(names) == len(index) else join([*found, evaluator.atoms.instance(cls)])


def name_of(atom: object, *kind: object) -> str | None:
    """The name of an object that `named_tables` has made; None where it has none."""
    site = atom.site if isinstance(atom, Instance) else None
    return str(site[-1]) if isinstance(site, tuple) and site[:-1] == kind else None


class Databases(Hook):
    """Databases that give their tables by name."""

    def __init__(self, base: str) -> None:
        self.base = base

    def item(self, evaluator: Evaluator, atom: Instance, index: Value) -> Value | None:
        """`database["orders"]`."""
        del atom
        return named_tables(evaluator, DATABASES[self.base], index, NAMED)


class Tables(Hook):
    """Tables: their methods read and write."""

    def __init__(self, base: str) -> None:
        self.base = base

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`table.insert`, `table.rows`."""
        if name in OPS[self.base]:
            return evaluator.atoms.native(SAID, (atom, OPS[self.base][name]))
        return self.iterate(evaluator, atom, line) if name in ROWS else None

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """`for row in table`."""
        _touch(evaluator, atom, ("read",), line)
        return UNKNOWN


def _touch(evaluator: Evaluator, atom: Instance, ops: tuple[Operation, ...], line: int) -> None:
    name = name_of(atom, NAMED)
    if name is None:
        evaluator.blind(line, UNNAMED)
        return
    for op in ops:
        evaluator.touch(name, op, line)


def said(call: NativeCall) -> Value:
    """A method of a table; what inserts with sqlite-utils gives the table again."""
    atom, ops = call.receiver
    _touch(call.evaluator, atom, ops, call.line)
    return UNKNOWN if ops == ("read",) else atom.alone | UNKNOWN


def queried(call: NativeCall) -> Value:
    """`database.query("SELECT ...")`."""
    touch_sql(call, call.arguments.get(0, "query") or call.arguments.get(-1, "sql") or BOTTOM)
    return UNKNOWN


HOOKS: Final = (*map(Databases, DATABASES), *map(Tables, DATABASES.values()))
NATIVES: Final[dict[str, Handler]] = {
    SAID: said,
    **{f"{database}.{name}": queried for database in DATABASES for name in QUERIES},
}
