"""Connections of psycopg2 are recorded: units of work, blocks, cursors of other classes, statements by themselves.

psycopg2 is not installed here: a stand-in has its classes, in the form in which they are documented.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boundary.observe import read_lines, statements_path
from tests.observe.conftest import record

if TYPE_CHECKING:
    from pathlib import Path

DRIVER = """
from psycopg2 import extensions


def connect(dsn=None, connection_factory=None, cursor_factory=None, **kwargs):
    made = (connection_factory or extensions.connection)(dsn)
    made.cursor_factory = cursor_factory
    return made
"""
EXTENSIONS = """
class cursor:
    def __init__(self, connection):
        self.connection = connection

    def execute(self, query, vars=None):
        self.connection.status = 0 if self.connection.autocommit or query == "COMMIT" else 2

    executemany = execute


class connection:
    def __init__(self, dsn):
        self.status, self.autocommit, self.cursor_factory = 0, False, None

    def get_transaction_status(self):
        return self.status

    def cursor(self, name=None, cursor_factory=None):
        return (cursor_factory or self.cursor_factory or cursor)(self)

    def commit(self):
        self.status = 0

    def rollback(self):
        self.status = 0

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.rollback() if kind else self.commit()
"""
APPLICATION = """
import psycopg2
from psycopg2 import extensions


class Dicts(extensions.cursor):
    pass


conn = psycopg2.connect("dbname=shop")


def plain():
    conn.cursor().execute("INSERT INTO a VALUES (1)")
    conn.cursor("named", Dicts).execute(b"SELECT x FROM b")
    conn.commit()


def block():
    with conn:
        cursor = conn.cursor(cursor_factory=Dicts)
        cursor.execute("INSERT INTO a VALUES (1)")
        assert isinstance(cursor, Dicts)
        cursor.executemany("UPDATE b SET x = %s", [(1,)])


def undone():
    conn.cursor().execute("INSERT INTO c VALUES (1)")
    conn.rollback()


def by_hand():
    conn.cursor().execute("INSERT INTO c VALUES (1)")
    conn.cursor().execute("COMMIT")
    conn.autocommit = True
    conn.cursor().execute("INSERT INTO b VALUES (1)")
    conn.autocommit = False
"""
TESTS = """
import app


def test_all():
    for name in ("plain", "block", "undone", "by_hand"):
        getattr(app, name)()
"""


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The recording of a small application."""
    project = tmp_path_factory.mktemp("drivers")
    for name, text in {"__init__.py": DRIVER, "extensions.py": EXTENSIONS}.items():
        (project / "psycopg2").mkdir(exist_ok=True)
        (project / "psycopg2" / name).write_text(text)
    (project / "app.py").write_text(APPLICATION)
    (project / "test_app.py").write_text(TESTS)
    (project / "pytest.ini").write_text("[pytest]\npythonpath = .\n")
    target = project / "seen.jsonl"
    done = record(target, "--boundary-drivers", "--boundary-ignore", "psycopg2/*", project=project)
    assert done.returncode == 0, done.stdout
    return target


@pytest.mark.parametrize(
    ("function", "kind", "writes", "outcome"),
    [
        ("plain", "session.commit", ["a"], "commit"),
        ("block", "with", ["a", "b"], "commit"),
        ("undone", "session.commit", ["c"], "rollback"),
        ("by_hand", "session.commit", ["c"], "commit"),
    ],
)
def test_transactions(recorded: Path, function: str, kind: str, writes: list[str], outcome: str) -> None:
    (row,) = [one for one in read_lines(recorded) if one["tx"]["func"] == function]
    assert (row["tx"]["kind"], row["writes"], row["outcomes"]) == (kind, writes, {outcome: 1})


def test_a_statement_by_itself_is_no_transaction(recorded: Path) -> None:
    outside = {(one["statement"]["func"], one["statement"]["table"]) for one in read_lines(statements_path(recorded))}
    assert outside == {("by_hand", "b")}
