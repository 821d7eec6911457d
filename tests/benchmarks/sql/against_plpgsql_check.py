"""Does the reader say of whole routines what PostgreSQL's own checker of PL/pgSQL says?  Tables and functions, by name.

By hand, as `against_postgres`, on a server that has the extension plpgsql_check:
`python -m tests.benchmarks.sql.against_plpgsql_check FILE.sql...`

A routine is held against the checker where that reads it to the end; what the body creates by itself and what only a
string says is left out by the checker.
"""
# ruff: noqa: S608, E501 - a command prints; queries of the catalogue, however long

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from boundary.link.sql.weaving import weave
from boundary.model.sql import SqlSource
from boundary.read.sql import read_sql_file
from boundary.read.text import text_of
from tests.benchmarks.sql.score import Score
from tests.benchmarks.sql.server import SYSTEM, Server

if TYPE_CHECKING:
    from boundary.link.sql.database import Database

Names = dict[str, set[str]]


def main(names: list[str]) -> None:
    """Load the files into a scratch database and compare its routines."""
    files = [Path(name) for name in names]
    texts = {str(file): text_of(file.read_bytes()) for file in files}
    database = weave(
        [],
        [
            SqlSource(
                f"{number:04}", f"migrations/{number:04}_{Path(name).name}", read_sql_file(text, "postgres", name)
            )
            for number, (name, text) in enumerate(texts.items())
        ],
        [],
        [],
    )
    tables, calls = _said(database)
    touched, called = Score(), Score()
    with Server(files) as server:
        server.connection.execute("CREATE EXTENSION plpgsql_check SCHEMA pg_catalog")
        own = {
            name
            for (name,) in server.rows(
                f"SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE {SYSTEM}"
            )
        }
        for name, (relations, functions) in _checked(server, touched).items():
            if name not in tables:  # some other routine makes it while it runs
                continue
            wanted, named = _bases(database, relations), functions & own
            bodies = server.rows("SELECT prosrc FROM pg_proc WHERE proname = %s", name)
            runs_text = any("EXECUTE" in body.upper() for (body,) in bodies)  # which the checker does not look into
            touched.hold(name, tables[name] & wanted if runs_text else tables[name], wanted)
            called.hold(name, calls[name] & (named if runs_text else own), named)
    touched.show("routines: tables and views that the body mentions")
    called.show("routines: functions that the body calls")


def _said(database: Database) -> tuple[Names, Names]:
    """The tables and the called functions of each routine as we read it, by schema and name."""
    tables: Names = defaultdict(set)
    calls: Names = defaultdict(set)
    for _, routine in database.routines:
        if routine.kind == "package":
            continue
        name = routine.name.lower()
        near = routine.schema or routine.near
        tables[name] |= _bases(database, {one.name for one in routine.accesses if not one.temporary}, near)
        calls[name] |= {call.name.lower() for call in routine.calls}
    return tables, calls


def _bases(database: Database, names: set[str], near: str | None = None) -> set[str]:
    """The tables of the document that names stand for, through views."""
    known = {database.catalogue.table(name, near) for name in names}
    return {base for one in known if one is not None for base in database.views.bases(one)}


def _checked(server: Server, score: Score) -> dict[str, tuple[set[str], set[str]]]:
    """The relations and functions of each routine, overloads together; without those that the checker refuses."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    refused: set[str] = set()
    for name, oid, relation in server.rows(
        "SELECT lower(p.proname), p.oid, coalesce(t.tgrelid, 0) FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang"
        " JOIN pg_namespace n ON n.oid = p.pronamespace LEFT JOIN pg_trigger t ON t.tgfoid = p.oid"
        f" WHERE {SYSTEM} AND l.lanname = 'plpgsql' AND (p.prorettype <> 'trigger'::regtype OR t.oid IS NOT NULL)"
        " AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') ORDER BY 1, 2"
    ):
        try:
            with server.connection.transaction(force_rollback=True):
                errors = server.rows(
                    "SELECT 1 FROM plpgsql_check_function_tb(%s::oid, %s::oid, fatal_errors => true, other_warnings => false, extra_warnings => false) WHERE level = 'error'",
                    oid,
                    relation,
                )
                rows = server.rows(
                    "SELECT type, schema || '.' || name, name FROM plpgsql_show_dependency_tb(%s::oid, %s::oid)",
                    oid,
                    relation,
                )
        except psycopg.Error:
            errors, rows = [(1,)], []
        if errors:
            refused.add(name)
        relations, functions = found.setdefault(name, (set(), set()))
        relations |= {full for kind, full, _ in rows if kind in {"RELATION", "VIEW"}}
        functions |= {bare.lower() for kind, _, bare in rows if kind in {"FUNCTION", "PROCEDURE"}}
    score.refused = len(refused)
    return {name: said for name, said in found.items() if name not in refused}


if __name__ == "__main__":
    main(sys.argv[1:])
