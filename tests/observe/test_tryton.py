"""Transactions of Tryton: they belong to the method that the server was asked for."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module, invalidate_caches
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest

from boundary.errors import InputError
from boundary.observe.frames import Sources
from boundary.observe.rows import Recording
from boundary.observe.tryton import TrytonRecorder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILES = {
    "site-packages/trytond/__init__.py": "",
    "site-packages/trytond/transaction.py": """
        class Transaction:
            class _local:
                transactions = []
            def __init__(self):
                self._local.transactions.append(self)
            def start(self, connection):
                self.connection = connection
                return self
            def new_transaction(self):
                return Transaction().start(self.connection)
            def __enter__(self):
                return self
            def __exit__(self, kind, value, traceback):
                self._local.transactions.remove(self)
                self.commit() if kind is None else self.rollback()
            def commit(self):
                self.connection.commit()
            def rollback(self):
                self.connection.rollback()
        """,
    "site-packages/trytond/backend/__init__.py": """
        from trytond.backend import sqlite
        class Database(sqlite.Database):
            pass
        """,
    "site-packages/trytond/backend/sqlite.py": """
        import sqlite3
        class SQLiteCursor(sqlite3.Cursor):
            pass
        class Database:
            pass
        def connected():
            connection = sqlite3.connect(":memory:")
            for name in ("sale", "party", "session", "log"):
                connection.execute(f"CREATE TABLE {name} (id INTEGER)")
            connection.commit()
            return connection
        """,
    "site-packages/trytond/model.py": """
        from trytond.backend.sqlite import SQLiteCursor
        from trytond.transaction import Transaction
        def execute(sql):
            Transaction._local.transactions[-1].connection.cursor(SQLiteCursor).execute(sql)
        class Model:
            @classmethod
            def __post_setup__(cls): ...
            @classmethod
            def write(cls):
                execute(f"UPDATE {cls.table} SET id = 1")
        class Wizard(Model):
            start_state = "start"
            @classmethod
            def execute(cls, state):
                execute("SELECT id FROM session")
                getattr(cls(), "transition_" + state)()
                execute("UPDATE session SET id = 1")
        """,
    "site-packages/trytond/server.py": """
        from trytond.transaction import Transaction
        def call(connection, cls, name, *args):
            with Transaction().start(connection):
                getattr(cls, name)(*args)
        """,
    "app/sale.py": """
        from trytond.model import Model, Wizard, execute
        from trytond.transaction import Transaction
        class Sale(Model):
            table = "sale"
            @classmethod
            def process(cls):
                cls.search()
                cls.write()
            @classmethod
            def search(cls):
                execute("SELECT id FROM sale")
            @classmethod
            def fail(cls):
                cls.write()
                raise ValueError
            @classmethod
            def log(cls, transaction):
                with transaction.new_transaction():
                    execute("INSERT INTO log VALUES (1)")
        class Party(Model):
            table = "party"
        class Pay(Wizard):
            table = "session"
            def transition_start(self):
                Party.write()
        """,
}


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An application, and what stands for Tryton."""
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text))
    before = set(sys.modules)
    monkeypatch.syspath_prepend(tmp_path / "site-packages")
    monkeypatch.syspath_prepend(tmp_path / "app")
    invalidate_caches()
    yield tmp_path / "app"
    for name in set(sys.modules) - before:
        if name == "sale" or name.startswith("trytond"):
            del sys.modules[name]


def record(app: Path, *calls: tuple[str, ...]) -> list[dict[str, Any]]:
    """What the server was asked for, as it is recorded."""
    result = Recording("shop")
    recorder = TrytonRecorder(Sources([app]), result)
    recorder.install()
    try:
        sale, server = import_module("sale"), import_module("trytond.server")
        connection = import_module("trytond.backend.sqlite").connected()
        for owner, name, *arguments in calls:
            with suppress(ValueError):
                server.call(connection, getattr(sale, owner), name, *arguments)
    finally:
        recorder.uninstall()
    return list(result.transaction_rows())


def sites(rows: list[dict[str, Any]]) -> set[tuple[str, str, tuple[str, ...]]]:
    return {(row["tx"]["func"], row["tx"]["kind"], tuple(row["writes"])) for row in rows}


def test_the_method_that_was_called_first(app: Path) -> None:
    rows = record(app, ("Sale", "process"), ("Sale", "fail"))
    assert sites(rows) == {("Sale.process", "request", ("sale",))}
    assert rows[0]["tx"]["detail"] == "Sale.process"
    assert rows[0]["reads"] == ["sale"]


def test_a_method_that_a_class_inherits(app: Path) -> None:
    assert sites(record(app, ("Party", "write"))) == {("Party.write", "request", ("party",))}


def test_a_wizard_is_the_method_of_its_state(app: Path) -> None:
    (row,) = record(app, ("Pay", "execute", "start"))
    assert sites([row]) == {("Pay.transition_start", "request", ("party", "session"))}


def test_a_transaction_of_the_applications_own(app: Path) -> None:
    import_module("trytond.transaction")
    transaction: Any = import_module("trytond.transaction").Transaction
    held = transaction()
    held.connection = import_module("trytond.backend.sqlite").connected()
    rows = record(app, ("Sale", "log", held))
    transaction._local.transactions.remove(held)
    assert sites(rows) == {("Sale.log", "with", ("log",))}


def test_tryton_that_is_not_installed() -> None:
    with pytest.raises(InputError, match="recording Tryton needs it"):
        TrytonRecorder(Sources([]), Recording("shop")).install()
