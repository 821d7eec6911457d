"""What runs on a connection of its own is no part of the transaction that it is called in: that may fail alone."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches
from tests.link.mapped import MODELS

APART = {
    "a session that commits": """
def tag():
    session = Maker()
    session.add(Tag())
    session.commit()  #> insert tags
""",
    "a block of a session that commits": """
def tag():
    print(date.today)
    with Maker() as session:
        session.add(Tag())
        session.commit()  #> insert tags
""",
    "a maker's transaction": """
def tag():
    with Maker.begin() as session:  #> insert tags
        session.add(Tag())
""",
    "a session's transaction": """
def tag():
    with Maker() as session, session.begin():  #> insert tags
        session.add(Tag())
""",
    "a session's transaction in its block": """
def tag():
    with Session(engine) as session:
        with session.begin():  #> insert tags
            session.add(Tag())
""",
    "an engine's transaction": """
def tag():
    with engine.begin() as connection:  #> insert tags
        connection.execute("insert into tags values (1)")
""",
    "a helper that makes a session": """
def tag():
    with helper() as session:  #> insert tags
        session.add(Tag())
""",
    "a helper around that": """
@contextlib.contextmanager
def outer():
    with (helper if date.today else other)() as session:
        yield session
def tag():
    with outer() as session:  #> insert tags
        session.add(Tag())
""",
    "a helper on a stack of contexts": """
def tag():
    with contextlib.ExitStack() as stack:
        session = stack.enter_context(helper())  #> insert tags
        session.add(Tag())
""",
    "a maker's transaction on a stack": """
def tag():
    with contextlib.ExitStack() as stack:
        session = stack.enter_context(Maker.begin())  #> insert tags
        session.add(Tag())
""",
    "a session on a stack": """
def tag():
    with contextlib.ExitStack() as stack:
        session = stack.enter_context(Maker())
        session.add(Tag())
        session.commit()  #> insert tags
""",
    "through another function": """
def tag():
    inner()
def inner():
    with Maker.begin() as session:  #> insert tags
        session.add(Tag())
""",
}
TOGETHER = {
    "the session of the caller": """
def tag(session):
    session.add(Tag())
    session.flush()
""",
    "a savepoint": """
def tag(session):
    with session.begin_nested():
        session.add(Tag())
""",
    "before a session is made": """
def tag(session):
    session.execute("insert into tags values (1)")
    held = Maker()
    held.query(Order).count()
    held.rollback()
""",
    "after a session was made": """
def tag(session):
    held = Maker()
    held.query(Order).count()
    held.rollback()
    session.add(Tag())
""",
}
SHOP = f"""
import contextlib, date
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker
from shop.models import *
engine = create_engine(date.url)
Maker = sessionmaker(engine)
@contextlib.contextmanager
def helper():
    with Maker() as session:
        yield session
        session.commit()
@contextlib.contextmanager
def other():
    session = Maker()
    try:
        yield session
        session.commit()
    finally:
        session.close()
def in_a_block():
    with Maker.begin() as session:  #> insert orders{{0}}
        session.add(Order())
        tag({{given}})
def in_a_helper():
    with helper() as session:  #> insert orders{{0}}
        session.add(Order())
        tag({{given}})
{MODELS}"""
IN_A_SESSION = """
def in_a_session():
    session = Maker()
    session.add(Order())
    tag()
    session.commit()  #> insert orders
"""


@pytest.mark.parametrize("case", APART)
def test_work_on_a_connection_of_its_own(case: str) -> None:
    assert_touches(APART[case] + IN_A_SESSION + SHOP.format("", given=""))


@pytest.mark.parametrize("case", TOGETHER)
def test_work_on_the_session_of_the_caller(case: str) -> None:
    assert_touches(TOGETHER[case] + SHOP.format(", insert tags", given="session"))


NESTED = {
    "one block in another": """
def work():
    with Maker.begin() as session:  #> insert orders
        session.add(Order())
        with Maker.begin() as other:  #> insert tags
            other.add(Tag())
""",
    "the session of the thread in a block on another one": """
def work():
    with on(False) as session:  #> insert orders
        session.add(Order())
        tag()
        line()
""",
    "the session of the thread in a block on that": """
def work():
    with on() as session:  #> insert orders, insert tags
        session.add(Order())
        tag()
        line()
""",
    "a helper that is handed the session": """
@contextlib.contextmanager
def on_given(session):
    yield session
    session.commit()
