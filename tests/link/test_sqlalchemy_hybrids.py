"""Hybrid properties: properties on objects, expressions on mapped classes."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SHOP = """
# file: shop/models.py
import thirdparty
from sqlalchemy import ForeignKey, func, select
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
class Base(DeclarativeBase): pass
class Expiring:
    expires: Mapped[int]
    @hybrid_property
    def is_late(self):
        return self.expires < 3
    @is_late.inplace.expression
    @classmethod
    def _late(cls):
        return cls.expires < 3
class Order(Expiring, Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
    lines: Mapped[list["Line"]] = relationship()
    @hybrid_property
    def count(self):
        return len(self.lines)
    @count.expression
    def count(cls):
        return select(func.count(Line.id)).where(Line.order_id == cls.id).scalar_subquery()
    @hybrid_property
    def many(self):
        return len(self.lines) > 3
    @many.inplace.expression
    @classmethod
    def _many(cls):
        return select(func.count(Line.id)).where(Line.order_id == cls.id).scalar_subquery() > 3
    def _first(self):
        return self.lines[0]
    first = hybrid_property(_first, expr=lambda cls: select(Line.id).where(Line.order_id == cls.id).scalar_subquery())
    @hybrid_property
    def odd(self):
        return thirdparty.is_odd(self)
class Line(Base):
    __tablename__ = "lines"
    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"))
# file: shop/services.py
from sqlalchemy import delete, select
from shop.models import *
"""


@pytest.mark.parametrize(
    ("query", "touched"),
    [
        ("select(Order.id).where(Order.count > 3)", "read orders, read lines"),
        ("select(Order.count)", "read orders, read lines"),
        ("select(Order.id).where(Order.many)", "read orders, read lines"),
        ("select(Order.id).where(Order.many.is_(True))", "read orders, read lines"),
        ("select(Order.id).order_by(Order.first)", "read orders, read lines"),
        ("select(Order.id).where(Order.odd.is_(True))", "read orders, no read lines"),
        ("delete(Order).where(Order.is_late.is_(True))", "delete orders, no read lines"),
    ],
)
def test_what_a_hybrid_property_asks_in_a_query(query: str, touched: str) -> None:
    assert_touches(f"""{SHOP}
def work(session: Session):
    session.execute({query})  #= {touched}
""")


@pytest.mark.parametrize("name", ["count", "many", "first"])
def test_on_an_object_it_is_a_property(name: str) -> None:
    assert_touches(f"""{SHOP}
def work(session: Session):
    order = session.get(Order, 1)
    order.{name}
    session.commit()  #> read orders, read lines
""")


def test_a_query_by_one_is_no_blind_spot() -> None:
    scan = assert_touches(f"""{SHOP}
def work(session: Session):
    session.execute(delete(Order).where(Order.odd.is_(True), Order.is_late.is_(True)))
    session.commit()  #> delete orders
""")
    assert not [spot for one in scan.transactions for spot in one.blind_spots]


SETTERS = {
    "of the same name": "@name.setter\n    def name(self, value):",
    "of another name": "@name.inplace.setter\n    def _set_name(self, value):",
}


@pytest.mark.parametrize("setter", SETTERS)
def test_what_sets_a_hybrid(setter: str) -> None:
    assert_touches(f"""
# file: shop/models.py
from sqlalchemy import Column, Integer, Unicode
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Session, declarative_base, object_session
Base = declarative_base()
class Log(Base):
    __tablename__ = "logs"
    id = Column(Integer, primary_key=True)
class Named:
    _name = Column("name", Unicode)
    @hybrid_property
    def name(self):
        return self._name
    {SETTERS[setter]}
        self._name = value
        object_session(self).add(Log())
    @hybrid_property
    def short(self):
        return self._name
class User(Named, Base):
    __tablename__ = "users"
    id = Column(Integer, primary_key=True)
# file: shop/services.py
from shop.models import *
def work(session: Session):
    user = session.get(User, 1)
    user.name = "x"
    session.commit()  #> update users, insert logs
def ask(session: Session):
    user = session.get(User, 1)
    user.short = user.name
    session.commit()  #> nothing
""")
