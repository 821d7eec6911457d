"""Attributes of traitlets, with their defaults and observers, hold what objects are made with."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SHOP = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, sessionmaker

Session = sessionmaker()

class Base(DeclarativeBase):
    pass

class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    paid = sa.Column(sa.Boolean)

class Log(Base):
    __tablename__ = "logs"
    id = sa.Column(sa.Integer, primary_key=True)

class Orders:
    def place(self, store):
        store.add(Order())

class Logs:
    def place(self, store):
        store.add(Log())

# file: shop/main.py
import traitlets
from traitlets import Any, HasTraits, Instance, Type, default, observe
from traitlets.config import Application, LoggingConfigurable
from shop.models import *

"""
CASES = {
    "an object of a class": """
class Shop(HasTraits):
    orders = Instance(Orders)
    logs = traitlets.Instance(Logs, args=()).tag(config=True)

    def sell(self):
        with Session.begin() as store:  #> insert orders
            self.orders.place(store)
""",
    "a class": """
class Shop(LoggingConfigurable):
    kind = Type(Orders, klass=Orders, config=True)
    other = Type(Logs)

    def sell(self):
        with Session.begin() as store:  #> insert orders
            self.kind().place(store)
""",
    "a function": """
def placed(store):
    store.add(Order())

class Shop(LoggingConfigurable):
    place = traitlets.Callable(placed, config=True)
    other = traitlets.Callable(default_value=placed)

    def sell(self):
        with Session.begin() as store:  #> insert orders
            self.place(store)

    def sell_again(self):
        with Session.begin() as store:  #> insert orders
            self.other(store=store)
""",
    "what a method makes": """
class Shop(Application):
    orders = Any()

    @default("orders")
    def make_orders(self):
        return Orders()

    def start(self):
        with Session.begin() as store:  #> insert orders
            self.orders.place(store)
""",
    "what a method makes that is called so": """
class Shop(Application):
    orders = Any()

    def _orders_default(self):
        return Orders()

    def start(self):
        with Session.begin() as store:  #> insert orders
            self.orders.place(store)
""",
    "what it is made with": """
class Shop(LoggingConfigurable):
    orders = Any()
    logs = Any()

    def sell(self):
        with Session.begin() as store:  #> insert orders
            self.orders.place(store)

def main():
    options = dict(orders=Orders())
    options.update(logs=Logs())
    Shop(parent=None, **options).sell()
""",
    "what is put into it": """
class Shop(HasTraits):
    parts = traitlets.Dict()
    more = traitlets.List().tag(config=True)

    def __init__(self):
        self.parts["orders"] = Orders()
        self.more.append(Logs())

    def sell(self):
        if not self.parts:
            return
        with Session.begin() as store:  #> insert orders, insert logs
            for one in self.parts.values():
                one.place(store)
            for one in self.more:
                one.place(store)
""",
    "who observes it": """
class Shop(HasTraits):
    name = traitlets.Unicode("shop")

    @observe("name", "city")
    def _told(self, change):
        self.store.add(Log())

    def rename(self, name):
        with Session.begin() as self.store:  #> insert logs
            self.name = name

    def move(self, street):
        with Session.begin() as store:  #> update orders
            store.query(Order).first().paid = True
            self.street = street
""",
}


@pytest.mark.parametrize("source", list(CASES.values()), ids=list(CASES))
def test_traits(source: str) -> None:
    assert_touches(SHOP + source)