def tag_on(session):
    with on_given(session):  #> insert tags
        session.add(Tag())
def work():
    with Maker.begin() as session:  #> insert orders, insert tags
        session.add(Order())
        tag_on(session)
""",
}
BLOCKS = f"""
import contextlib
from sqlalchemy.orm import scoped_session, sessionmaker
from shop.models import *
Maker = sessionmaker()
Current = scoped_session(Maker)
@contextlib.contextmanager
def on(thread=True):
    session = Current() if thread else Maker()
    try:
        yield session
        session.commit()
    finally:
        session.close()
def tag():
    with on() as session:  #> insert tags
        session.add(Tag())
def line():
    with on(False) as session:  #> insert lines
        session.add(Line())
{{0}}{MODELS}"""


@pytest.mark.parametrize("case", NESTED)
def test_a_block_that_is_reached_from_another(case: str) -> None:
    assert_touches(BLOCKS.format(NESTED[case]))


CONNECTED = {
    "a driver's": """
def note():
    with psycopg.connect(settings.URL) as connection:  #> insert notes
        connection.execute("insert into notes values (1)")
""",
    "one that a property makes": """
class Notes:
    @property
    def connection(self):
        return connected(settings.URL)
def connected(url):
    return psycopg.connect(url)
def note():
    with Notes().connection as connection:  #> insert notes
        connection.execute("insert into notes values (1)")
""",
}
KEPT = {
    "one for all": """
HELD = psycopg.connect(settings.URL)
def note():
    with HELD as connection:  #> insert notes
        connection.execute("insert into notes values (1)")
""",
    "one that a module keeps": """
@functools.cache
def connected():
    return psycopg.connect(settings.URL)
def note():
    with connected() as connection:  #> insert notes
        connection.execute("insert into notes values (1)")
""",
    "one with rows of an ORM inside": """
def note():
    with psycopg.connect(settings.URL) as connection:  #> insert notes, update orders
        connection.execute("insert into notes values (1)")
        Order.objects.update(open=False)
""",
}
SETTINGS = """
import functools, psycopg
from django.conf import settings
from django.db import transaction
from shop.models import Order
@transaction.atomic  #> insert orders{0}
def work():
    Order.objects.create()
    note()
# file: shop/models.py
from django.db import models
class Order(models.Model):
    class Meta:
        db_table = "orders"
"""


@pytest.mark.parametrize("case", CONNECTED)
def test_a_connection_that_is_made_for_a_block(case: str) -> None:
    assert_touches(CONNECTED[case] + SETTINGS.format(""))


@pytest.mark.parametrize("case", KEPT)
def test_a_connection_that_is_kept(case: str) -> None:
    others = ", insert notes, update orders" if "update" in KEPT[case] else ", insert notes"
    assert_touches(KEPT[case] + SETTINGS.format(others))


COMMITTED = {
    "a variable": """
def note():
    connection = sqlite3.connect("shop.db")
    connection.execute("insert into notes values (1)")
    connection.commit()  #> insert notes
""",
    "a variable that was nothing before": """
def note(connection=None):
    if connection is None:
        connection = connected()
    connection.execute("insert into notes values (1)")
    connection.commit()  #> insert notes
""",
    "a variable of a loop that tries again": """
def note():
    while True:
        try:
            connection = sqlite3.connect("shop.db")
            connection.execute("insert into notes values (1)")
            connection.commit()  #> insert notes
            break
        except sqlite3.Error:
            connection.rollback()
""",
    "what a block closes": """
def note():
    with contextlib.closing(connected()) as connection:
        connection.execute("insert into notes values (1)")
        connection.commit()  #> insert notes
""",
    "a driver of coroutines": """
async def note():
    async with aiosqlite.connect("shop.db") as connection:
        await connection.execute("insert into notes values (1)")
        await connection.commit()  #> insert notes
""",
    "what is given up": """
def note():
    connection = connected()
    connection.execute("insert into notes values (1)")
    connection.rollback()
""",
}
SHARED = {
    "one that a function keeps": """
def note():
    connection = kept()
    connection.execute("insert into notes values (1)")
    connection.commit()  #> insert notes, insert orders
""",
    "one that is handed over": """
def note(connection=HELD):
    if connection is None:
        connection = connected()
    connection.execute("insert into notes values (1)")
    connection.commit()  #> insert notes, insert orders
""",
    "one of two": """
