"""Blocks of sessions commit when they end: what was added has rows, what was loaded is asked for again."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches
from tests.link.mapped import MODELS


@pytest.mark.parametrize(("option", "reads"), [("", "read orders"), ("expire_on_commit=False", "no read orders")])
def test_what_a_block_of_a_session_has_committed(option: str, reads: str) -> None:
    assert_touches(f"""
from sqlalchemy.orm import sessionmaker
Maker = sessionmaker({option})
def made(session: Session):
    with session.begin():  #> insert orders
        order = Order()
        session.add(order)
    print(order.note)  #= nothing, {reads}
    with session.begin():  #> update orders
        order.note = 1
def put(session):
    with session.begin():  #> insert tags
        session.add(Tag())
def put_more(session):
    put(session)
def other(session: Session):
    order = session.get(Order, 1)
    put_more(session)
    print(order.note)  #= nothing, {reads}
    show(order)
def show(order):
    print(order.note)  #= nothing, {reads}
def not_yet(session: Session):
    order = session.get(Order, 1)
    with session.begin():  #> insert tags
        print(order.note)  #= nothing, no read orders
        session.add(Tag())
{MODELS}""")


ENDED = {
    "an object that commits": """
class Work:
    def __enter__(self):
        self.session = Maker()
        return self.session
    def __exit__(self, *error):
        self.session.commit()  #> insert orders
def work():
    with Work() as session:
        session.add(Order())
        return session.query(Order).count()
""",
    "an object that commits unless it failed": """
class Work:
    def __init__(self):
        self.session = Maker()
    async def __aenter__(self):
        return self
    async def __aexit__(self, kind, *error):
        if kind is None:
            await self.session.commit()  #> insert orders | insert tags
        else:
            await self.session.rollback()
async def work():
    async with Work() as held:
        held.session.add(Order())
        return 1
async def more(x):
    async with Work() as held:
        if x:
            return 1
        held.session.add(Tag())
        return 2
""",
    "what runs at last": """
def work():
    session = Maker()
    try:
        session.add(Order())
        return 1
    finally:
        session.commit()  #> insert orders
""",
    "a decorator": """
class Work(contextlib.ContextDecorator):
    def __enter__(self):
        self.session = Maker()
        current.append(self.session)
    def __exit__(self, *error):
        self.session.commit()  #> insert orders
current = []
@Work()
def work():
    current[-1].add(Order())
""",
    "an object that keeps its session": """
class Work:
    @functools.cached_property
    def session(self):
        return Maker()
    def add(self):
        self.session.add(Order())
        self.session.commit()  #> insert orders
""",
    "what a request keeps": """
from flask import g
def session():
    if "session" not in g:
        g.session = Maker()
    return g.session
def ended(error=None):
    held = g.pop("session", None)
    if held is not None:
        held.commit()  #> insert orders
def work():
    session().add(Order())
    ended()
""",
    "a helper as decorator": """
Held = scoped_session(Maker)
@contextlib.contextmanager
def ended():
    yield
    Held.commit()  #> insert orders | insert tags
@ended()
def work():
    Held.add(Order())
class Works:
    @ended()
    def more(self):
        Held.add(Tag())
""",
}


@pytest.mark.parametrize("case", ENDED)
def test_a_function_that_returns_in_a_block_is_committed_behind_it(case: str) -> None:
    assert_touches(f"""
# file: shop/services.py
import contextlib, functools
from sqlalchemy.orm import scoped_session, sessionmaker
from shop.models import *
Maker = sessionmaker()
{ENDED[case]}
{MODELS}""")


def test_what_a_helper_has_committed_where_it_yields_is_not_open_behind_it() -> None:
    assert_touches(f"""{MODELS}
# file: shop/services.py
from contextlib import contextmanager
from sqlalchemy import create_engine, insert
from shop.models import *

class Store:
    @contextmanager
    def connected(self, shard):
        engine = create_engine(shard)
        if shard not in self.known:
            self.prepare(engine)
        with engine.connect() as connection:
            with connection.begin():  #> insert orders | insert lines
                yield connection

    def prepare(self, engine):
        with engine.connect() as connection:
            connection.commit()  #> nothing

    def store(self):
        with self.connected("a") as connection:  #> insert orders
            connection.execute(insert(Order))
        with self.connected("b") as connection:  #> insert lines
            connection.execute(insert(Line))
""")


PERHAPS = f"""{MODELS}
# file: shop/services.py
from contextlib import contextmanager
from shop.models import *

@contextmanager
def nested(session):
    with session.begin_nested():
        yield session

@contextmanager
def perhaps(session):
    if session.in_transaction():
        yield session
    else:
        with session.begin():
            yield session

@contextmanager
def around(session):
    with perhaps(session) as inner:
        yield inner
"""


@pytest.mark.parametrize("helper", ["nested", "perhaps", "around"])
def test_what_a_helper_may_only_have_joined_is_open_behind_it(helper: str) -> None:
    assert_touches(f"""{PERHAPS}
def place(session: Session):
    with {helper}(session):
        session.add(Order())
    session.add(Line())
    session.commit()  #> insert orders, insert lines
""")


def test_a_flush_of_a_session_that_begins_no_transaction_is_one() -> None:
    assert_touches(f"""{MODELS}
# file: shop/services.py
from sqlalchemy import insert
from sqlalchemy.orm import scoped_session, sessionmaker
from shop.models import *
Held = scoped_session(sessionmaker(autocommit=True))
Usual = scoped_session(sessionmaker())
def place():
    session = Held()
    session.add(Order())
    session.flush()  #> insert orders
    session.add(Tag())
    session.flush()  #> insert tags
def kept(row):
    Held.add(row)
    Held.flush()  #> insert tags
def after_another():
    Held.execute(insert(Line))
    kept(Tag())
def in_a_block():
    with Held.begin():  #> insert orders, insert tags
        Held.add(Order())
        Held.flush()
        Held.add(Tag())
def by_hand():
    session = sessionmaker()(autocommit=True)
    session.begin()
    session.add(Order())
    session.flush()
    session.add(Tag())
    session.commit()  #> insert orders, insert tags
def usual():
    Usual.add(Order())
    Usual.flush()  #> no transaction
    Usual.add(Tag())
    Usual.commit()  #> insert orders, insert tags
""")


@pytest.mark.parametrize("told", ["rowcount", "lastrowid", "inserted_primary_key", "returns_rows"])
def test_what_a_result_tells_of_the_execution_may_be_nothing(told: str) -> None:
    assert_touches(f"""
from sqlalchemy import update
def place(session: Session):
    if not session.execute(update(Order).values(total=1)).{told}:
        session.add(Tag())
    session.commit()  #> update orders, insert tags
{MODELS}""")
