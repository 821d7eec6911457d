"""Objects that make a statement of what they are given: kept apart by their tables, put together piece by piece."""

# ruff: noqa: S608 - the applications here put SQL together; nothing executes it

from __future__ import annotations

import pytest

from tests.link.linking import assert_statement_writes, assert_touches

STATEMENTS = """
import psycopg2
conn = psycopg2.connect("")
def run(statement, values):
    conn.cursor().execute(statement, values)
class Insert:
    def __init__(self, table, data=None):
        self.table = table
        self.data = {}
        if data:
            self.data.update(data)
    def __str__(self):
        parts = ["INSERT INTO %s " % self.table]
        names = sorted(self.data.keys())
        parts.append("(%s) " % ", ".join(names))
        parts.append("VALUES (%s)" % ", ".join(names))
        return "".join(parts)
    def execute(self):
        return run(str(self), self.data)
class Query:
    def __init__(self, tables=None, lock=False):
        self.tables = tables
        self.lock = lock
    def execute(self):
        tables = ", ".join(self.tables)
        run("SELECT * FROM %(tables)s FOR UPDATE" % locals(), {})
"""


def test_each_is_made_for_its_tables() -> None:
    many = "\n".join(f'def work_{n}():\n    Insert("t{n}", {{"a": {n}}}).execute()' for n in range(40))
    assert_touches(f"""
{STATEMENTS}
{many}
def touch(name):
    made = Insert("orders", data={{"name": name}})
    made.execute()
    Query(tables=["stock"]).execute()
    conn.commit()  #> insert orders, lock stock
def log(text):
    Insert("logs", {{"text": text}}).execute()
    conn.commit()  #> insert logs
""")


PARTS = """parts = ["UPDATE orders SET a = 1"]
    if x:
        parts.append(" WHERE ")
        parts.append(x)
    conn.cursor().execute("".join(parts))"""
CHOICE = """columns = "1" if x else "2" if x > 1 else "3"
    table = "orders" if x else "stock"
    conn.cursor().execute("INSERT INTO " + table + " (a) SELECT " + columns)"""


@pytest.mark.parametrize(
    "body",
    [
        PARTS,
        CHOICE,
        'table = "orders"\n    conn.cursor().execute("INSERT INTO %(table)s (a) VALUES (1)" % locals())',
        'table = "orders"\n    conn.cursor().execute("INSERT INTO {table} (a) VALUES (1)".format(**locals()))',
    ],
)
def test_pieces_of_a_statement(body: str) -> None:
    written = "update orders" if "UPDATE" in body else "insert orders"
    more = ", insert stock" if "stock" in body else ""
    assert_touches(f"""
import psycopg2
conn = psycopg2.connect("")
def work(x):
    {body}
    conn.commit()  #> {written}{more}
""")


@pytest.mark.parametrize(
    ("changed", "known"),
    [
        ('re.sub(r"%[a-z]", r"%s", sql)', True),
        (r're.sub(r"%\((\w+)\)[a-z]", r"%(\1)s", sql)', True),
        (r'NAMED.sub(r"%(\1)s", sql)', True),
        ('re.sub("[?]", "%s", sql)', True),
        (r're.sub(r":(\w+)", r"$\1", sql)', True),
        (r're.sub(r"\s+", " ", sql)', True),
        ('re.sub("orders", "stock", sql)', False),
        ('re.sub("orders", lambda found: found[0], sql)', False),
    ],
)
def test_statements_whose_placeholders_are_written_anew(changed: str, known: bool) -> None:  # noqa: FBT001 - a case
    assert_touches(rf"""
import re
import psycopg2
NAMED = re.compile(r"%\((\w+)\)[a-z]")
conn = psycopg2.connect("")
def run(sql, values):
    sql = {changed}
    conn.cursor().execute(sql, values)
def work(x):
    run("INSERT INTO orders (a) VALUES (%i)", (1,))
    conn.commit()  #> {"insert orders" if known else "nothing"}
""")


def test_a_name_is_not_taken_for_a_statement() -> None:
    assert_statement_writes('"INSERT INTO " + re.sub("s", "", "orders") + " (a) VALUES (1)"', "nothing")


def test_callers_are_told_apart_by_what_locals_fill_in() -> None:
    assert_touches("""
import psycopg2
conn = psycopg2.connect("")
def put(kind, row):
    statement = "INSERT INTO %(kind)s (a) VALUES (1)" % locals()
    conn.cursor().execute(statement, row)
def clear(kinds):
    names = ", ".join(kinds)
    conn.cursor().execute("DELETE FROM {names}".format(**locals()))
def first(x):
    put("orders", x)
    clear(["carts"])
    conn.commit()  #> insert orders, delete carts
def second(x):
    put("stock", x)
    clear(["lines"])
    conn.commit()  #> insert stock, delete lines
""")
