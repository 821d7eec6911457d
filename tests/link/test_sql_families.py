"""Tables whose names are spelled in part: which of those that files of SQL make they may be."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

TABLES = """
# file: shop/sql/tables.sql
CREATE TABLE orders_2023 (id int);
CREATE TABLE orders_2024 (id int);
CREATE TABLE orders_of_2024 (id int);
CREATE TABLE archive.paid_1_by_month (id int);
CREATE TABLE archive.paid_2_by_month (id int);
CREATE TABLE carts_old (id int);
CREATE TABLE a_1 (id int);
CREATE TABLE a_2 (id int);
"""


@pytest.mark.parametrize(
    ("text", "touched"),
    [
        ('f"INSERT INTO orders_{x} (id) VALUES (1)"', "insert orders_2023?, insert orders_2024?"),
        ('"INSERT INTO " + "orders_" + str(x) + " (id) VALUES (1)"', "insert orders_2023?, insert orders_2024?"),
        ('"DELETE FROM orders_%s" % x', "delete orders_2023?, delete orders_2024?"),
        (
            'f"DELETE FROM paid_{x}_by_month"',
            "delete paid_1_by_month?, delete paid_2_by_month?",
        ),
        (
            'f"DELETE FROM archive.paid_{x}_by_month"',
            "delete paid_1_by_month?, delete paid_2_by_month?",
        ),
        ('f"DELETE FROM other.paid_{x}_by_month"', "nothing"),
        ('f"DELETE FROM carts_{x}"', "nothing"),
        ('f"DELETE FROM a_{x}"', "nothing"),
        ('f"DELETE FROM {x}"', "nothing"),
    ],
)
def test_a_name_with_a_hole(text: str, touched: str) -> None:
    assert_touches(f"""
# file: shop/work.py
import sqlite3
conn = sqlite3.connect("shop.db")
def work(x):
    conn.execute({text})
    conn.commit()  #> {touched}
{TABLES}""")
