"""Drivers of PEP 249: statements, units of work that a commit ends, blocks, runners, connections of unknown kind."""

# ruff: noqa: S608 - the applications here put SQL together; nothing executes it

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

OPEN = {
    "sqlite3": "conn = sqlite3.connect('shop.db')",
    "psycopg2": "conn = psycopg2.connect('dbname=shop')",
    "psycopg": "conn = psycopg.connect('dbname=shop')",
    "pymysql": "conn = pymysql.connect(db='shop')",
    "MySQLdb": "conn = MySQLdb.connect(db='shop')",
    "mysql.connector": "conn = mysql.connector.connect(database='shop')",
    "pyodbc": "conn = pyodbc.connect('DSN=shop')",
    "oracledb": "conn = oracledb.connect(dsn='shop')",
    "pymssql": "conn = pymssql.connect('host')",
    "adbc_driver_manager.dbapi": "conn = adbc_driver_manager.dbapi.connect('shop')",
    "adbc_driver_sqlite.dbapi": "conn = adbc_driver_sqlite.dbapi.connect('shop.db')",
    "adbc_driver_postgresql.dbapi": "conn = adbc_driver_postgresql.dbapi.connect('postgresql://host/shop').adbc_clone()",
}
BLOCKS = {
    **{driver: OPEN[driver] for driver in ("sqlite3", "psycopg2", "psycopg", "pyodbc")},
    "apsw": "conn = apsw.Connection('shop.db')",
}


@pytest.mark.parametrize("driver", OPEN)
def test_a_unit_of_work_ends_with_commit(driver: str) -> None:
    assert_touches(f"""
import {driver}
def touch():
    {OPEN[driver]}
    cursor = conn.cursor()
    cursor.execute("INSERT INTO orders (a) VALUES (1)")
    cursor.executemany("UPDATE stock SET n = %s", [(1,)])
    conn.commit()  #> insert orders, update stock
    cursor.execute("DELETE FROM carts")
""")


@pytest.mark.parametrize("driver", ["aiomysql", "asyncmy", "aioodbc"])
def test_a_connection_that_is_awaited(driver: str) -> None:
    assert_touches(f"""
import {driver}
async def touch():
    conn = await {driver}.connect(host="shop")
    async with conn.cursor() as cursor:
        await cursor.execute("INSERT INTO orders (a) VALUES (1)")
    await conn.commit()  #> insert orders
async def lent():
    pool = await {driver}.create_pool()
    async with pool.acquire() as conn:
        cursor = await conn.cursor()
        await cursor.execute("DELETE FROM carts")
        await conn.commit()  #> delete carts
""")


@pytest.mark.parametrize("driver", BLOCKS)
def test_a_connection_as_a_block(driver: str) -> None:
    assert_touches(f"""
import {driver}
def touch():
    {BLOCKS[driver]}
    with conn:  #> insert orders, update stock
        conn.execute("INSERT INTO orders (a) VALUES (1)")
        with conn.cursor() as cursor:
            cursor.execute("UPDATE stock SET n = 1")
""")


@pytest.mark.parametrize(
    "body",
    [
        "conn = await asyncpg.connect('postgres://host/shop')\n    async with conn.transaction():",
        "pool = await asyncpg.create_pool()\n    conn = await pool.acquire()\n    async with conn.transaction():",
        "conn = databases.Database('x')\n    async with conn.transaction():",
        "conn = await psycopg.AsyncConnection.connect('')\n    async with conn.transaction():",
    ],
)
def test_transactions_to_enter(body: str) -> None:
    assert_touches(f"""
import asyncpg, databases, psycopg
async def touch():
    {body}  #> insert orders
        await conn.execute("INSERT INTO orders VALUES ($1)", 1)
    await conn.execute("DELETE FROM carts")
""")


def test_a_pool_that_is_entered() -> None:
    assert_touches("""
import asyncpg, psycopg_pool
async def touch(pool: asyncpg.Pool):
    async with pool.acquire() as conn:
        await conn.fetchrow("INSERT INTO carts VALUES ($1) RETURNING id", 1)
        async with conn.transaction():  #> insert orders, insert lines
            await conn.fetchval("INSERT INTO orders VALUES ($1) RETURNING id", 1)
            await conn.copy_records_to_table("lines", records=[])
def other(pool: psycopg_pool.ConnectionPool):
    with pool.connection() as conn:  #> update stock
        conn.execute("UPDATE stock SET n = 1")
""")