def note(anew=settings.ANEW):
    if anew:
        connection = connected()
    else:
        connection = HELD
    connection.execute("insert into notes values (1)")
    connection.commit()  #> insert notes, insert orders
""",
}
DRIVERS = """
import aiosqlite, contextlib, sqlite3
from shop import settings
HELD = sqlite3.connect("shop.db")
def connected():
    return sqlite3.connect("shop.db")
def kept():
    global HELD
    if HELD is None:
        HELD = sqlite3.connect("shop.db")
    return HELD
{0}
async def work():
    {1}
    connection.execute("insert into orders values (1)")
    await note()
    connection.commit()  #> insert orders
"""


@pytest.mark.parametrize("case", COMMITTED)
def test_a_commit_on_a_connection_of_its_own(case: str) -> None:
    assert_touches(DRIVERS.format(COMMITTED[case], "connection = connected()"))
    assert_touches(DRIVERS.format(COMMITTED[case], "connection = kept()"))


@pytest.mark.parametrize("case", SHARED)
def test_a_commit_on_a_connection_of_others_too(case: str) -> None:
    text = DRIVERS.format(SHARED[case], "connection = kept()")
    assert_touches(text.replace("connection.commit()  #> insert orders\n", "connection.commit()\n"))


ENGINES = {
    "a variable": """
def note():
    connection = engine.connect()
    connection.execute(text("insert into notes values (1)"))
    connection.commit()  #> insert notes
    connection.close()
""",
    "a block": """
def note():
    with engine.connect() as connection:
        connection.execute(text("insert into notes values (1)"))
        connection.commit()  #> insert notes
""",
    "a block of a helper's": """
def connected():
    return engine.connect()
def note():
    with connected() as connection:
        connection.execute(text("insert into notes values (1)"))
        connection.commit()  #> insert notes
""",
    "a block in which nothing is committed": """
def note():
    with engine.connect() as connection:
        connection.execute(text("select * from notes"))
""",
    "a variable that is closed": """
def note():
    connection = engine.connect()
    connection.execute(text("select * from notes"))
    connection.close()
""",
    "a pool's": """
def note():
    connection = pool.getconn()
    connection.cursor().execute("insert into notes values (1)")
    connection.commit()  #> insert notes
""",
    "a pool's block": """
def note():
    with newer.connection() as connection:  #> insert notes
        connection.execute("insert into notes values (1)")
""",
    "a pool of coroutines": """
async def note():
    async with coroutines.acquire() as connection, connection.transaction():  #> insert notes
        await connection.execute("insert into notes values (1)")
""",
    "a helper that yields a cursor": """
@contextlib.contextmanager
def cursor():
    connection = psycopg2.connect(settings.URL)
    try:
        yield connection.cursor()
        connection.commit()
    except Exception:
        connection.rollback()
        raise
    finally:
        connection.close()
def note():
    with cursor() as held:  #> insert notes
        held.execute("insert into notes values (1)")
""",
}
AROUND = {
    "a session": """
def work():
    with Session(engine) as session:
        session.execute(text("insert into orders values (1)"))
        {0}note()
        session.commit()  #> insert orders
""",
    "a session that is handed over": """
def work(session: Session):
    session.execute(text("insert into orders values (1)"))
    {0}note()
    session.commit()  #> insert orders
""",
    "another connection": """
def work():
    with engine.connect() as connection:
        connection.execute(text("insert into orders values (1)"))
        {0}note()
        connection.commit()  #> insert orders
""",
    "a driver's": """
def work():
    connection = psycopg2.connect(settings.URL)
    connection.cursor().execute("insert into orders values (1)")
    {0}note()
    connection.commit()  #> insert orders
""",
}
ENGINE = """
import asyncpg, contextlib, psycopg2, psycopg_pool
from psycopg2.pool import SimpleConnectionPool
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session
from shop import settings
engine = create_engine(settings.URL)
pool = SimpleConnectionPool(1, 2, settings.URL)
newer = psycopg_pool.ConnectionPool(settings.URL)
coroutines = asyncpg.create_pool(settings.URL)
"""


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("case", ENGINES)
def test_a_connection_that_an_engine_or_a_pool_gives(case: str, around: str) -> None:
    waits = "async def note" in ENGINES[case]
    work = AROUND[around].format("await " if waits else "")
    assert_touches(ENGINE + ENGINES[case] + (work.replace("def work", "async def work") if waits else work))


def test_a_helper_in_a_helper() -> None:
    work = """
def work():
    with cursor() as held:  #> insert orders
        held.execute("insert into orders values (1)")
        note()
