"""What does going over all names of a row ask the database for?  `getattr(self, name)` for `name in dir(self)`."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import Session, declarative_base, relationship
class Walked:
    def walked(self):
{body}
Base = declarative_base(cls=Walked)
class Customer(Base):
    __tablename__ = "customers"
    id = Column(Integer, primary_key=True)
    orders = relationship("Order")
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
    customer_id = Column(ForeignKey("customers.id"))
    stock_id = Column(ForeignKey("stocks.id"))
    stock = relationship("Stock")
class Stock(Base):
    __tablename__ = "stocks"
    id = Column(Integer, primary_key=True)
    _tags = relationship("Tag")
    @property
    def tags(self):
        return [one.id for one in self._tags]
class Tag(Base):
    __tablename__ = "tags"
    id = Column(Integer, primary_key=True)
    stock_id = Column(ForeignKey("stocks.id"))
# file: shop/services.py
from shop.models import *
def show(session: Session, key):
    with session.begin():  #> {expected}
        session.get(Customer, key).walked()
"""
ALL = "read customers, read orders, read stocks, read tags"
FEW = "read customers, no read orders"
CASES = {
    "it asks for all": (
        """
        made = {}
        for name in [one for one in dir(self) if not one.startswith("_")]:
            held = getattr(self, name)
            if isinstance(held, Base):
                made[name] = held.walked()
            elif isinstance(held, list):
                made[name] = [one.walked() for one in held if isinstance(one, Base)]
        return made""",
        ALL,
    ),
    "it calls what has a prefix": (
        """
        for name in dir(self):
            if name.startswith("check_"):
                getattr(self, name)()""",
        FEW,
    ),
    "it asks for what is listed": (
        """
        return [getattr(self, name) for name in dir(self) if name in self.listed]""",
        FEW,
    ),
}


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES)
def test_rows(body: str, expected: str) -> None:
    assert_touches(MODELS.replace("{body}", body).replace("{expected}", expected))