def test_every_way_to_execute() -> None:
    assert_touches("""
import sqlite3, psycopg2
from psycopg2.extras import execute_values
def touch():
    conn = psycopg2.connect("")
    with conn, conn.cursor("name") as cursor:  #> insert a, insert b, update c, insert d, insert e, read f, delete g
        execute_values(cursor, "INSERT INTO a VALUES %s", [])
        cursor.copy_from(None, "b")
        cursor.execute(query="UPDATE c SET x = 1")
        cursor.copy_expert("COPY d FROM STDIN", None)
        sqlite3.connect("").executescript("INSERT INTO e VALUES (1); DELETE FROM g WHERE x = 1")
        for row in conn.cursor().execute("SELECT x FROM f"):
            print(row)
""")


def test_rows_that_are_handed_to_a_table_by_name() -> None:
    scan = assert_touches("""
from adbc_driver_sqlite import dbapi
def touch(rows, table):
    conn = dbapi.connect("shop.db")
    with conn.cursor() as cursor:
        cursor.adbc_ingest("orders", rows, mode="append")
        cursor.adbc_ingest(table, rows)
    conn.commit()  #> insert orders
""")
    told = [one.reason for held in scan.transactions for one in held.blind_spots]
    assert told == ["SQL about a table whose name is not known"]


def test_sizes_that_a_cursor_is_told_of_touch_nothing() -> None:
    scan = assert_touches("""
import oracledb
def touch(rows):
    conn = oracledb.connect(dsn="shop")
    with conn.cursor() as cursor:
        cursor.setinputsizes(text=oracledb.DB_TYPE_CLOB)
        cursor.setoutputsize(100)
        cursor.executemany("INSERT INTO orders (text) VALUES (:text)", rows)
    conn.commit()  #> insert orders
""")
    assert not any(held.blind_spots for held in scan.transactions)


# --- units of work ------------------------------------------------------------------------------------------------

SQLITE = "import sqlite3\nconn = sqlite3.connect('shop.db')\n"


def test_each_commit_ends_a_unit_of_work() -> None:
    assert_touches(f"""{SQLITE}
def touch():
    conn.execute("INSERT INTO a VALUES (1)")
    conn.commit()  #> insert a
    conn.execute("INSERT INTO b VALUES (1)")
    conn.commit()  #> insert b
""")


def test_branches_are_kept_apart() -> None:
    assert_touches(f"""{SQLITE}
def touch(x):
    if x > 1:
        conn.execute("INSERT INTO a VALUES (1)")
        conn.commit()  #> insert a
        return
    if x < 1:
        conn.execute("INSERT INTO b VALUES (1)")
    else:
        conn.execute("INSERT INTO c VALUES (1)")
    conn.commit()  #> insert b, insert c
""")


def test_what_is_rolled_back_is_not_committed() -> None:
    assert_touches(f"""{SQLITE}
def touch(x):
    conn.execute("INSERT INTO a VALUES (1)")
    conn.rollback()
    conn.execute("INSERT INTO b VALUES (1)")
    conn.commit()  #> insert b
""")


def test_try_commit_except_rollback() -> None:
    assert_touches(f"""{SQLITE}
def touch(x):
    try:
        conn.execute("INSERT INTO a VALUES (1)")
        conn.execute("INSERT INTO b VALUES (1)")
    except sqlite3.Error:
        conn.rollback()
        raise
    else:
        conn.commit()  #> insert a, insert b
""")


def test_statements_that_control_transactions() -> None:
    assert_touches(f"""{SQLITE}
def touch(x):
    conn.execute("INSERT INTO z VALUES (1)")
    conn.execute("BEGIN IMMEDIATE")
    conn.execute("INSERT INTO a VALUES (1)")
    conn.execute("COMMIT")  #> insert a
""")


def test_a_unit_of_work_across_functions() -> None:
    assert_touches(f"""{SQLITE}
def order():
    conn.execute("INSERT INTO orders VALUES (1)")
    line()
    conn.commit()  #> insert orders, insert lines
def line():
    conn.execute("INSERT INTO lines VALUES (1)")
""")


def test_callers_of_one_commit_are_transactions_of_their_own() -> None:
    assert_touches(f"""{SQLITE}
def save():
    conn.commit()  #> insert orders, insert lines | delete carts
def order():
    conn.execute("INSERT INTO orders VALUES (1)")
    line()
def line():
    conn.execute("INSERT INTO lines VALUES (1)")
    save()
def clear():
    conn.execute("DELETE FROM carts")
    save()
""")


def test_what_a_callee_leaves_uncommitted() -> None:
    assert_touches(f"""{SQLITE}
def helper():
    conn.execute("INSERT INTO a VALUES (1)")
    conn.commit()  #> insert a, insert z
    conn.execute("INSERT INTO b VALUES (1)")
def touch():
    conn.execute("INSERT INTO z VALUES (1)")
    helper()
    conn.execute("INSERT INTO c VALUES (1)")
    conn.commit()  #> insert b, insert c
""")


