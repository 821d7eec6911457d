"""Connections of sqlite3 are recorded: units of work, blocks, context managers, what a runner was handed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from boundary.observe import read_lines, statements_path
from tests.observe.conftest import record

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION = """
import sqlite3
from contextlib import contextmanager

class Cursor(sqlite3.Cursor):
    pass


class Connection(sqlite3.Connection):
    def cursor(self, *, rows=None):
        return super().cursor(Cursor)


own = sqlite3.connect(":memory:", factory=Connection)
own.execute("CREATE TABLE d (x)")
conn = sqlite3.connect(":memory:")
conn.executescript("CREATE TABLE a (x); CREATE TABLE b (x); CREATE TABLE c (x)")


def plain():
    conn.execute("INSERT INTO a VALUES (1)")
    conn.cursor().execute("SELECT x FROM b")
    conn.commit()


def block():
    with conn:
        conn.execute("INSERT INTO a VALUES (1)")
        conn.executemany("UPDATE b SET x = ?", [(1,)])


def undone():
    conn.execute("INSERT INTO c VALUES (1)")
    conn.rollback()


def by_hand():
    conn.isolation_level = None
    conn.execute("BEGIN")
    conn.execute("INSERT INTO c VALUES (1)")
    conn.execute("COMMIT")
    conn.execute("INSERT INTO b VALUES (1)")
    conn.isolation_level = ""


@contextmanager
def work():
    yield conn.cursor()
    conn.commit()


def with_helper():
    with work() as cursor:
        cursor.execute("INSERT INTO b VALUES (1)")


def run(function):
    function(conn.cursor())
    conn.commit()


def put(cursor):
    cursor.execute("INSERT INTO a VALUES (1)")


def handed():
    run(put)


def of_its_own():
    cursor = own.cursor(rows=1)
    assert isinstance(cursor, Cursor)
    cursor.execute("INSERT INTO d VALUES (1)")
    own.commit()
"""
TESTS = """
import app


def test_all():
    for name in ("plain", "block", "undone", "by_hand", "with_helper", "handed", "of_its_own"):
        getattr(app, name)()
    app.conn.execute("DELETE FROM c")
    app.conn.commit()
"""


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The recording of a small application."""
    project = tmp_path_factory.mktemp("drivers")
    (project / "app.py").write_text(APPLICATION)
    (project / "test_app.py").write_text(TESTS)
    (project / "pytest.ini").write_text("[pytest]\n")
    target = project / "seen.jsonl"
    done = record(target, "--boundary-drivers", project=project)
    assert done.returncode == 0, done.stdout
    return target


@pytest.mark.parametrize(
    ("function", "kind", "writes", "outcome"),
    [
        ("plain", "session.commit", ["a"], "commit"),
        ("block", "with", ["a", "b"], "commit"),
        ("undone", "session.commit", ["c"], "rollback"),
        ("by_hand", "session.commit", ["c"], "commit"),
        ("work", "session.commit", ["b"], "commit"),
        ("run", "session.commit", ["a"], "commit"),
        ("of_its_own", "session.commit", ["d"], "commit"),
    ],
)
def test_transactions(recorded: Path, function: str, kind: str, writes: list[str], outcome: str) -> None:
    (row,) = [one for one in read_lines(recorded) if one["tx"]["func"] == function]
    assert (row["tx"]["kind"], row["writes"], row["outcomes"]) == (kind, writes, {outcome: 1})


def test_what_was_used_and_handed(recorded: Path) -> None:
    held: dict[str, dict[str, Any]] = {one["tx"]["func"]: one["tx"] for one in read_lines(recorded)}
    assert held["work"]["entered"]["func"] == "with_helper"
    assert held["run"]["runs"] == "put"


def test_a_statement_by_itself_is_no_transaction(recorded: Path) -> None:
    outside = {(one["statement"]["func"], one["statement"]["table"]) for one in read_lines(statements_path(recorded))}
    assert ("by_hand", "b") in outside
    assert not any(table == "c" and function == "test_all" for function, table in outside)


def test_sqlite3_is_left_as_it_was() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        assert type(connection) is sqlite3.Connection
