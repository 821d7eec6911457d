"""Transactions of Frappe: they belong to the outermost call of what clients may call, and to each job."""

from __future__ import annotations

import sys
from importlib import import_module, invalidate_caches
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest

from boundary.errors import InputError
from boundary.observe.frames import Sources
from boundary.observe.frappe import FrappeRecorder
from boundary.observe.rows import Recording

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILES = {
    "site-packages/frappe/__init__.py": """
        whitelisted = set()
        def whitelist(fn):
            whitelisted.add(fn)
            return fn
        def call(method, **kwargs):
            return method(**kwargs)
        """,
    "site-packages/frappe/database/__init__.py": "",
    "site-packages/frappe/database/database.py": """
        class Database:
            _disable_transaction_control = 0
            def sql(self, query, values=()):
                return query
            def commit(self):
                if not self._disable_transaction_control:
                    self.sql("commit")
            def rollback(self, save_point=None):
                self.sql(f"rollback to savepoint {save_point}" if save_point else "rollback")
        db = Database()
        """,
    "site-packages/frappe/model/__init__.py": "",
    "site-packages/frappe/model/document.py": """
        from frappe.database.database import db
        class Document:
            doctype = "Order"
            _action = "save"
            new = False
            def insert(self):
                db.sql("insert into `tabSales Order` (name) values (1)")
                self.validate()
            def save(self):
                return self._save()
            def _save(self):
                if self.new:
                    return self.insert()
                self.validate()
                db.sql("update `tabSales Order` set name = 1")
            def submit(self):
                self._action = "submit"
                return self._save()
            def validate(self): ...
            def db_set(self, commit=False):
                db.sql("update `tabSales Order` set name = 1")
                if commit:
                    db.commit()
        """,
    "site-packages/frappe/model/delete_doc.py": """
        from frappe.database.database import db
        def delete_doc(doctype, name):
            from orders import Order
            db.sql("select name from `tabRow`")
            doc = Order()
            db.sql("delete from `tabSales Order`")
        """,
    "site-packages/frappe/utils/__init__.py": "",
    "site-packages/frappe/utils/background_jobs.py": """
        import frappe
        def enqueue(method, **kwargs):
            return frappe.call(method, **kwargs)
        """,
    "app/orders.py": """
        import frappe
        from frappe.database.database import db
        from frappe.model.document import Document
        from frappe.utils.background_jobs import enqueue
        class Order(Document):
            def validate(self):
                db.sql("update tabCustomer set seen = 1")
                enqueue(tidy)
        class Own(Document):
            new = True
            def insert(self):
                super().insert()
        def tidy():
            db.sql("delete from tabLog")
        @frappe.whitelist
        def pay(name):
            Order().save()
            db.sql("insert into tabPayment values (1)")
        def helper():
            db.sql("insert into tabHelp values (1)")
        def pays():
            helper()
            db.commit()
        @frappe.whitelist
        def twice():
            db.sql("insert into tabPayment values (1)")
            pays()
            db.sql("delete from tabLog")
        @frappe.whitelist
        def given_up():
            helper()
            db.rollback()
            db.sql("delete from tabLog")
            db.rollback("here")
        @frappe.whitelist
        def ignored():
            db._disable_transaction_control = 1
            pays()
            db._disable_transaction_control = 0
        @frappe.whitelist
        def by_field():
            Order().db_set(commit=True)
        @frappe.whitelist
        def by_job():
            helper()
            enqueue(pays)
        """,
    "app/tests/test_orders.py": """
        from frappe.model.delete_doc import delete_doc
        import orders
        CALLS = {
            "insert": lambda: orders.Order().insert(),
            "submit": lambda: orders.Order().submit(),
            "own": lambda: orders.Own().insert(),
            "saved": lambda: orders.Own().save(),
            "pay": lambda: orders.pay("x"),
            "delete": lambda: delete_doc("Order", "x"),
            "helper": lambda: orders.helper(),
            "twice": lambda: orders.twice(),
            "given_up": lambda: orders.given_up(),
            "ignored": lambda: orders.ignored(),
            "by_field": lambda: orders.by_field(),
            "by_job": lambda: orders.by_job(),
            "ended": lambda: orders.db.rollback(),
        }
        """,
}


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An application, its tests, and what stands for Frappe."""
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text))
    before = set(sys.modules)
    for folder in ("site-packages", "app", "app/tests"):
        monkeypatch.syspath_prepend(tmp_path / folder)
    invalidate_caches()
    yield tmp_path / "app"
    for name in set(sys.modules) - before:
        if name in {"orders", "test_orders"} or name.startswith("frappe"):
            del sys.modules[name]


def record(app: Path, *calls: str) -> Recording:
    """What these calls of the tests do, as it is recorded."""
    result = Recording("shop")
    recorder = FrappeRecorder(Sources([app]), result)
    recorder.install()
    try:
        tests: Any = import_module("test_orders")
        for call in calls:
            tests.CALLS[call]()
    finally:
        recorder.uninstall()
    return result


def sites(recording: Recording) -> set[tuple[str, str, str]]:
    """Where transactions stand, whose they are, and what they wrote."""
    rows = list(recording.transaction_rows())
    assert {row["tx"]["kind"] for row in rows} <= {"request", "session.commit"}
    return {(row["tx"]["func"], row["tx"].get("detail", "commits"), ", ".join(row["writes"])) for row in rows}


JOB = ("tidy", "tidy", "tabLog")


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("insert", {("Order.insert", "Order.insert", "tabCustomer, tabSales Order"), JOB}),
        ("submit", {("Order.submit", "Order.submit", "tabCustomer, tabSales Order"), JOB}),
        ("own", {("Own.insert", "Order.insert", "tabSales Order")}),
        ("saved", {("Own.insert", "Order.insert", "tabSales Order")}),
        ("pay", {("pay", "pay", "tabCustomer, tabPayment, tabSales Order"), JOB}),
        ("delete", {("Order.delete", "Order.delete", "tabSales Order")}),
        ("helper", set()),
    ],
)
def test_a_transaction_is_what_was_called_first(app: Path, call: str, expected: set[tuple[str, str, str]]) -> None:
    assert sites(record(app, call)) == expected


def test_each_call_is_one_transaction(app: Path) -> None:
    (row,) = [one for one in record(app, "own", "own").transaction_rows() if one["tx"]["func"] == "Own.insert"]
    assert row["outcomes"] == {"commit": 2}


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("twice", {("pays", "commits", "tabHelp, tabPayment"), ("twice", "twice", "tabLog")}),
        ("given_up", {("given_up", "given_up", "tabLog")}),
        ("ignored", {("ignored", "ignored", "tabHelp")}),
        ("by_field", {("by_field", "commits", "tabSales Order")}),
        ("by_job", {("by_job", "by_job", "tabHelp"), ("pays", "commits", "tabHelp")}),
    ],
)
def test_a_commit_in_between_ends_a_transaction(app: Path, call: str, expected: set[tuple[str, str, str]]) -> None:
    assert sites(record(app, call)) == expected


def test_what_is_rolled_back_in_a_call_is_outside(app: Path) -> None:
    recording = record(app, "given_up")
    assert [(row["func"], row["table"]) for row in recording.outside.rows()] == [("helper", "tabHelp")]


def test_a_test_that_rolls_back_gives_up_nothing_that_a_call_has_done(app: Path) -> None:
    assert sites(record(app, "own", "ended", "own")) == {("Own.insert", "Order.insert", "tabSales Order")}


def test_what_nobody_may_call_is_outside(app: Path) -> None:
    recording = record(app, "helper")
    assert [(row["func"], row["table"]) for row in recording.outside.rows()] == [("helper", "tabHelp")]


def test_frappe_that_is_not_installed() -> None:
    with pytest.raises(InputError, match="recording Frappe needs it"):
        FrappeRecorder(Sources([]), Recording("shop")).install()