def test_a_loop_that_commits_now_and_then() -> None:
    assert_touches(f"""{SQLITE}
def touch(rows):
    for row in rows:
        conn.execute("INSERT INTO a VALUES (1)")
        if row > 1:
            conn.commit()  #> insert a
    conn.execute("INSERT INTO b VALUES (1)")
    conn.commit()  #> insert a, insert b
""")


def test_a_context_manager_that_commits() -> None:
    assert_touches(f"""{SQLITE}
from contextlib import contextmanager
@contextmanager
def work():
    cursor = conn.cursor()
    try:
        yield cursor
        conn.commit()  #> insert a, insert b | insert c
    except Exception:
        conn.rollback()
        raise
def touch():
    with work() as cursor:  #> insert a, insert b
        cursor.execute("INSERT INTO a VALUES (1)")
        helper(cursor)
def helper(cursor):
    cursor.execute("INSERT INTO b VALUES (1)")
def other():
    with work() as cursor:  #> insert c
        cursor.execute("INSERT INTO c VALUES (1)")
""")


def test_commits_without_statements() -> None:
    assert_touches(f"""{SQLITE}
def touch():
    print(1)
    conn.commit()  #> nothing
def other(connection):
    print(1)
    connection.commit()  #> no transaction
""")


# --- functions that are handed to a runner ----------------------------------------------------------------------

RUNNER = """
import sqlite3, thirdparty
class Database:
    def __init__(self):
        self.pool = thirdparty.Pool()
    def run(self, desc, function, *args):
        conn = self.pool.getconn()
        cursor = conn.cursor()
        result = function(cursor, *args)
        conn.commit()  #> {expected}
        return result
    def insert(self, table, values):
        return self.run("insert", self.insert_txn, table, values)
    @staticmethod
    def insert_txn(txn, table, values):
        sql = "INSERT INTO %s (%s) VALUES (%s)" % (table, ", ".join(k for k in values), ", ".join("?" for _ in values))
        txn.execute(sql, list(values.values()))
db = Database()
"""


def test_a_runner_of_functions() -> None:
    assert_touches(f"""{RUNNER.format(expected="insert events, update rooms | insert users")}
def touch():
    def work(txn, room):
        txn.execute("UPDATE rooms SET a = 1")
        db.insert_txn(txn, "events", {{"a": 1}})
    db.run("work", work, 1)
def other():
    db.insert("users", {{"name": "x"}})
""")


def test_twisted_runs_interactions() -> None:
    assert_touches("""
from twisted.enterprise import adbapi
pool = adbapi.ConnectionPool("sqlite3", "shop.db")
def touch():
    def work(txn):
        txn.execute("INSERT INTO orders VALUES (1)")
    return pool.runInteraction(work)  #> insert orders
def other():
    return pool.runOperation("DELETE FROM carts")  #> delete carts
""")


# --- connections of which nothing is known ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        'cursor.execute("INSERT INTO orders VALUES (1)")',
        'self.db.execute("INSERT INTO orders VALUES (1)")',
        'thirdparty.pool().cursor().execute("INSERT INTO orders VALUES (1)")',
        'db.query("INSERT INTO orders VALUES (1)")',
        'run_sql(conn, "INSERT INTO orders VALUES (1)")',
        'with cursor.copy("COPY orders (id, name) FROM STDIN") as rows: rows.write_row((1, 2))',
        """db.copy_expert('copy "orders" from stdin with csv', file)""",
    ],
)
def test_a_statement_is_what_it_looks_like(statement: str) -> None:
    scan = assert_touches(f"""
import psycopg2, thirdparty
def run_sql(conn, sql):
    conn.execute(sql)
class Orders:
    def touch(self, cursor, db, conn, file):
        cursor.execute("UPDATE stock SET n = 1")
        {statement}
        db.commit()  #> insert orders, update stock
""")
    assert {access.confidence for access in scan.accesses} == {"inferred"}


@pytest.mark.parametrize(
    "call",
    [
        'logger.info("INSERT INTO orders VALUES (1)")',
        'executor.execute("update the orders")',
        'print("DELETE FROM orders")',
        'parser.add_argument("--x", "Select a product from the list")',
        'shell.run("copy orders to program files")',
    ],
)
def test_text_that_nobody_executes(call: str) -> None:
    scan = assert_touches(f"""
import executor, logger, parser, shell, sqlite3
def touch(conn):
    {call}
    conn.commit()  #> no transaction
""")
    assert not scan.accesses


