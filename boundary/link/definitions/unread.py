"""On which packages does the project stand that were not read?  What their classes do, nobody here has seen.

A call of another package is understood as one that leaves the monolith. A class of the project whose base is not read
does not: methods that nobody sees run, and may open the transactions in which its own write. Nor does a package that
keeps data, whether or not there are classes: nothing would tell that tables are touched through it.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from boundary.link.domain.telling import SOMETHING
from boundary.link.syntax.imports import imported_names
from boundary.model.scan import UnreadPackage

if TYPE_CHECKING:
    from collections.abc import Collection

    from boundary.link.definitions.symbols import Program

STORES: Final = frozenset(
    {
        *("edgy", "gluon", "masoniteorm", "orator", "pydal", "saffier", "sqlobject"),
        *("clickhouse_connect", "clickhouse_driver", "databricks", "duckdb", "impala", "pyhive", "trino"),
        *("beanie", "bunnet", "ming", "mongoengine", "motor", "odmantic", "pymongo", "umongo"),
        *("arango", "cassandra", "couchdb", "edgedb", "gel", "neo4j", "neomodel", "pynamodb", "surrealdb", "tinydb"),
        *("BTrees", "ZODB"),
    }
)
"""Packages that keep rows, documents or objects: mappers, clients, drivers of no transactions of several statements."""

MONGODB: Final = ("pymongo", "mongoengine", "beanie", "odmantic")
ITSELF: Final = (
    *("clickhouse_connect", "clickhouse_driver", "databricks", "impala", "pyhive", "trino"),
    *("mongoengine", "odmantic", "pydal", "pynamodb", "sqlobject"),
)
READ_BY: Final = {
    **{name: (name,) for name in ITSELF},
    **dict.fromkeys(("beanie", "bunnet"), ("beanie",)),
    "gluon": ("pydal",),
    **dict.fromkeys(("motor", "pymongo"), MONGODB),
}
"""Those of them whose tables are read where code declares them, and by whom: without any they stand as unread."""

BACKPORTS: Final = frozenset({"typing_extensions"})
"""What brings newer parts of the standard library to older Pythons."""


def unread_packages(program: Program, read: Collection[str] = ()) -> tuple[UnreadPackage, ...]:
    """The packages that keep data, then those with bases of the project's classes, those of most classes first.

    The standard library opens no transactions, and of a package with a skeleton that says what matters. `read` are
    the libraries of which tables were found.
    """
    held: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for cls in program.classes:
        if not cls.library:
            for base in cls.bases or ():
                if isinstance(base, str) and base != SOMETHING:
                    held[base.partition(".")[0]][base.rstrip("[]")].add(cls.dotted)
    told = {name.partition(".")[0] for name, module in program.modules.items() if module.library}
    for name in held.keys() & (told | sys.stdlib_module_names | BACKPORTS):
        del held[name]
    skeletons = {name.partition(".")[0] for name, one in program.modules.items() if one.library and not one.environment}
    project = [one for one in program.modules.values() if not one.library]
    own = {one.name.partition(".")[0] for one in project}
    imported = imported_names([statement for one in project for _, statement in one.imports], relative=False)
    without = {name for name, by in READ_BY.items() if not any(one in read for one in by)}
    stores = (STORES & {name.partition(".")[0] for name in imported}) - (skeletons - without) - own
    found = []
    for name in held.keys() | stores:
        bases = held[name]
        most = sorted(bases, key=lambda one: (-len(bases[one]), one))
        found.append(UnreadPackage(name, len(set().union(*bases.values())), tuple(most), stores=name in stores))
    return tuple(sorted(found, key=lambda one: (not one.stores, -one.classes, one.name)))
