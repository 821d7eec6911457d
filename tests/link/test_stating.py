"""Statements of SQL are told from other texts, and are carried through a program as objects are."""

from __future__ import annotations

import pytest

from boundary.link.domain.stating import pieces_state, states
from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    "text",
    [
        "INSERT INTO orders (a) VALUES (1)",
        "insert or ignore into orders(a, b) values (?, ?)",
        "INSERT INTO orders VALUES (1)",
        "INSERT INTO orders SELECT * FROM lines",
        "INSERT INTO ",
        "REPLACE INTO orders SET a = 1",
        "\n    UPDATE orders\n    SET a = 1",
        "UPDATE orders o SET a=1",
        "UPDATE ONLY orders SET (a, b) = (1, 2)",
        "DELETE FROM orders",
        "DELETE FROM orders WHERE id = %s",
        "delete from orders as o using lines",
        "TRUNCATE TABLE orders;",
        "MERGE INTO orders USING lines ON 1 = 1",
        "SELECT * FROM orders",
        "select a, b as c, count(*) from orders",
        "SELECT CASE WHEN a THEN 1 ELSE 2 END FROM orders",
        "WITH gone AS (DELETE FROM orders RETURNING *) SELECT 1",
        "with recursive up(id) as (select 1) select * from up",
    ],
)
def test_statements(text: str) -> None:
    assert states(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "orders",
        "update",
        "Update the set of values",
        "Insert into the list what is missing",
        "Delete from the basket all that is old",
        "Select all of the rows from the list",
        "select on the left what you want from the list",
        "with best regards",
        "selected",
        "truncated at the end",
    ],
)
def test_other_texts(text: str) -> None:
    assert not states(text)


def test_texts_with_holes() -> None:
    assert pieces_state(("INSERT INTO ", None, " (a) VALUES (1)"))
    assert pieces_state(("UPDATE ", None, " SET ", None))
    assert pieces_state(("SELECT ", None, " FROM orders"))
    assert not pieces_state((None, " of orders"))
    assert not pieces_state(("delete the row ", None))


RUN = """
    with transaction.atomic():  #> insert shop_log
        connection.cursor().execute({value})
"""
SQL = '"INSERT INTO shop_log (a) VALUES (1)"'
OTHER = '"INSERT INTO shop_line (a) VALUES (1)"'


@pytest.mark.parametrize(
    ("top", "value"),
    [
        ("def same(value):\n    return value", f"same({SQL})"),
        ("def same(value, times):\n    for _ in range(times):\n        pass\n    return value", f"same({SQL}, 2)"),
        ("def pick(values, which):\n    return values[which]", f"pick([{SQL}, {OTHER}], 0)"),
        ("class Box:\n    def __init__(self, held):\n        self.held = held", f"Box({SQL}).held"),
        (
            "class Box:\n    def put(self, held):\n        self.held = held\n        return self",
            f"Box().put({SQL}).held",
        ),
        ("def wrap(value):\n    return {'sql': value}", f"wrap({SQL})['sql']"),
        ("def wrap(value):\n    return lambda: value", f"wrap({SQL})()"),
        ("def many(value):\n    yield value", f"next(many({SQL}))"),
        ("def made(table):\n    return f'INSERT INTO {table} (a) VALUES (1)'", "made('shop_log')"),
        ("def same(value):\n    return value", "same(f'INSERT INTO shop_log ({u}) VALUES (1)')"),
    ],
)
def test_statements_that_are_handed_around(top: str, value: str) -> None:
    assert_touches(f"from django.db import connection\n{top}\ndef run(u):{RUN.format(value=value)}")