def test_commits_of_something_else() -> None:
    assert_touches("""
import sqlite3
def touch(writer, conn):
    conn.execute("INSERT INTO orders VALUES (1)")
    writer.commit()  #> no transaction
    conn.commit()  #> insert orders
""")


def test_a_protocol_promises_to_execute() -> None:
    assert_touches("""
import sqlite3
from typing import Protocol
class Cursor(Protocol):
    def execute(self, sql: str, *args) -> None: ...
class Logged:
    def __init__(self, inner: Cursor):
        self.inner = inner
    def execute(self, sql, *args):
        self._do(self.inner.execute, sql, *args)
    def _do(self, function, sql, *args):
        return function(sql.replace("?", "%s"), *args)
def touch(conn):
    Logged(conn.cursor()).execute("INSERT INTO orders VALUES (?)", 1)
    conn.commit()  #> insert orders
""")


@pytest.mark.parametrize(
    ("parameters", "given", "expected"),
    [
        ("self", "", "insert orders"),
        ("self, *, flush=True", "", "insert orders"),
        ("self, message, author=None", "'Translated', 'me'", "no transaction"),  # a repository of git
    ],
)
def test_a_promise_to_commit_asks_for_nothing(parameters: str, given: str, expected: str) -> None:
    assert_touches(f"""{SQLITE}
class Work:
    def commit({parameters}):
        raise NotImplementedError
def touch(conn, work: Work):
    conn.execute("INSERT INTO orders VALUES (1)")
    work.commit({given})  #> {expected}
""")


@pytest.mark.parametrize(
    "opened",
    ["sqlite3.connect('shop.db', isolation_level=None)", "psycopg.connect('dbname=shop', autocommit=True)"],
)
def test_a_connection_that_begins_no_transactions(opened: str) -> None:
    assert_touches(f"""
import psycopg, sqlite3
def touch():
    conn = {opened}
    with conn:  #> no transaction
        conn.execute("INSERT INTO a VALUES (1)")
        conn.execute("INSERT INTO b VALUES (1)")
""")


def test_closing_a_connection_commits_nothing() -> None:
    assert_touches(f"""{SQLITE}
from contextlib import closing
def touch():
    with closing(sqlite3.connect("shop.db")) as db:  #> no transaction
        db.execute("INSERT INTO a VALUES (1)")
        db.commit()  #> insert a
""")


@pytest.mark.parametrize(
    ("opened", "expected"),
    [
        ("self.storage.get_db() as db", "insert a"),
        ("self.connection as db", "insert a"),
        ("self.conn", "insert a"),
        ("self.db.cursor() as db", "no transaction"),
        ("self.lock as db", "no transaction"),
        ("self.get_conn() as writer", "no transaction"),
    ],
)
def test_a_block_on_something_called_a_connection(opened: str, expected: str) -> None:
    assert_touches(f"""{SQLITE}
class Changes:
    def __init__(self, storage, connection, lock):
        self.storage, self.connection, self.lock = storage, connection, lock
    def touch(self, db):
        with {opened}:  #> {expected}
            db.execute("INSERT INTO a VALUES (1)")
""")


def test_what_a_block_committed_is_not_committed_again() -> None:
    assert_touches(f"""{SQLITE}
def touch():
    with conn:  #> insert a
        conn.execute("INSERT INTO a VALUES (1)")
    conn.execute("INSERT INTO b VALUES (1)")
    conn.commit()  #> insert b
""")


BUILT = {
    "insert(Order.__table__).values(note='x')": "insert orders",
    "Order.__table__.update().where(Order.id == 3).values(note='x')": "update orders",
    "delete(Order).where(Order.id.in_(select(Line.order_id)))": "delete orders, read lines",
    "text('DELETE FROM orders')": "delete orders",
    "select(Order) if number else 'UPDATE lines SET x = 1'": "read orders, update lines",
}


@pytest.mark.parametrize(("built", "touched"), BUILT.items(), ids=BUILT)
def test_a_statement_of_sqlalchemy_that_databases_executes(built: str, touched: str) -> None:
    assert_touches(f"""
# file: shop/app.py
from databases import Database
from sqlalchemy import Column, ForeignKey, Integer, String, delete, insert, select, text, update
from sqlalchemy.orm import declarative_base
Base = declarative_base()
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
    note = Column(String)
class Line(Base):
    __tablename__ = "lines"
    id = Column(Integer, primary_key=True)
    order_id = Column(ForeignKey("orders.id"))
async def work(db: Database, number):
    async with db.transaction():  #> {touched}
        query = {built}
        await db.execute(query=query)
""")
