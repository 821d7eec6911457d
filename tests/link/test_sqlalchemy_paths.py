"""The modules of SQLAlchemy in which its names may be asked for, objects that stand for a row, the keys of rows."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

BASE = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, relationship
class Base(DeclarativeBase):
    pass
class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    note = sa.Column(sa.String)
class Line(Base):
    __tablename__ = "lines"
    id = sa.Column(sa.Integer, primary_key=True)
    order_id = sa.Column(sa.ForeignKey("orders.id"))
    order = relationship(Order, backref="lines")
# file: shop/services.py
import sqlalchemy as sa
from sqlalchemy.orm import Session
from shop.models import *
"""
NOTES = f"""{BASE}
class Note(Base):
    __tablename__ = "notes"
    id = sa.Column(sa.Integer, primary_key=True)
"""
HELD = f"""{BASE}
class Held:
    def __init__(self, row):
        object.__setattr__(self, "_row", row)
    def __getattr__(self, name):
        if name == "_row":
            raise AttributeError(name)
        return getattr(self._row, name)
"""


@pytest.mark.parametrize(
    "module", ["sqlalchemy", "sqlalchemy.engine", "sqlalchemy.engine.create", "sqlalchemy.future.engine"]
)
def test_where_engines_are_made(module: str) -> None:
    assert_touches(f"""{BASE}
from {module} import create_engine
archive = create_engine("sqlite://").connect()
def work():
    archive.execute(sa.insert(Order))
    archive.commit()  #> insert orders
""")


@pytest.mark.parametrize("module", ["sqlalchemy.orm", "sqlalchemy.orm.strategy_options"])
def test_where_options_of_queries_are_made(module: str) -> None:
    assert_touches(f"""{BASE}
from {module} import joinedload
def work(session: Session):
    session.query(Line).options(joinedload(Line.order)).all()
    session.add(Line())
    session.commit()  #> insert lines, read orders
""")


@pytest.mark.parametrize(
    ("call", "found"),
    [
        ("session.add(Held(Order()))", "insert orders"),
        ("session.add_all([Held(Order()), Line()])", "insert orders, insert lines"),
        ("session.delete(Held(session.get(Order, 1)))", "delete orders, update lines"),
        ("session.merge(Held(Order(id=1)))", "insert orders"),
    ],
)
def test_an_object_that_stands_for_a_row(call: str, found: str) -> None:
    assert_touches(f"""{HELD}
def work(session: Session):
    {call}
    session.commit()  #> {found}
""")


def test_an_object_that_stands_for_no_row() -> None:
    assert_touches(f"""{HELD}
class Settings(Held):
    def __getattr__(self, name):
        return {{"colour": "red"}}[name]
def work(session: Session):
    session.add(Settings(Order()))
    session.add(Line())
    session.commit()  #> insert lines
""")


@pytest.mark.parametrize(
    ("test", "found"),
    [
        ("if order.id", "insert notes"),
        ("if order.id is not None", "insert notes"),
        ("if not order.id", "nothing"),
        ("if order.id is None", "nothing"),
        ("if order.note is None", "insert notes"),
        ("if not order.note", "insert notes"),
    ],
)
def test_a_row_that_was_read_has_its_key(test: str, found: str) -> None:
    assert_touches(f"""{NOTES}
def work(session: Session):
    order = session.get_one(Order, 1)
    {test}:
        session.add(Note())
    session.commit()  #> {found}
""")


@pytest.mark.parametrize("test", ["if order.id", "if not order.id"])
def test_a_row_that_is_new_may_have_a_key(test: str) -> None:
    assert_touches(f"""{NOTES}
def work(session: Session):
    order = Order()
    {test}:
        session.add(Note())
    session.commit()  #> insert notes
""")


@pytest.mark.parametrize("test", ["if entry.order_id", "if not entry.order_id"])
def test_one_of_several_keys_may_be_false(test: str) -> None:
    assert_touches(f"""{NOTES}
class Entry(Base):
    __tablename__ = "entries"
    order_id = sa.Column(sa.Integer, primary_key=True)
    number = sa.Column(sa.Integer, primary_key=True)
def work(session: Session):
    entry = session.query(Entry).one()
    {test}:
        session.add(Note())
    session.commit()  #> insert notes
""")


@pytest.mark.parametrize(
    ("bill", "found"), [("session.query(Bill).one()", "update bills"), ("Bill()", "insert bills, insert notes")]
)
def test_a_method_asks_whether_its_row_is_stored(bill: str, found: str) -> None:
    assert_touches(f"""{NOTES}
class Bill(Base):
    __tablename__ = "bills"
    id = sa.Column(sa.Integer, primary_key=True)
    total = sa.Column(sa.Integer)
    def save(self, session):
        if not self.id:
            session.add(self)
            session.add(Note())
        session.commit()  #> {found}
def work(session: Session):
    bill = {bill}
    bill.total = 7
    bill.save(session)
""")
