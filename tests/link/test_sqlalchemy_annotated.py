"""Columns that annotations bring along: `Mapped[key]`, where `key = Annotated[int, mapped_column(...)]`."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

KINDS = """
# file: shop/kinds.py
from typing import Annotated, Any
from sqlalchemy import ForeignKey, JSON
from sqlalchemy.orm import mapped_column
number = Annotated[int, "a number", mapped_column(primary_key=True)]
owned = Annotated[int, mapped_column(ForeignKey("customers.id", ondelete="CASCADE"))]
data = Annotated[dict[str, Any], mapped_column(JSON, default=dict)]
class Registry:
    def get(self, name):
        session.delete(name)
"""
SHOP = """
# file: shop/models.py
from typing import Annotated, Optional
from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from shop.kinds import data, number, owned
%s
class Base(DeclarativeBase): ...
class Customer(Base):
    __tablename__ = "customers"
    id: Mapped[number]
class Told:
    told: Mapped[data]
class Order(Base, Told):
    __tablename__ = "orders"
    id: Mapped[number]
    customer_id: Mapped[%s]
    customer: Mapped[Customer] = relationship()

# file: shop/services.py
from shop.models import *

def remove(session: Session):
    session.delete(session.get(Customer, 1))
    session.commit()  #> delete customers, delete orders

def change(session: Session):
    order = session.get(Order, 1)
    if order.told.get("a"):
        order.customer_id = 1
    session.commit()  #> update orders
"""


@pytest.mark.parametrize(
    ("before", "annotation"),
    [
        ("", "owned"),
        ("", "Optional[owned]"),
        ("", "owned | None"),
        ("", 'Annotated[int, mapped_column(ForeignKey("customers.id", ondelete="CASCADE"))]'),
        ("mine = owned", "mine"),
        ("type mine = owned", "mine"),
    ],
)
def test_a_column_that_an_annotation_brings_along(before: str, annotation: str) -> None:
    scan = assert_touches(KINDS + SHOP % (before, annotation))
    assert [(one.from_, one.column, one.to) for one in scan.foreign_keys] == [("orders", "customer_id", "customers")]
    assert not any(one.blind_spots for one in scan.transactions)


RESULTS = """
# file: shop/models.py
from sqlalchemy import Column, Integer, select
from sqlalchemy.orm import DeclarativeBase, Session
class Base(DeclarativeBase): ...
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
    note = Column(Integer)
class Registry:
    def get(self, name):
        session.delete(name)
    _tuple = tuple = _asdict = get

# file: shop/services.py
from shop.models import *

def work(session: Session):
    for row in session.execute(select(Order, Order.id)):
        %s
    session.commit()  #> update orders
"""
ROWS = {
    "by position": "row.t[0].note = 1",
    "a tuple": "order, _ = row._tuple()\n        order.note = 1",
    "a tuple in public": "order, _ = row.tuple()\n        order.note = 1",
    "a mapping": 'row._mapping["Order"].note = 1',
    "a dict": 'row._asdict()["Order"].note = 1',
    "a dict that is asked": 'row._asdict().get("Order").note = row._asdict().get("other")',
}


@pytest.mark.parametrize("used", ROWS.values(), ids=ROWS)
def test_what_a_row_gives_as_itself(used: str) -> None:
    scan = assert_touches(RESULTS % used)
    assert not any(one.blind_spots for one in scan.transactions)
