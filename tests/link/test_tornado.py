"""Handlers of Tornado, with what they find in their application, and what its loop runs later."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches

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

class Log(Base):
    __tablename__ = "logs"
    id = sa.Column(sa.Integer, primary_key=True)

# file: shop/main.py
from tornado import ioloop, web
from tornado.ioloop import IOLoop, PeriodicCallback
from tornado.web import Application, RequestHandler
from tornado.websocket import WebSocketHandler
from shop.models import *

"""
CASES = {
    "a setting": """
class Orders(RequestHandler):
    @property
    def store(self):
        return self.settings["store"]

    def post(self):
        self.store.add(Order())
        self.store.commit()  #> insert orders

def main():
    Application([("/orders", Orders)], store=Session()).listen(80)
""",
    "settings that are put together": """
class Orders(web.RequestHandler):
    def post(self):
        self.application.settings["store"].add(Order())
        self.application.settings["store"].commit()  #> insert orders

def main():
    settings = dict(debug=True, store=Session())
    web.Application([("/orders", Orders)], **settings).listen(80)
""",
    "what an application has": """
class Shop(web.Application):
    def __init__(self):
        super().__init__([("/orders", Orders)])
        self.store = Session()

class Orders(web.RequestHandler):
    def post(self):
        self.application.store.add(Order())
        self.application.store.commit()  #> insert orders

def main():
    Shop().listen(80)
""",
    "what a route hands to its handler": """
class Orders(web.RequestHandler):
    def initialize(self, store):
        self.store = store

    def post(self):
        self.store.add(Order())
        self.store.commit()  #> insert orders

def main():
    Application([(r"/about", web.RequestHandler), web.url(r"/orders", Orders, dict(store=Session()), name="orders")])
""",
    "what is there before": """
class Orders(RequestHandler):
    def prepare(self):
        self.store = Session()

    def get_current_user(self):
        return self.store.query(Log).first()

    @web.authenticated
    def post(self):
        if self.current_user:
            self.store.add(Order())
            self.store.commit()  #> insert orders, read logs
""",
    "a socket": """
class Orders(WebSocketHandler):
    def initialize(self, store):
        self.store = store

    def on_message(self, message):
        self.store.add(Order())
        self.store.commit()  #> insert orders

def main():
    Application([(r"/orders", Orders, {"store": Session()})])
""",
    "what is run at once": """
def place():
    Session().add(Order())

def main():
    with Session.begin() as session:  #> insert logs, insert orders
        session.add(Log())
        IOLoop.current().run_sync(lambda: session.add(Order()))
""",
}


@pytest.mark.parametrize("source", list(CASES.values()), ids=list(CASES))
def test_handlers(source: str) -> None:
    assert_touches(SHOP + source)


def test_where_tornado_calls_in() -> None:
    assert_enters(
        SHOP
        + """
class Base(RequestHandler):
    def prepare(self):
        pass

class Orders(Base):
    def get(self):
        self.look()

    def look(self):
        pass

class Chat(WebSocketHandler):
    def on_message(self, message):
        pass
""",
        "route shop.main.Base.prepare",
        "route shop.main.Orders.prepare",
        "route shop.main.Orders.get",
        "route shop.main.Chat.on_message",
    )


@pytest.mark.parametrize(
    ("asked", "pages"),
    [
        ("getattr(self, path.strip('/') or 'index')()", ["index", "shipped"]),
        ("self.finish(getattr(self, path))", ["index", "shipped"]),
        ("self.finish(self.page(path))", ["index", "shipped"]),
        ("self.field('title')", []),
        ("getattr(self, self.template)", []),
        ("getattr(Order, path)", []),
    ],
)
def test_pages_that_the_path_names(asked: str, pages: list[str]) -> None:
    assert_enters(
        f"""{SHOP}
class Picking(RequestHandler):
    def page(self, path):
        return getattr(self, path.strip("/") or "index")()
    def field(self, name):
        return getattr(self, name)

class Pages(Picking):
    def get(self, path):
        {asked}
    def shown(self): ...
    def get_current_user(self): ...

# file: shop/orders.py
from shop.main import Pages
class Orders(Pages):
    title = "Orders"
    def index(self): ...
    def shipped(self): ...
    def get_current_user(self): ...
    def _helper(self): ...
""",
        "route shop.main.Pages.get",
        "route shop.orders.Orders.get",
        *[f"route shop.orders.Orders.{name}" for name in pages],
    )
