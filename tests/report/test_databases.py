"""Transactions that write to several databases are shown as such, in the report and when they are explained."""

from __future__ import annotations

import pytest

from boundary import explain, render
from boundary.model.scan import Access, Scan, Table, Transaction


def scanned(database: str | None, *tables: tuple[str, str | None]) -> Scan:
    """A scan with one transaction that writes these tables, which have these databases."""
    accesses = tuple(Access(name, "insert", "a.py", number, "a.f") for number, (name, _) in enumerate(tables, 3))
    transaction = Transaction("t", "block", "a.f", "a.py", 2, 9, database, accesses=accesses)
    return Scan(
        root="x", tables=tuple(Table(name, database=home) for name, home in tables), transactions=(transaction,)
    )


SEVERAL = "hidden distributed transaction"


@pytest.mark.parametrize(
    ("database", "tables", "shown"),
    [
        ("default", [("orders", "default"), ("entries", "logs")], "default (orders), logs (entries)"),
        ("logs", [("orders", "default"), ("entries", "logs")], "default (orders), logs (entries)"),
        ("default", [("a", "one"), ("b", "two")], "one (a), two (b)"),
    ],
)
def test_two_databases_in_one_flow(database: str, tables: list[tuple[str, str | None]], shown: str) -> None:
    for text in (render(scanned(database, *tables)), explain(scanned(database, *tables), "t")):
        assert SEVERAL in text
        assert shown in text


@pytest.mark.parametrize(
    ("database", "tables"),
    [
        ("default", [("orders", "default"), ("lines", "default")]),
        (None, [("orders", "default"), ("lines", "default")]),
        ("default", [("orders", "default"), ("anywhere", None)]),
    ],
)
def test_one_database(database: str | None, tables: list[tuple[str, str | None]]) -> None:
    assert SEVERAL not in render(scanned(database, *tables))
    assert SEVERAL not in explain(scanned(database, *tables), "t")
