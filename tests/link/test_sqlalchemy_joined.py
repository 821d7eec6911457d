"""Rows of a class that is mapped to a join of tables are in all of them."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SHOP = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, column_property, relationship, sessionmaker

Session = sessionmaker()

class Base(DeclarativeBase):
    pass

class Public(Base):
    __tablename__ = "customers"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.String)

class Private(Base):
    __tablename__ = "customers_private"
    customer_id = sa.Column(sa.ForeignKey("customers.id"), primary_key=True)
    mail = sa.Column(sa.String)

class Customer(Base):
    __table__ = sa.outerjoin(Public.__table__, Private.__table__)
    id = column_property(Public.__table__.c.id, Private.__table__.c.customer_id)
    orders = relationship("Order", back_populates="customer", cascade="all, delete-orphan")

class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    customer_id = sa.Column(sa.ForeignKey("customers.id"))
    customer = relationship("Customer", back_populates="orders")

stock = sa.Table("stock", Base.metadata, sa.Column("id", sa.Integer, primary_key=True))
places = sa.Table("places", Base.metadata, sa.Column("stock_id", sa.ForeignKey("stock.id")), sa.Column("shelf"))

class Place(Base):
    __table__ = stock.join(places, stock.c.id == places.c.stock_id)

# file: shop/services.py
from shop.models import *
def work(session, pk):
    with Session.begin() as session:
"""
CASES = {
    "session.add(Customer(name='Eve'))": "insert customers, insert customers_private",
    "session.get(Customer, pk).name = 'Eve'": "update customers, read customers_private",
    "session.get(Customer, pk).mail = 'eve@example.org'": "update customers_private",
    "session.delete(session.get(Customer, pk))": "delete customers, delete customers_private, delete orders",
    "session.get(Order, pk).customer.name": "nothing, read orders, read customers, read customers_private",
    "session.get(Public, pk).name = 'Eve'": "update customers, no read customers_private",
    "session.get(Place, pk).shelf = 'b'": "update places, read stock",
}


@pytest.mark.parametrize(("statement", "expected"), CASES.items(), ids=list(CASES))
def test_rows_of_a_join(statement: str, expected: str) -> None:
    source = SHOP.replace(
        "    with Session.begin() as session:", f"    with Session.begin() as session:  #> {expected}"
    )
    assert_touches(f"{source.rstrip()}\n        {statement}\n")
