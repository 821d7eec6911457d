"""How code puts SQL together: pieces with holes, constants of modules and classes, helpers that are given tables."""

# ruff: noqa: S608 - the applications here put SQL together; nothing executes it

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

START = """
import sqlite3, textwrap
from string import Template
from psycopg import sql
TABLE = "orders"
QUERIES = {"add": "INSERT INTO orders VALUES (1)", "drop": "DELETE FROM carts"}
class Queries:
    ADD = "INSERT INTO orders VALUES (1)"
    TABLE = "orders"
conn = sqlite3.connect("shop.db")
"""


@pytest.mark.parametrize(
    "text",
    [
        'f"INSERT INTO {TABLE} (a, b) VALUES ({x}, {x})"',
        '"INSERT INTO " + TABLE + " VALUES (" + x + ")"',
        '"INSERT INTO %s (%s) VALUES (%s)" % (TABLE, x, x)',
        '"INSERT INTO {} ({}) VALUES ({})".format(TABLE, x, x)',
        '"INSERT INTO {table} VALUES ({x})".format(table=TABLE, x=x)',
        '"INSERT INTO {table} VALUES ({x})".format_map({"table": TABLE})',
        '"INSERT INTO orders {rest}".format_map(x)',
        '" ".join(["INSERT INTO", TABLE, "VALUES (1)"])',
        'textwrap.dedent("""\n        INSERT INTO orders\n        VALUES (1)""")',
        'QUERIES["add"]',
        "Queries.ADD",
        '(f"INSERT INTO {TABLE} VALUES (" + x + ")").encode("utf-8")',
        'f"INSERT INTO {Queries.TABLE} VALUES (1)"',
        '"INSERT INTO @ VALUES (1)".replace("@", TABLE)',
        'sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(sql.Identifier(TABLE), x, sql.Placeholder())',
        'sql.SQL("INSERT INTO ") + sql.Identifier(TABLE) + sql.SQL(" VALUES (1)")',
        '"  INSERT INTO orders VALUES (1)  ".strip()',
        'Template("INSERT INTO $table VALUES (${x})").substitute(table=TABLE, x=x)',
        'Template("INSERT INTO $table VALUES (1)").safe_substitute({"table": TABLE})',
        'conn.cursor().mogrify("INSERT INTO orders VALUES (%s)", x)',
    ],
)
def test_a_statement_of_pieces(text: str) -> None:
    assert_touches(f"""{START}
def touch(x):
    conn.execute({text})
    conn.commit()  #> insert orders
""")


def test_a_statement_that_grows() -> None:
    assert_touches(f"""{START}
def touch(x):
    query = "UPDATE orders SET a = 1"
    if x:
        query += " WHERE b = " + x
    conn.execute(query)
    conn.commit()  #> update orders
""")


@pytest.mark.parametrize("names", ["ab", "abcd", "abcdefghijkl"])
def test_a_statement_that_grows_in_many_ways(names: str) -> None:
    columns = "".join(f'    if "{name}" in given:\n        query += "{name} = %({name})s, "\n' for name in names)
    assert_touches(f"""{START}
def touch(given):
    query = "UPDATE orders SET "
{columns}    query += "touched = now() WHERE id = %(id)s"
    conn.execute(query, given)
    conn.commit()  #> update orders
def half_a_word(given):
    query = "DELETE FROM order_a" if given else "DELETE FROM order_b"
    query += given.get("a", " WHERE a" if given.a else " WHERE b" if given.b else " WHERE c")
    conn.execute(query + (" AND x" if given else ""))
    conn.commit()
""")


def test_a_statement_with_others_inside() -> None:
    assert_touches(f"""{START}
def part(table, status, kind="a"):
    text = "SELECT {{table}}.id, {{kind}} FROM {{table}} JOIN states ON s = {{table}}.s WHERE x = {{status}}"
    return text.format(table=table, status=status.pk, kind=kind)
def both(status, only):
    more = ""
    if only:
        more = " AND x IN (SELECT id FROM picked)"
    text = "SELECT * FROM ({{a}} UNION {{b}}) AS them WHERE who = {{who}} {{more}}"
    text = text.format(a=part("orders", status), b=part("carts", status), who=status.who, more=more)
    conn.execute(text)  #= read orders, read carts, read states, read picked
def one(status):
    conn.execute("SELECT * FROM (%s) AS them" % part("orders", status))  #= read orders, read states
def later(status):
    text = f"SELECT * FROM orders WHERE a = {{status}} AND b IN (SELECT b FROM {{{{table}}}})"
    conn.execute(text.format(table="carts"))  #= read orders, read carts
""")