"""
    assert_touches(ENGINE + ENGINES["a helper that yields a cursor"] + work)


OBJECTS = {
    "made where it is entered": """
class Cursor:
    def __enter__(self):
        self.connection = psycopg2.connect(settings.URL)
        return self.connection.cursor()
    def __exit__(self, kind, value, trace):
        if kind is None:
            self.connection.commit()
        self.connection.close()
""",
    "made with the object": """
class Cursor:
    def __init__(self):
        self.connection = psycopg2.connect(settings.URL)
    def __enter__(self):
        return self.connection.cursor()
    def __exit__(self, kind, value, trace):
        self.connection.commit()
""",
    "an engine's": """
class Cursor:
    def __enter__(self):
        self.connection = engine.connect()
        return self
    def execute(self, statement):
        self.connection.execute(text(statement))
    def __exit__(self, kind, value, trace):
        self.connection.commit()
""",
    "kept": """
class Cursor:
    connection = None
    def __enter__(self):
        if Cursor.connection is None:
            Cursor.connection = psycopg2.connect(settings.URL)
        return Cursor.connection.cursor()
    def __exit__(self, kind, value, trace):
        self.connection.commit()
""",
}


@pytest.mark.parametrize("case", OBJECTS)
def test_an_object_that_commits_where_it_is_left(case: str) -> None:
    own = "insert orders, insert notes" if case == "kept" else "insert orders | insert notes"
    work = """
def work():
    with Cursor() as held:
        held.execute("insert into orders values (1)")
        note()
def note():
    with Cursor() as held:
        held.execute("insert into notes values (1)")
"""
    commit = "self.connection.commit()"
    assert_touches(ENGINE + OBJECTS[case].replace(commit, f"{commit}  #> {own}") + work)


HANDED = """
import sqlite3
def note(path):
    conn = sqlite3.connect(path)
    {handed}
def log(conn):
    conn.execute("INSERT INTO logs VALUES (1)")
    conn.commit()  #> {logged}
def work():
    store = sqlite3.connect("x")
    store.execute("INSERT INTO orders VALUES (1)")
    note("y")
    store.execute("INSERT INTO lines VALUES (1)")
    store.commit()  #> {ordered}
"""


@pytest.mark.parametrize(
    ("handed", "logged", "ordered"),
    [
        ("log(conn)", "insert logs", "insert lines, insert orders"),
        ("log(conn=conn)", "insert logs", "insert lines, insert orders"),
        ("log(conn if path else None)", "insert logs, insert orders", "insert lines"),
    ],
)
def test_what_a_function_commits_that_is_handed_a_connection_made_for_it(
    handed: str, logged: str, ordered: str
) -> None:
    assert_touches(HANDED.format(handed=handed, logged=logged, ordered=ordered))


def test_what_twisted_hands_a_connection_to_is_a_transaction_of_its_own() -> None:
    scan = assert_touches("""
from twisted.enterprise import adbapi
pool = adbapi.ConnectionPool("sqlite3", "shop.db")
class Logged:
    def __init__(self, conn):
        self.conn = conn
    def execute(self, sql):
        self.conn.execute(sql)
    def commit(self):
        self.conn.commit()  #> insert orders | insert lines
def run(conn, func):
    conn = Logged(conn)
    func(conn)
    conn.commit()
def order(conn):
    conn.execute("INSERT INTO orders VALUES (1)")
def line(conn):
    conn.execute("INSERT INTO lines VALUES (1)")
def log(conn):
    if not pool.threadID():
        conn.reconnect()
    conn.execute("INSERT INTO logs VALUES (1)")
def work():
    pool.runWithConnection(run, order)
    pool.runWithConnection(run, line)
    pool.runWithConnection(log)  #> insert logs
""")
    assert not any(one.blind_spots for one in scan.transactions)


def test_a_commit_that_may_call_itself_ends_what_was_open() -> None:
    assert_touches("""
import sqlite3
from typing import Protocol
class Connection(Protocol):
    def commit(self): ...
    def execute(self, sql): ...
class Logged:
    conn: Connection
    def execute(self, sql):
        self.conn.execute(sql)
    def commit(self):
        self.conn.commit()  #> insert orders | insert lines
def work(conn: Logged):
    conn.execute("INSERT INTO orders VALUES (1)")
    conn.commit()
    conn.execute("INSERT INTO lines VALUES (1)")
    conn.commit()
""")
