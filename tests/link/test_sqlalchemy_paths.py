"""The modules of SQLAlchemy in which its names may be asked for, and objects that stand for a row."""

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