def test_a_table_that_is_an_argument() -> None:
    assert_touches(f"""{START}
def insert(cursor, table, values):
    columns = ", ".join(values)
    cursor.execute(f"INSERT INTO {{table}} ({{columns}}) VALUES ({{values}})")
def add(cursor, table, values):
    insert(cursor, table, values)
def touch():
    add(conn.cursor(), "orders", {{"a": 1}})
    conn.commit()  #> insert orders
def other():
    add(conn.cursor(), "carts", {{"a": 1}})
    conn.commit()  #> insert carts
""")


def test_many_tables_that_are_arguments() -> None:
    calls = "\n".join(
        f'def touch_{n}():\n    insert("table_{n}", {n})\n    conn.commit()  #> insert table_{n}' for n in range(60)
    )
    assert_touches(f"""{START}
def insert(table, value):
    conn.execute("INSERT INTO %s VALUES (%s)" % (table, value))
{calls}
""")


def test_a_loop_over_tables() -> None:
    assert_touches(f"""{START}
def touch(room):
    for table in ("a", "b", "c", "d", "e", "f"):
        conn.execute("DELETE FROM %s WHERE room_id = ?" % table, (room,))
    conn.commit()  #> delete a, delete b, delete c, delete d, delete e, delete f
""")


@pytest.mark.parametrize(
    "text",
    [
        'f"DELETE FROM {log.name} WHERE EXISTS (SELECT 1 FROM {log.name} o WHERE {log.name}.{log.key} = o.{log.key})"',
        '"DELETE FROM {a} WHERE EXISTS (SELECT 1 FROM {a} o WHERE {a}.x = o.{b})".format(a=log.name, b=log.key)',
        '"DELETE FROM %(a)s WHERE 1 IN (SELECT %(b)s FROM %(a)s o WHERE o.x = 1)" % {"a": log.name, "b": log.key}',
    ],
)
def test_a_table_that_is_named_more_than_once(text: str) -> None:
    names = ("a", "b", "c", "d", "e", "f")
    logs = ", ".join(f'Log("{name}", "{name}_id")' for name in names)
    expected = ", ".join(f"delete {name}, read {name}" for name in names)
    scan = assert_touches(f"""{START}
from dataclasses import dataclass
@dataclass
class Log:
    name: str
    key: str
def touch():
    for log in [{logs}]:
        conn.execute({text})
    conn.commit()  #> {expected}
""")
    assert not any(one.blind_spots for one in scan.transactions)


def test_tables_of_which_each_is_put_into_each() -> None:
    assert_touches(f"""{START}
def touch(first, second):
    source = "a" if first else "b"
    target = "a" if second else "b"
    conn.execute(f"INSERT INTO {{target}} SELECT * FROM {{source}}")
    conn.commit()  #> insert a, insert b, read a, read b
""")


def test_parts_of_which_some_are_there_sometimes() -> None:
    assert_touches(f"""{START}
def touch(x):
    parts = ["DELETE FROM orders"]
    if x:
        parts.append("WHERE id = ?")
    conn.execute("\\n".join(parts))
    conn.commit()  #> delete orders
""")


@pytest.mark.parametrize("listed", ["parts", "list(parts)"])
def test_named_parts_of_which_some_are_there_sometimes(listed: str) -> None:
    assert_touches(f"""{START}
def touch(x, y, names):
    source = "lines" if x else "old_lines"
    parts = []
    if x:
        parts.append(("moved", "INSERT INTO orders SELECT * FROM picked"))
    if y:
        parts.append(("noted", "INSERT INTO notes SELECT * FROM picked"))
    parts.insert(0, ("picked", f"SELECT * FROM {{source}} WHERE x IN ({{', '.join(names)}})"))
    text = ", ".join(f"{{name}} AS ({{part}})" for name, part in {listed})
    conn.execute(f"WITH {{text}} SELECT * FROM picked")
    conn.commit()  #> insert orders, insert notes, read lines
""")


