"""Which table, view or routine does a name in SQL mean?  One name in the document for each, however it is written.

A table is called by its bare name where no other schema has one of that name, else with its schema.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from boundary.model.sql import SqlTable, SqlView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.model.sql import SqlSchema

DEFAULT_SCHEMAS: Final = ("", "public", "dbo", "main")
"""The schemas that a database looks into when a name has none."""

SYSTEM_SCHEMAS: Final = frozenset(
    ["information_schema", "pg_catalog", "pg_toast", "sys", "performance_schema", "mysql", "sqlite_temp_master"]
)
_SYSTEM_TABLES: Final = frozenset({"dual", "sysobjects", "syscolumns", "sysindexes", "inserted", "deleted"})
_PLAIN: Final = re.compile(r"[\w$#@ -]+")
_ORACLE_VIEWS: Final = re.compile(
    r"(?:dba|all|user)_(?:objects|tables|tab_columns|tab_cols|constraints|cons_columns|indexes|ind_columns|source"
    r"|errors|sequences|synonyms|procedures|tab_privs|segments)"
)


def is_system(name: str) -> bool:
    """Whether a name is of the database's own catalogue."""
    schema, _, bare = name.lower().rpartition(".")
    if schema.rpartition(".")[2] in SYSTEM_SCHEMAS or bare in _SYSTEM_TABLES or _ORACLE_VIEWS.fullmatch(bare):
        return True
    return bare.startswith(("pg_", "sqlite_", "v$", "gv$", "v_$"))


class Catalogue:
    """The tables and views of a schema, found by any way to write their names.

    `known` are tables that are defined elsewhere (by models), whose names are kept as they are. A partition is part of
    its table and has no name of its own.
    """

    def __init__(self, schema: SqlSchema, known: Iterable[str] = ()) -> None:
        self._known: dict[str, str] = {name.lower(): name for name in known}
        self._held: dict[str, dict[str, SqlTable | SqlView]] = defaultdict(dict)
        for table in schema.tables.values():
            if not table.temporary:
                self._held[table.name.lower()][_schema(table.schema)] = table
        for view in schema.views.values():
            self._held[view.name.lower()][_schema(view.schema)] = view
        self._proxies = {(view.name.lower(), _schema(view.schema)) for view in schema.views.values() if is_proxy(view)}
        every = [one for held in self._held.values() for one in held.values()]
        tables = [one for one in every if isinstance(one, SqlTable)]
        self.tables: dict[str, SqlTable] = {self._called(one): one for one in tables if not one.partition}
        self.views: dict[str, SqlView] = {self._called(one): one for one in every if isinstance(one, SqlView)}

    def table(self, name: str, near: str | None = None) -> str | None:
        """The document's name of the table (or view) that a name means, or None for what is the database's own.

        `near` is the schema of the code that says the name, which is looked into first.
        """
        before, _, bare = name.rpartition(".")
        schema = _schema(before)
        if bare.lower() in self._held:
            found = self._chosen(bare.lower(), schema, near)
            if isinstance(found, SqlTable) and found.partition and found.parents[0].lower() != name.lower():
                return self.table(found.parents[0], found.schema)
            if found is not None:
                return self._called(found)
        known = self._known.get(name.lower()) or (None if schema else self._known.get(bare.lower()))
        if known is not None:
            return known
        if is_system(name):
            return None
        return f"{before}.{bare}" if schema else bare

    def children(self) -> dict[str, list[str]]:
        """The tables that inherit from each table, through others: what changes or empties it does so to them."""
        below: dict[str, list[str]] = defaultdict(list)
        for name, table in self.tables.items():
            above = [self.table(parent, table.schema) for parent in table.parents]
            seen = {name}
            while above:
                parent = above.pop()
                if parent is not None and parent not in seen:
                    seen.add(parent)
                    below[parent].append(name)
                    known = self.tables.get(parent)
                    above += [self.table(one, known.schema) for one in known.parents] if known else []
        return dict(below)

    def _chosen(self, bare: str, schema: str, near: str | None) -> SqlTable | SqlView | None:
        """The one of several schemas that is meant; None where the schema that is named has none.

        A proxy is meant by those alone who name its schema.
        """
        held = self._held[bare]
        if schema:
            return held.get(schema) or held.get("")
        if self._proxies:
            held = {one: found for one, found in held.items() if (bare, one) not in self._proxies}
        return held.get(_schema(near)) or held.get("") or next(iter(held.values()), None)

    def _called(self, one: SqlTable | SqlView) -> str:
        """The name in the document of a table or view: with its schema where its bare name alone is not clear.

        A model of the same schema and name is the same table.
        """
        qualified = self._known.get(f"{one.schema}.{one.name}".lower())
        if qualified is not None:
            return qualified
        if (one.name.lower(), _schema(one.schema)) in self._proxies:
            return f"{one.schema}.{one.name}"
        known = self._known.get(one.name.lower())
        if len(self._held[one.name.lower()]) == 1 or not _schema(one.schema):
            return known or one.name
        return f"{one.schema}.{one.name}"


def _schema(written: str | None) -> str:
    """A schema in lower case, without the database before it; empty for a default one, and for one that is not known.

    What only the running program knows (`{schema}.orders`) is taken for the schema that the table is in.
    """
    name = (written or "").lower().rpartition(".")[2]
    return "" if name in DEFAULT_SCHEMAS or not _PLAIN.fullmatch(name) else name


def is_proxy(view: SqlView) -> bool:
    """Whether a view in a schema of its own shows what is called as it is elsewhere, for others to read."""
    own = _schema(view.schema)
    if not own:
        return False
    for read in view.reads:
        before, _, bare = read.name.rpartition(".")
        if bare.lower() == view.name.lower() and _schema(before) != own:
            return True
    return False
