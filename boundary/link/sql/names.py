"""Which table, view or routine does a name in SQL mean?  One name in the document for each, however it is written.

A table is called by its bare name where no other schema has one of that name, else with its schema.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from boundary.model.sql import SqlSchema, SqlTable, SqlView

DEFAULT_SCHEMAS = frozenset({"", "public", "dbo", "main"})
"""The schemas that a database looks into when a name has none."""

SYSTEM_SCHEMAS = frozenset(
    ["information_schema", "pg_catalog", "pg_toast", "sys", "performance_schema", "mysql", "sqlite_temp_master"]
)
_SYSTEM_TABLES = frozenset({"dual", "sysobjects", "syscolumns", "sysindexes", "inserted", "deleted"})
_ORACLE_VIEWS = re.compile(
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

    `known` are tables that are defined elsewhere (by models), whose names are kept as they are.
    """

    def __init__(self, schema: SqlSchema, known: Iterable[str] = ()) -> None:
        self._known: dict[str, str] = {name.lower(): name for name in known}
        tables = [table for table in schema.tables.values() if not table.temporary]
        views = list(schema.views.values())
        self._held: dict[str, list[SqlTable | SqlView]] = defaultdict(list)
        for one in (*tables, *views):
            self._held[one.name.lower()].append(one)
        self.tables: dict[str, SqlTable] = {self._called(table): table for table in tables}
        self.views: dict[str, SqlView] = {self._called(view): view for view in views}

    def table(self, name: str, near: str | None = None) -> str | None:
        """The document's name of the table (or view) that a name means, or None for what is the database's own.

        `near` is the schema of the code that says the name, which is looked into first.
        """
        schema, _, bare = name.lower().rpartition(".")
        if bare in self._held:
            found = _chosen(self._held[bare], schema.rpartition(".")[2], near)
            if found is not None:
                return self._called(found)
        known = self._known.get(name.lower()) or (self._known.get(bare) if schema in DEFAULT_SCHEMAS else None)
        if known is not None:
            return known
        if is_system(name):
            return None
        return name.rpartition(".")[2] if schema in DEFAULT_SCHEMAS else name

    def _called(self, one: SqlTable | SqlView) -> str:
        """The name in the document of a table or view: with its schema where its bare name alone is not clear."""
        known = self._known.get(one.name.lower())
        if len(self._held[one.name.lower()]) == 1 or not one.schema:
            return known or one.name
        return f"{one.schema}.{one.name}"


def _chosen(held: list[SqlTable | SqlView], schema: str, near: str | None) -> SqlTable | SqlView | None:
    """The one of several schemas that is meant; None where the schema that is named has none."""
    spelled: Mapping[str, SqlTable | SqlView] = {(one.schema or "").lower().rpartition(".")[2]: one for one in held}
    if schema:
        if schema in spelled:
            return spelled[schema]
        if "" in spelled:
            return spelled[""]
        default = [one for name, one in spelled.items() if name in DEFAULT_SCHEMAS]
        return default[0] if default and schema in DEFAULT_SCHEMAS else None
    if near is not None and near.lower() in spelled:
        return spelled[near.lower()]
    return next((one for name, one in spelled.items() if name in DEFAULT_SCHEMAS), held[0])