@pytest.mark.parametrize(
    "made", ['f"({base}) base"', 'f"({base}) base".replace("a", "b").strip()', '"(" + base + ") base"']
)
def test_a_statement_that_a_helper_puts_into_others(made: str) -> None:
    assert_touches(f"""{START}
class Pages:
    @staticmethod
    def texts_of(base, asked):
        rows = {made}
        return {{"count": f"select count(*) from {{rows}}", "rows": f"select * from {{rows}} limit 9"}}
    @staticmethod
    def shown(base, asked):
        texts = Pages.texts_of(base, asked)
        def run(name):
            return conn.execute(texts[name])
        return run("count"), run("rows")
def orders(asked):
    Pages.shown("SELECT * FROM orders", asked)
    conn.execute("DELETE FROM notes")
    conn.commit()  #> delete notes, read orders, no read lines
def lines(asked):
    Pages.shown("SELECT * FROM lines", asked)
    conn.execute("DELETE FROM notes")
    conn.commit()  #> delete notes, read lines, no read orders
""")


def test_a_statement_that_is_filled_in_place() -> None:
    assert_touches(f"""{START}
def run(statement, ids=None):
    if ids:
        ids = tuple(ids)
        statement %= ids
    conn.execute(statement)  #= delete orders, read lines
def touch(x):
    run("DELETE FROM orders WHERE id = %i", [x])
def see(x):
    run("SELECT * FROM lines WHERE id = %i AND order_id = %i", [x, x])
""")


@pytest.mark.parametrize(
    "listed",
    [
        "['SELECT count(*)', *pieces(x, y), f' LIMIT {x}']",
        "('SELECT count(*)', *pieces(x, y), f' LIMIT {x}')",
        "filled(x, y)",
    ],
)
def test_parts_that_keep_their_blanks(listed: str) -> None:
    assert_touches(f"""{START}
def pieces(x, y):
    yield " FROM orders o INNER JOIN notes USING (id) WHERE a = 1"
    if x:
        yield " AND EXISTS (SELECT 1 FROM lines)"
    if y:
        yield " AND c = 1"
def filled(x, y):
    parts = ["SELECT * FROM orders JOIN notes USING (id) WHERE"]
    if x:
        parts.append(" (a = %s)" % x)
        parts.append(" AND NOT EXISTS (SELECT 1 FROM lines)")
    else:
        parts.append(" b = 2")
    if y:
        parts.append(" AND c = 1")
    parts.append(" LIMIT 1")
    return parts
def see(x, y):
    conn.execute("".join({listed}))  #= read orders, read notes, read lines
""")


@pytest.mark.parametrize(
    ("helper", "statement"),
    [
        ("def same(sql): return sql", "cursor.execute(same('INSERT INTO shop_log (text) VALUES (1)'))"),
        ("def same(sql): return dedent(sql).strip()", "cursor.execute(same('INSERT INTO shop_log VALUES (1)'))"),
        (
            "def same(sql):\n    sql = sql.strip()\n    return sql",
            "cursor.execute(same(' INSERT INTO shop_log VALUES (1)'))",
        ),
        ("def same(name): return name.lower()", "cursor.execute(f\"INSERT INTO {same('SHOP_LOG')} VALUES (1)\")"),
        ("same = lambda name: name", "cursor.execute('INSERT INTO ' + same('shop_log') + ' VALUES (1)')"),
    ],
)
def test_what_a_small_helper_gives_back(helper: str, statement: str) -> None:
    assert_touches(f"""
from textwrap import dedent
from django.db import connection
{helper}
def other():
    connection.cursor().execute(same("shop_tag"))
def run():
    with transaction.atomic(), connection.cursor() as cursor:  #> insert shop_log
        {statement}
""")
