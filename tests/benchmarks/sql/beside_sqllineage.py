"""The same statements, read by us and by sqllineage: understood, tables right, seconds.  PostgreSQL says what is right.

By hand, as `against_postgres`, where sqllineage is installed:
`python -m tests.benchmarks.sql.beside_sqllineage FILE.sql...`
"""
# ruff: noqa: T201 - a command prints

from __future__ import annotations

import contextlib
import io
import logging
import random
import sys
import time
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from boundary.read.sql import read_sql
from tests.benchmarks.sql.against_postgres import statements_of
from tests.benchmarks.sql.server import Server

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[str], set[str] | None]

MOST = 600
"""So many statements, drawn at random but always the same: sqllineage takes half a second for one."""


def main(names: list[str]) -> None:
    """Draw statements out of the routines of a database and let everybody read them."""
    with Server([Path(name) for name in names]) as server:
        known: list[tuple[str, set[str]]] = []
        found = [
            text
            for _, _, language, body, parameters in server.routines()
            for text in statements_of(body, language, parameters)
        ]
        random.Random(1).shuffle(found)  # noqa: S311 - a draw that anybody can repeat
        for text in found:
            mentioned = server.tables_of(text)
            if mentioned:
                known.append((text, mentioned))
            if len(known) == MOST:
                break
    for name, reader in (
        ("boundary", _ours),
        ("sqllineage", _lineage("non-validating")),
        ("sqllineage (sqlfluff)", _lineage("postgres")),
    ):
        _measure(name, reader, known)


def _measure(name: str, reader: Reader, known: list[tuple[str, set[str]]]) -> None:
    reader("SELECT 1 FROM a")
    started = time.process_time()
    said = [reader(text) for text, _ in known]
    spent = time.process_time() - started
    understood = sum(one is not None for one in said)
    right = sum(one == tables for one, (_, tables) in zip(said, known, strict=True))
    print(f"{name}: {understood} of {len(known)} understood, {right} with the right tables, {spent:.2f} s")


def _ours(text: str) -> set[str] | None:
    read_sql.cache_clear()
    facts = read_sql(text, "postgres")
    return {one.table for one in facts.accesses if not one.table.startswith("pg_")} if facts.understood else None


def _lineage(dialect: str) -> Reader:
    from sqllineage.runner import LineageRunner

    logging.disable(logging.CRITICAL)

    def read(text: str) -> set[str] | None:
        try:
            with warnings.catch_warnings(), contextlib.redirect_stderr(io.StringIO()):
                warnings.simplefilter("ignore")
                runner = LineageRunner(text, dialect=dialect)
                tables = {*runner.source_tables, *runner.target_tables, *runner.intermediate_tables}
        except Exception:  # noqa: BLE001 - whatever it raises, it did not understand
            return None
        names = {str(table).rpartition(".")[2].lower() for table in tables}
        return {name for name in names if not name.startswith("pg_")}

    return read


if __name__ == "__main__":
    main(sys.argv[1:])
