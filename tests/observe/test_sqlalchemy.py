"""What is recorded of SQLAlchemy's units of work."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

from boundary.errors import InputError
from boundary.observe import sqlalchemy as observed
from boundary.observe.frames import Site, Sources
from boundary.observe.rows import Recording
from boundary.observe.sqlalchemy import SqlAlchemyRecorder
from boundary.observe.touched import touched
from tests.observe.applications import loaded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

APPLICATION = """
from contextlib import contextmanager
import asyncio, functools
from concurrent.futures import ThreadPoolExecutor
import library
import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, sessionmaker
from sqlalchemy.pool import StaticPool

engine = sa.create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
Base = declarative_base()
Session = sessionmaker(bind=engine)

class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)

class Log(Base):
    __tablename__ = "logs"
    id = sa.Column(sa.Integer, primary_key=True)

Base.metadata.create_all(engine)  # without the temporary table that comes later

def place():
    with Session() as session:
        session.add(Order())
        session.add(Log())
        session.commit()

@contextmanager
def scope():
    session = Session()
    yield session
    session.commit()

def through_a_helper():
    with scope() as session:
        session.add(Order())

class Work:
    def __enter__(self):
        self.session = Session()
        return self.session
    def __exit__(self, *error):
        self.session.commit()

picked = sa.Table("picked", Base.metadata, sa.Column("id", sa.Integer), prefixes=["TEMPORARY"])

def pick():
    with Session() as session:
        session.execute(sa.schema.CreateTable(picked))
        session.execute(sa.insert(picked))
        session.execute(sa.insert(Log.__table__).from_select(["id"], sa.select(picked.c.id)))
        session.commit()

def through_an_exit():
    with Work() as session:
        session.add(Order())

def handle(error):
    raise error

def committing(on_error=handle):
    def decorate(function):
        def wrapper():
            session = Session()
            try:
                function(session)
                session.commit()
            except ValueError as error:
                on_error(error)
        return wrapper
    return decorate

@committing()
def committed_order(session):
    session.add(Order())
    session.flush()

def checking(function):
    @functools.wraps(function)
    def check(session):
        return function(session)
    return check

@committing()
@checking
def checked_order(session):
    session.add(Order())
    session.flush()

@committing(on_error=None)
def committed_log(session):
    session.add(Log())

def block():
    with Session.begin() as session:
        session.query(Log).all()
        session.add(Order())

async def awaited():
    session = Session()
    session.add(Order())
    await sa.util.greenlet_spawn(session.commit)

async def left():
    block = Session.begin()
    session = await sa.util.greenlet_spawn(block.__enter__)
    session.add(Order())
    await sa.util.greenlet_spawn(block.__exit__, None, None, None)

def alone(coroutine):  # the thread of the tests may run a loop already, a browser's
    with ThreadPoolExecutor(1) as threads:
        threads.submit(asyncio.run, coroutine).result()

def run_awaited():
    alone(awaited())

def run_left():
    alone(left())

@sa.event.listens_for(Session, "after_flush")
def log(session, context):
    if session.info.get("listens"):
        inner = sa.orm.Session(bind=session.connection())
        inner.add(Log())
        inner.commit()

def listened():
    session = Session(info={"listens": True})
    session.add(Order())
    session.commit()

def checked(function):
    def wrapper(*args):
        return function(*args)
    return wrapper

@checked
@library.writer
def decorated(session):
    session.add(Order())

def under_a_writer():
    decorated(Session())

def given_up():
    session = Session()
    session.add(Order())
    session.flush()
    session.rollback()

def flushed(session):
    session.add(Log())
    session.flush()

def ended(session):
    session.add(Order())
    session.commit()

def request(session):
    flushed(session)
    ended(session)

def stored(row):
    with Session() as session:
        session.add(row)
        session.commit()

def request_log():
    stored(Log())

def request_order():
    stored(Order())

others = sa.create_engine("sqlite://")
Base.metadata.create_all(others)

def by_itself():
    with others.connect() as connection:
        library.execute_as_in_version_1(connection, sa.insert(Order))
        library.execute_as_in_version_1(connection, sa.text("DELETE FROM logs"))

def while_another_is_open():
    with Session() as session:
        session.execute(sa.insert(Log))
        by_itself()
        session.commit()
"""

TESTS = """
def test_in_two_calls(shop):
    session = shop.Session()
    shop.flushed(session)
    shop.ended(session)

def test_in_one_call(shop):
    shop.request(shop.Session())
"""

LIBRARY = """
from functools import wraps

def writer(function):
    @wraps(function)
    def wrapper(session):
        result = function(session)
        session.commit()
        return result
    return wrapper

def execute_as_in_version_1(connection, statement):
    connection.in_transaction = bool
    connection.execute(statement)
    _commit_impl(connection, autocommit=True)

def _commit_impl(self, autocommit):
    self.dispatch.commit(self)
