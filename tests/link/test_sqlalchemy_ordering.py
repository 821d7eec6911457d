"""Lists that number what they hold: moving one object writes others."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SHOP = """
# file: shop/models.py
from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.ext.orderinglist import ordering_list
from sqlalchemy.orm import declarative_base, relationship
Base = declarative_base()
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
    lines = relationship("Line", order_by="Line.position", collection_class=ordering_list("position"))
    notes = relationship("Note")
class Line(Base):
    __tablename__ = "lines"
    id = Column(Integer, primary_key=True)
    order_id = Column(ForeignKey("orders.id"))
    position = Column(Integer)
class Note(Base):
    __tablename__ = "notes"
    id = Column(Integer, primary_key=True)
    order_id = Column(ForeignKey("orders.id"))
"""


@pytest.mark.parametrize(
    ("statement", "touched"),
    {
        "order.lines.reorder()": "update lines, read lines",
        "order.lines.insert(0, Line())": "insert lines, update lines",
        "order.lines.append(Line())": "insert lines",
        "order.notes.insert(0, Note())": "insert notes",
    }.items(),
)
def test_what_moves_in_a_list_that_numbers_is_updated(statement: str, touched: str) -> None:
    assert_touches(f"""{SHOP}
# file: shop/services.py
from shop.models import Line, Note, Order
def work(session, key):
    order = session.get(Order, key)
    {statement}
    session.commit()  #> {touched}
""")
