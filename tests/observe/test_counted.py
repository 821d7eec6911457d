"""What PostgreSQL counted in a transaction goes with its commit: triggers, routines and COPY are in no statement."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

from boundary.observe import Recording
from boundary.observe.counted import changed
from boundary.observe.frames import Sources
from boundary.observe.sqlalchemy import SqlAlchemyRecorder
from tests.observe.applications import loaded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCHEMA = """
CREATE TABLE orders (id int);
CREATE TABLE logs (id int);
CREATE TABLE stock (id int);
CREATE TABLE "user" (id int);
CREATE FUNCTION log_it() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN INSERT INTO boundary_counted.logs VALUES (NEW.id); RETURN NULL; END $$;
CREATE TRIGGER logged AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION log_it();
CREATE PROCEDURE restock(which int) LANGUAGE sql AS 'INSERT INTO boundary_counted.stock VALUES (which)';
"""
APPLICATION = """
from sqlalchemy import text

def place(engine):
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO boundary_counted.orders VALUES (1)"))

def restock(engine):
    with engine.begin() as connection:
        connection.execute(text("CALL boundary_counted.restock(1)"))

def copy(engine):
    with engine.begin() as connection:
        with connection.connection.cursor() as cursor, cursor.copy("COPY boundary_counted.logs FROM STDIN") as rows:
            rows.write_row((1,))

def sign(engine):
    with engine.begin() as connection:
        connection.execute(text('INSERT INTO boundary_counted."user" VALUES (1)'))

def look(engine):
    with engine.begin() as connection:
        connection.execute(text("SELECT * FROM boundary_counted.orders")).all()
"""


@pytest.fixture
def engine() -> Iterator[Any]:
    pytest.importorskip("psycopg")
    sqlalchemy = pytest.importorskip("sqlalchemy")
    if not os.environ.get("PGHOST"):
        pytest.skip("no PostgreSQL server: set PGHOST")
    made = sqlalchemy.create_engine("postgresql+psycopg:///postgres")
    with made.begin() as connection:
        driver = connection.connection.driver_connection
        driver.execute("CREATE SCHEMA boundary_counted; SET LOCAL search_path TO boundary_counted")
        driver.execute(SCHEMA)
    yield made
    with made.begin() as connection:
        connection.execute(sqlalchemy.text("DROP SCHEMA boundary_counted CASCADE"))
    made.dispose()


@pytest.mark.needs_server
@pytest.mark.parametrize(
    ("calls", "writes"),
    [
        (["place"], ["logs", "orders"]),
        (["restock"], ["stock"]),
        (["copy"], ["logs"]),
        (["sign"], ["user"]),
        (["place", "copy", "look", "restock"], ["logs", "logs", "orders", "stock"]),
        (["place", "look"], ["logs", "orders"]),
    ],
)
def test_the_server_says_what_was_changed(engine: Any, tmp_path: Path, calls: list[str], writes: list[str]) -> None:  # noqa: ANN401
    application = loaded(tmp_path, APPLICATION)
    recording = Recording("shop")
    recorder = SqlAlchemyRecorder(Sources([tmp_path]), recording, server=True)
    recorder.install()
    try:
        for name in calls:
            getattr(application, name)(engine)
    finally:
        recorder.uninstall()
    found = [{table.rsplit(".", 1)[-1] for table in row["writes"]} for row in recording.transaction_rows()]
    assert sorted(table for tables in found for table in tables) == writes


def test_other_databases_are_not_asked() -> None:
    sqlalchemy = pytest.importorskip("sqlalchemy")
    engine = sqlalchemy.create_engine("sqlite://")
    with engine.connect() as connection:
        assert changed(connection) == ()
    engine.dispose()
