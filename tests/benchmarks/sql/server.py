"""A scratch database on a real PostgreSQL, filled from files, and what it says of statements."""
# ruff: noqa: S608, E501 - queries of the catalogue, however long; no part of them is what a user wrote

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING, Any, Self

import psycopg

from boundary.read.sql import read_sql

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NAME = "boundary_benchmark"
SYSTEM = "n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')"


class Server:
    """A connection to a new database; libpq's environment (PGHOST ...) says where."""

    def __init__(self, files: Iterable[Path]) -> None:
        with psycopg.connect(dbname="postgres", autocommit=True) as admin:
            admin.execute(f"DROP DATABASE IF EXISTS {NAME}")
            admin.execute(f"CREATE DATABASE {NAME}")
        for file in files:
            command = ["psql", "-X", "-q", "-d", NAME, "-v", "ON_ERROR_STOP=0", "-f", str(file)]
            subprocess.run(command, capture_output=True, check=False)
        self.connection: Any = psycopg.connect(dbname=NAME, autocommit=True)
        schemas = self.rows(f"SELECT nspname FROM pg_namespace n WHERE {SYSTEM} AND nspname NOT LIKE 'pg_%'")
        self.path = ", ".join(f'"{name}"' for (name,) in schemas)
        self.connection.execute(f"SET search_path TO public, {self.path}, pg_catalog")
        self.connection.execute("SET check_function_bodies TO on; SET statement_timeout TO '5s'")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        found: list[tuple[Any, ...]] = self.connection.execute(query, values or None).fetchall()
        return found

    def mentioned(self, statement: str) -> set[str] | None:
        """The tables and views that a statement mentions, by `pg_depend`; None where the server refuses it."""
        try:
            with self.connection.transaction(force_rollback=True):
                self.connection.execute(f"CREATE FUNCTION public.probe() RETURNS void BEGIN ATOMIC {statement}; END")
                rows = self.rows(
                    "SELECT DISTINCT c.relname FROM pg_depend d JOIN pg_class c ON c.oid = d.refobjid WHERE d.objid ="
                    " 'public.probe'::regproc AND d.refclassid = 'pg_class'::regclass AND c.relkind IN ('r', 'p', 'v', 'm')"
                )
                return {name for (name,) in rows}
        except psycopg.Error:
            return None

    def tables_of(self, statement: str) -> set[str] | None:
        """The tables that a statement reads or writes: what it mentions without the catalogue and without mere types."""
        mentioned = self.mentioned(statement)
        if mentioned is None:
            return None
        accesses = read_sql(statement, "postgres")
        typed = self.row_types({call.name for call in accesses.calls})
        typed |= {name.rpartition(".")[2] for name in re.findall(r"::([\w.]+)", statement)}
        kept = mentioned - (typed - set(re.findall(r"(?i)(?:from|join|into|update|,)\s+(?:\w+\.)?(\w+)", statement)))
        return {one for one in kept if not one.startswith("pg_")}

    def written(self, statement: str) -> set[tuple[str, str]] | None:
        """The operations on tables in the plan of a statement; None where the server refuses it."""
        try:
            with self.connection.transaction(force_rollback=True):
                plan = self.rows(f"EXPLAIN (FORMAT JSON) {statement}")[0][0][0]["Plan"]
        except psycopg.Error:
            return None
        found, pending = set(), [plan]
        while pending:
            node = pending.pop()
            pending += node.get("Plans", [])
            if node["Node Type"] == "ModifyTable":
                found.add((node["Operation"].lower(), node["Relation Name"]))
        return found

    def views(self) -> dict[str, set[str]]:
        """The base tables of each view, through other views."""
        own: dict[str, set[str]] = {}
        for view, table in self.rows(
            "SELECT DISTINCT n.nspname || '.' || v.relname, m.nspname || '.' || c.relname FROM pg_depend d"
            " JOIN pg_rewrite r ON r.oid = d.objid AND d.classid = 'pg_rewrite'::regclass"
            " JOIN pg_class v ON v.oid = r.ev_class AND v.relkind IN ('v', 'm') JOIN pg_namespace n ON n.oid = v.relnamespace"
            " LEFT JOIN pg_class c ON c.oid = d.refobjid AND d.refclassid = 'pg_class'::regclass AND c.oid <> v.oid"
            " AND c.relkind IN ('r', 'p', 'v', 'm') LEFT JOIN pg_namespace m ON m.oid = c.relnamespace"
            f" WHERE {SYSTEM} AND r.rulename = '_RETURN'"
        ):
            own.setdefault(view, set())
            if table:
                own[view].add(table)
        return {view: _bases(view, own, set()) for view in own}

    def keys(self) -> set[tuple[str, str, str]]:
        """The foreign keys: from, to, and the letter of what they do on delete."""
        return set(
            self.rows(
                "SELECT c.relname, t.relname, k.confdeltype::text FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid"
                " JOIN pg_class t ON t.oid = k.confrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
                f" WHERE k.contype = 'f' AND k.conparentid = 0 AND {SYSTEM}"
            )
        )

    def tables(self) -> set[str]:
        """The tables, without partitions."""
        query = f"SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {SYSTEM}"
        return {name for (name,) in self.rows(query + " AND c.relkind IN ('r', 'p')")}

    def triggered(self) -> list[str]:
        """The tables with triggers of their own, by schema and name."""
        return [
            name
            for (name,) in self.rows(
                "SELECT DISTINCT quote_ident(n.nspname) || '.' || quote_ident(c.relname) FROM pg_trigger t"
                " JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
                f" WHERE NOT t.tgisinternal AND c.relkind IN ('r', 'p') AND {SYSTEM} ORDER BY 1"
            )
        ]

    def calls(self) -> list[tuple[str, str]]:
        """Schema and name of each routine that can be called by a statement, and that statement, its arguments NULL."""
        return self.rows(
            "SELECT n.nspname || '.' || p.proname, CASE p.prokind WHEN 'p' THEN 'CALL ' ELSE 'SELECT * FROM ' END"
            " || quote_ident(n.nspname) || '.' || quote_ident(p.proname) || '(' || coalesce((SELECT string_agg('NULL::' ||"
            " format_type(t, NULL), ', ' ORDER BY i) FROM unnest(p.proargtypes) WITH ORDINALITY a(t, i)), '') || ')'"
            " FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang JOIN pg_namespace n ON n.oid = p.pronamespace"
            f" WHERE {SYSTEM} AND l.lanname IN ('sql', 'plpgsql') AND p.prorettype <> 'trigger'::regtype AND p.prokind IN ('f', 'p')"
            " AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') ORDER BY 1, p.oid"
        )

    def touched(self, statement: str, *, keep: bool = False) -> tuple[set[str], set[str]] | None:
        """The tables that a statement scans and those that it writes, by the statistics of its transaction."""
        try:
            with self.connection.transaction(force_rollback=not keep):
                before = self._counts()
                self.connection.execute(statement)
                after = self._counts()
        except psycopg.Error:
            return None
        grown = [{name for name, count in after.items() if count[i] > before.get(name, (0, 0))[i]} for i in (0, 1)]
        return grown[0], grown[1]

    def fired(self, table: str) -> dict[str, tuple[set[str], set[str]]]:
        """What a table's own triggers scan and write when a row comes, changes and goes, by operation, as `touched`.

        The row is empty, so what stands against empty rows is dropped before; nothing of this stays.
        """
        found = {}
        own = f"attrelid = '{table}'::regclass AND attnum > 0 AND NOT attisdropped"
        keyed = "EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = attrelid AND indisprimary AND attnum = ANY(indkey))"
        try:
            with self.connection.transaction(force_rollback=True):
                for (name,) in self.rows(
                    f"SELECT quote_ident(conname) FROM pg_constraint WHERE conrelid = '{table}'::regclass AND contype IN ('c', 'f')"
                ):
                    self.connection.execute(f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name}")
                columns = self.rows(
                    f"SELECT quote_ident(attname), attnotnull AND attidentity = '' AND NOT {keyed} FROM pg_attribute"
                    f" WHERE {own} AND attgenerated = '' ORDER BY attnum"
                )
                for column, needed in columns:
                    if needed:
                        self.connection.execute(f"ALTER TABLE {table} ALTER {column} DROP NOT NULL")
                column = columns[0][0]
                for op, statement in (
                    ("insert", f"INSERT INTO {table} DEFAULT VALUES"),
                    ("update", f"UPDATE {table} SET {column} = {column}"),
                    ("delete", f"DELETE FROM {table}"),
                ):
                    seen = self.touched(statement, keep=True)
                    if seen is not None:
                        found[op] = seen
        except psycopg.Error:
            return found
        return found

    def _counts(self) -> dict[str, tuple[int, int]]:
        """Scans and writes of each table; they go on from the transactions before, so only what is added counts."""
        rows = self.rows(
            "SELECT schemaname || '.' || relname, coalesce(seq_scan, 0) + coalesce(idx_scan, 0),"
            " n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_xact_user_tables"
        )
        return {name: (scans, writes) for name, scans, writes in rows}

    def row_types(self, names: set[str]) -> set[str]:
        """The tables whose rows functions of these names return: a statement depends on them and does not touch them."""
        query = "SELECT c.relname FROM pg_proc p JOIN pg_class c ON c.reltype = p.prorettype WHERE p.proname = ANY(%s)"
        return {name for (name,) in self.rows(query, sorted(names))}

    def routines(self) -> list[tuple[str, str, str, str, dict[str, str]]]:
        """Schema, name, language, body and parameters of each routine in SQL or PL/pgSQL that no extension brought."""
        return self.rows(
            "SELECT n.nspname, p.proname, l.lanname, p.prosrc, (SELECT coalesce(json_object_agg(k, format_type(t, NULL)), '{}')"
            " FROM (SELECT lower(unnest(p.proargnames)) k, unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) t) a"
            " WHERE k <> '' AND t NOT IN (SELECT oid FROM pg_type WHERE typtype = 'p')) FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang"
            f" JOIN pg_namespace n ON n.oid = p.pronamespace WHERE {SYSTEM} AND l.lanname IN ('sql', 'plpgsql')"
            " AND p.prosrc <> '' AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')"
            " ORDER BY 1, 2, p.oid"
        )


def _bases(name: str, own: dict[str, set[str]], seen: set[str]) -> set[str]:
    if name not in own:
        return {name}
    if name in seen:
        return set()
    return {base for one in own[name] for base in _bases(one, own, seen | {name})}
