"""Transactions of peewee: blocks, decorators, what a method of a model opens; statements outside of them."""

from __future__ import annotations

import sys
from contextlib import suppress
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest

from boundary.errors import InputError
from boundary.observe.frames import Sources
from boundary.observe.peewee import PeeweeRecorder
from boundary.observe.rows import Recording
from tests.observe.applications import loaded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

PEEWEE = """
    import threading
    from functools import wraps
    class _callable_context_manager(object):
        def __call__(self, fn):
            @wraps(fn)
            def inner(*args, **kwargs):
                with self:
                    return fn(*args, **kwargs)
            return inner
    class _atomic(_callable_context_manager):
        def __init__(self, db):
            self.db = db
        def __enter__(self):
            self._helper = (_savepoint if self.db._state.depth else _transaction)(self.db)
            return self._helper.__enter__()
        def __exit__(self, *error):
            return self._helper.__exit__(*error)
    class _transaction(_callable_context_manager):
        def __init__(self, db):
            self.db = db
        def __enter__(self):
            self.db._state.depth += 1
        def __exit__(self, *error):
            self.db._state.depth -= 1
    class _savepoint(_transaction):
        pass
    class _State(threading.local):
        depth = 0
    class Database:
        def __init__(self):
            self._state = _State()
        def atomic(self):
            return _atomic(self)
        def execute(self, query):
            return self.execute_sql(query)
        def execute_sql(self, sql, params=None):
            return sql
    class Model:
        @classmethod
        def create(cls):
            cls.database.execute(f"INSERT INTO {cls.__name__} VALUES (1)")
        @classmethod
        def get_or_create(cls):
            with cls.database.atomic():
                cls.create()
    """

APPLICATION = """
import peewee

class Retrying(peewee.Database):
    def execute_sql(self, sql, params=None):
        return super().execute_sql(sql, params)

database = Retrying()

class orders(peewee.Model):
    database = database

class lines(peewee.Model):
    database = database

def block():
    with database.atomic():
        orders.create()
        nested()

def nested():
    with database.atomic():
        lines.create()

@database.atomic()
def decorated():
    orders.create()

def asked():
    lines.get_or_create()

def failing():
    with database.atomic():
        orders.create()
        raise ValueError

def alone():
    database.execute("DELETE FROM lines")
"""


@pytest.fixture
def application(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """An application, and what stands for peewee."""
    installed = tmp_path / "site-packages"
    installed.mkdir()
    (installed / "peewee.py").write_text(dedent(PEEWEE))
    monkeypatch.syspath_prepend(str(installed))
    monkeypatch.delitem(sys.modules, "peewee", raising=False)
    yield loaded(tmp_path, APPLICATION)
    sys.modules.pop("peewee", None)


def recorded(application: ModuleType, tmp_path: Path, name: str) -> tuple[list[dict[str, Any]], Recording]:
    recording = Recording("shop")
    recorder = PeeweeRecorder(Sources([tmp_path]), recording)
    recorder.install()
    try:
        with suppress(ValueError):
            getattr(application, name)()
    finally:
        recorder.uninstall()
    return list(recording.transaction_rows()), recording


@pytest.mark.parametrize(
    ("name", "function", "kind", "writes", "outcome"),
    [
        ("block", "block", "with", ["lines", "orders"], "commit"),
        ("nested", "nested", "with", ["lines"], "commit"),
        ("decorated", "decorated", "decorator", ["orders"], "commit"),
        ("asked", "asked", "library", ["lines"], "commit"),
        ("failing", "failing", "with", ["orders"], "rollback"),
    ],
)
def test_a_block_is_a_transaction(  # noqa: PLR0913, PLR0917 - one row of the table
    application: ModuleType, tmp_path: Path, name: str, function: str, kind: str, writes: list[str], outcome: str
) -> None:
    (row,), _ = recorded(application, tmp_path, name)
    assert (row["tx"]["func"], row["tx"]["kind"], row["writes"]) == (function, kind, writes)
    assert row["outcomes"] == {outcome: 1}


def test_a_statement_outside_is_that_of_the_function_that_has_it_executed(
    application: ModuleType, tmp_path: Path
) -> None:
    rows, recording = recorded(application, tmp_path, "alone")
    assert not rows
    assert [(row["func"], row["op"], row["table"]) for row in recording.outside.rows()] == [
        ("alone", "delete", "lines")
    ]


def test_peewee_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "peewee", None)
    with pytest.raises(InputError, match="recording peewee needs it"):
        PeeweeRecorder(Sources([]), Recording("shop")).install()
