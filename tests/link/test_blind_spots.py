"""What is known to touch nothing is no blind spot of the transaction that it stands in."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

CASES = {
    "a package that is called as a folder of the project": """
# file: alembic/versions/one.py
from alembic import op
# file: shop/services.py
from alembic import command
from shop.models import *

def work():
    session = SessionLocal()
    command.stamp(session, "head")
    session.add(Order())
    session.commit()  #> insert orders
""",
    "a scoped session is configured": """
# file: shop/services.py
from sqlalchemy.orm import scoped_session, sessionmaker
from shop.models import *
Scoped = scoped_session(sessionmaker())

def work(engine):
    Scoped.configure(bind=engine)
    Scoped.add(Order())
    Scoped.commit()  #> insert orders
""",
    "whether a scoped session is there": """
# file: shop/services.py
from sqlalchemy.orm import scoped_session, sessionmaker
from shop.models import *
Scoped = scoped_session(sessionmaker())

def work():
    if not Scoped.registry.has():
        Scoped.registry.set(SessionLocal())
    Scoped.registry().add(Order())
    Scoped.commit()  #> insert orders
""",
    "a column that the database is asked for": """
# file: shop/services.py
from shop.models import *

def work():
    session = SessionLocal()
    found = session.query(Plan).filter(Plan.kind.in_([1]), Archive.kind.is_(None))
    session.add(Order(note=found.count()))
    session.commit()  #> insert orders, read plans, read archive
""",
    "notifications on a connection": """
# file: shop/services.py
import psycopg2
from shop.models import *

class Listener:
    def __init__(self):
        self.__connection = psycopg2.connect("")

    def run(self):
        session = SessionLocal()
        self.__connection.poll()
        while self.__connection.notifies:
            session.add(Order(note=self.__connection.notifies.pop(0).payload))
            session.commit()  #> insert orders
""",
    "methods that only texts and times have": """
# file: shop/services.py
from shop.models import *

def work(name, when):
    session = SessionLocal()
    name.strip().lower().encode().hex()
    when.date.isoformat().split("T")
    session.add(Order())
    session.commit()  #> insert orders
""",
}


@pytest.mark.parametrize("case", CASES)
def test_it_is_no_blind_spot(case: str) -> None:
    scan = assert_touches(f"""
# file: shop/models.py
from sqlalchemy import Column, Integer, MetaData, Table, create_engine, orm
from sqlalchemy.orm import declarative_base, sessionmaker
Base = declarative_base()
engine = create_engine("sqlite://")
SessionLocal = sessionmaker()

class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
    note = Column(Integer)

class Archive(Base):
    __table__ = Table("archive", Base.metadata, autoload_with=engine)

class Plan:
    def close(self):
        pass

orm.mapper(Plan, Table("plans", MetaData(), autoload=True, autoload_with=engine))
{CASES[case]}""")
    assert not [spot for one in scan.transactions for spot in one.blind_spots]


@pytest.mark.parametrize(("method", "blind"), [("strip", False), ("lower", True), ("count", True), ("update", True)])
def test_a_method_that_something_else_may_have_is_one(method: str, *, blind: bool) -> None:
    scan = assert_touches(f"""
class Crane:
    def lower(self):
        Log.objects.create()
def touch(unknown):
    with transaction.atomic():  #> insert shop_order
        unknown.{method}()
        Order.objects.create()
""")
    reasons = [spot.reason for one in scan.transactions for spot in one.blind_spots]
    assert reasons == [f"call of unknown.{method} is not resolved"] * blind
