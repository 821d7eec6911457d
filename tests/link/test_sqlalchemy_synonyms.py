"""What attributes of mapped classes do that stand for others: synonyms with a descriptor, hybrids made by a call."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
from sqlalchemy import Column, ForeignKey, Integer, Unicode
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Session, declarative_base, relationship, synonym
Base = declarative_base()
def functions(name):
    def getter(self):
        return self.tags[0]
    def setter(self, value):
        self.changes.append(Change())
        setattr(self, name, value)
    return getter, setter
def described(name):
    getter, setter = functions(name)
    return synonym(name, descriptor=property(getter, setter))
def made(name):
    return hybrid_property(*functions(name))
def compared(name):
    getter, setter = functions(name)
    def comparator(cls):
        return getattr(cls, name)
    return hybrid_property(getter, setter).comparator(comparator)
class Change(Base):
    __tablename__ = "changes"
    id = Column(Integer, primary_key=True)
    order_id = Column(ForeignKey("orders.id"))
class Tag(Base):
    __tablename__ = "tags"
    id = Column(Integer, primary_key=True)
    order_id = Column(ForeignKey("orders.id"))
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
    text = Column(Unicode)
    title = Column(Unicode)
    note = Column(Unicode)
    plain = synonym("text")
    described = described("title")
    made = made("note")
    compared = compared("text")
    changes = relationship(Change)
    tags = relationship(Tag)
    @hybrid_property
    def decorated(self):
        return self.tags[0]
    @decorated.setter
    def decorated(self, value):
        self.changes.append(Change())
        self.text = value
    @decorated.comparator
    def decorated(cls):
        return cls.text
"""
DESCRIBED = ("described", "made", "compared", "decorated")


@pytest.mark.parametrize("name", DESCRIBED)
@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("order.{} = 1", "update orders, insert changes, no read tags"),
        ("setattr(order, '{}', 1)", "update orders, insert changes"),
        ("session.add(Order({}=1))", "insert orders, insert changes"),
        ("order.text = order.{}", "update orders, read tags"),
    ],
)
def test_one_with_functions_of_its_own_calls_them(name: str, code: str, found: str) -> None:
    assert_touches(f"""{MODELS}
# file: shop/app.py
from shop.models import Order, Session
def work(session: Session):
    order = session.get(Order, 1)
    {code.format(name)}
    session.commit()  #> {found}
""")


@pytest.mark.parametrize("name", ["described", "compared", "decorated"])
def test_in_a_query_one_is_what_it_is_compared_as(name: str) -> None:
    assert_touches(f"""{MODELS}
# file: shop/app.py
from shop.models import Order, Session
def work(session: Session):
    order = session.query(Order).filter(Order.{name} == 1).first()
    order.text = 1
    session.commit()  #> update orders, no read tags
""")


def test_an_object_that_compares_is_a_column_in_a_query() -> None:
    scan = assert_touches("""
# file: shop/models.py
from sqlalchemy import Column, Integer, Unicode
from sqlalchemy.ext.hybrid import Comparator, hybrid_property
from sqlalchemy.orm import Session, declarative_base
Base = declarative_base()
class Lower(Comparator):
    def operate(self, op, other):
        return op(self, other)
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
    text = Column(Unicode)
    @hybrid_property
    def name(self):
        return Lower(self.text)
# file: shop/app.py
from shop.models import Order, Session
def work(session: Session):
    for order in session.query(Order).filter(Order.name.in_(["a"])).order_by(Order.name.desc()):
        order.text = 1
    session.commit()  #> update orders
""")
    assert [spot.reason for one in scan.transactions for spot in one.blind_spots] == []


def test_one_without_is_the_column() -> None:
    assert_touches(f"""{MODELS}
# file: shop/app.py
from shop.models import Order, Session
def work(session: Session):
    order = session.get(Order, 1)
    order.plain = 1
    session.commit()  #> update orders
""")


@pytest.mark.parametrize("given", ["property(noted)", "partial(noted, 1)", "staticmethod(noted)"])
def test_a_function_behind_something_is_not_none(given: str) -> None:
    assert_touches(f"""{MODELS}
# file: shop/app.py
from functools import partial
from shop.models import Change, Order, Session
def noted(count):
    return count
def work(session: Session):
    run(session, {given})
def run(session, hook=None):
    session.add(Order())
    if hook is None:
        session.add(Change())
    session.commit()  #> insert orders
""")