"""


@pytest.fixture
def application(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    pytest.importorskip("sqlalchemy", reason="records SQLAlchemy, which is not installed")
    installed = tmp_path / "site-packages"
    installed.mkdir()
    (installed / "library.py").write_text(LIBRARY)
    monkeypatch.syspath_prepend(str(installed))
    monkeypatch.delitem(sys.modules, "library", raising=False)
    made = loaded(tmp_path, APPLICATION)
    yield made
    made.engine.dispose()
    made.others.dispose()


def recorded(tmp_path: Path, *calls: Any) -> tuple[list[dict[str, Any]], Recording]:  # noqa: ANN401 - any function
    recording = Recording("shop")
    recorder = SqlAlchemyRecorder(Sources([tmp_path]), recording)
    recorder.install()
    try:
        for call in calls:
            call()
    finally:
        recorder.uninstall()
    return list(recording.transaction_rows()), recording


@pytest.mark.parametrize(
    ("name", "function", "kind", "writes", "reads"),
    [
        ("place", "place", "session.commit", ["logs", "orders"], []),
        ("through_a_helper", "scope", "session.commit", ["orders"], []),
        ("pick", "pick", "session.commit", ["logs"], []),
        ("block", "block", "with", ["orders"], ["logs"]),
        ("listened", "listened", "session.commit", ["logs", "orders"], []),
        ("under_a_writer", "decorated", "decorator", ["orders"], []),
        ("run_awaited", "awaited", "session.commit", ["orders"], []),
        ("run_left", "left", "with", ["orders"], []),
    ],
)
def test_a_commit_is_a_transaction(  # noqa: PLR0913, PLR0917 - one row of the table
    application: ModuleType, tmp_path: Path, name: str, function: str, kind: str, writes: list[str], reads: list[str]
) -> None:
    (row,), _ = recorded(tmp_path, getattr(application, name))
    assert (row["tx"]["func"], row["tx"]["kind"], row["writes"], row["reads"]) == (function, kind, writes, reads)
    assert row["tx"]["file"] == "shop.py"
    assert row["count"] == 1


@pytest.mark.parametrize(
    ("name", "function", "told"),
    [
        ("through_a_helper", "scope", {"entered": "through_a_helper"}),
        ("through_an_exit", "Work.__exit__", {"entered": "through_an_exit"}),
        ("committed_order", "committing.<locals>.decorate.<locals>.wrapper", {"runs": "committed_order"}),
        ("checked_order", "committing.<locals>.decorate.<locals>.wrapper", {"runs": "checked_order"}),
        ("committed_log", "committing.<locals>.decorate.<locals>.wrapper", {"runs": "committed_log"}),
        ("place", "place", {}),
    ],
)
def test_what_a_wrapper_of_the_application_commits_is_told_by_what_it_wraps(
    application: ModuleType, tmp_path: Path, name: str, function: str, told: dict[str, str]
) -> None:
    (row,), _ = recorded(tmp_path, getattr(application, name))
    site = row["tx"]
    assert site["func"] == function
    assert {
        key: value["func"] if key == "entered" else value for key, value in site.items() if key in {"entered", "runs"}
    } == told


def test_what_is_rolled_back_is_no_transaction(application: ModuleType, tmp_path: Path) -> None:
    rows, recording = recorded(tmp_path, application.given_up)
    assert not rows
    assert [(row["func"], row["op"], row["table"]) for row in recording.outside.rows()] == [
        ("given_up", "insert", "orders")
    ]


def test_a_statement_that_commits_itself_is_no_transaction(application: ModuleType, tmp_path: Path) -> None:
    rows, recording = recorded(tmp_path, application.by_itself)
    assert not rows
    assert [(row["op"], row["table"]) for row in recording.outside.rows()] == [("insert", "orders"), ("delete", "logs")]
    (row,), recording = recorded(tmp_path, application.while_another_is_open)
    assert (row["tx"]["func"], row["writes"], row["reads"]) == ("while_another_is_open", ["logs"], [])
    assert [row["func"] for row in recording.outside.rows()] == ["by_itself", "by_itself"]


def test_a_statement_that_commits_itself_is_a_transaction_where_it_writes_several_tables() -> None:
    recording = Recording("shop")
    moves = "WITH gone AS (DELETE FROM orders RETURNING id) INSERT INTO logs (id) SELECT id FROM gone"
    recording.committed_alone((Site("shop.py", 7, "archive"),), touched(moves))
    (row,) = recording.transaction_rows()
    assert (row["tx"], row["writes"]) == (
        {"file": "shop.py", "line": 7, "func": "archive", "kind": "library"},
        ["logs", "orders"],
    )
    assert not list(recording.outside.rows())


def test_what_each_run_of_a_helper_wrote_is_told_apart(application: ModuleType, tmp_path: Path) -> None:
    rows, recording = recorded(tmp_path, application.place, application.request_log, application.request_order)
    together = {row["tx"]["func"]: row.get("together") for row in rows}
    assert together == {"place": None, "stored": [["logs"], ["orders"]]}
    recording.write(tmp_path / "seen.jsonl")
    again = Recording("shop")
    again.read(tmp_path / "seen.jsonl")
    assert list(again.transaction_rows()) == rows


def test_what_a_test_commits_is_no_transaction_of_the_application(application: ModuleType, tmp_path: Path) -> None:
    def commit_here() -> None:
        session = application.Session()
        application.flushed(session)
        session.commit()

    rows, recording = recorded(tmp_path, commit_here)
    assert not rows
    assert [row["table"] for row in recording.outside.rows()] == ["logs"]


def test_what_a_test_has_left_open_is_no_part_of_what_the_application_commits(
    application: ModuleType, tmp_path: Path
) -> None:
    tests = loaded(tmp_path, TESTS, "test_shop")
    (row,), recording = recorded(tmp_path, lambda: tests.test_in_two_calls(application))
    assert (row["tx"]["func"], row["writes"]) == ("ended", ["orders"])
    assert [row["table"] for row in recording.outside.rows()] == ["logs"]
    (row,), _ = recorded(tmp_path, lambda: tests.test_in_one_call(application))
    assert (row["tx"]["func"], row["writes"]) == ("ended", ["logs", "orders"])


def test_nothing_is_recorded_afterwards(application: ModuleType, tmp_path: Path) -> None:
    rows, recording = recorded(tmp_path)
    application.place()
    assert not rows
    assert not list(recording.transaction_rows())


def test_without_sqlalchemy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "sqlalchemy.event", None)
    with pytest.raises(InputError, match="needs SQLAlchemy"):
        observed.SqlAlchemyRecorder(Sources([tmp_path]), Recording("shop")).install()
