"""Utilities and adapters of zope: who answers where an interface is asked for."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

HEAD = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker
from zope.interface import Interface, implementer

SessionLocal = sessionmaker()

class IOrders(Interface):
    def place(total): ...

class INote(Interface):
    pass

class IDatabase(Interface):
    pass

class Base(DeclarativeBase):
    pass

@implementer(INote)
class Log(Base):
    __tablename__ = "logs"
    id = sa.Column(sa.Integer, primary_key=True)

class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)

@implementer(IOrders)
class Orders:
    def __init__(self, session=None):
        self.session = session or SessionLocal()

    def place(self, total):
        self.session.add(Order())

@implementer(IDatabase)
class Database:
    def initialize(self):
        self.store = SessionLocal()

    def commit(self):
        self.store.commit()

# file: shop/services.py
from zope.component import getAdapter, getUtilitiesFor, getUtility, queryUtility
from zope.interface.verify import verifyObject
from shop.models import *
"""
CASES = {
    "a utility": """
def place(session: Session):
    getUtility(IOrders).place(1)
    session.commit()  #> insert orders
""",
    "a utility that may be missing": """
def place(session: Session):
    orders = queryUtility(IOrders)
    if orders is not None:
        orders.place(1)
    session.commit()  #> insert orders
""",
    "all utilities": """
def place(session: Session):
    for name, orders in getUtilitiesFor(IOrders):
        orders.place(1)
    session.commit()  #> insert orders
""",
    "an adapter is made of what it is given": """
def place(session: Session):
    IOrders(session).place(1)
    session.commit()  #> insert orders
""",
    "an adapter that is asked for": """
def place(session: Session):
    getAdapter(session, IOrders).place(1)
    session.commit()  #> insert orders
""",
    "what provides the interface is its own adapter": """
def note(session: Session):
    log = Log()
    session.add(INote(log))
    session.commit()  #> insert logs
""",
    "an interface that nobody implements": """
class IOther(Interface):
    pass

def place(session: Session):
    getUtility(IOther).place(1)
    session.add(Log())
    session.commit()  #> insert logs
""",
}


@pytest.mark.parametrize("source", list(CASES.values()), ids=list(CASES))
def test_components(source: str) -> None:
    assert_touches(HEAD + source)


def test_what_is_verified_provides_the_interface() -> None:
    head = HEAD.replace("self.store.commit()", "self.store.commit()  #> insert logs")
    source = """
def create(settings):
    database = load(settings["class"])
    verifyObject(IDatabase, database)
    database.initialize()
    return database

def note(settings):
    database = create(settings)
    database.store.add(Log())
    database.commit()
"""
    assert_touches(head + source)
