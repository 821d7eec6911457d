"""What does putting a text into an association proxy of a column do?  It makes the object that holds the text."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.ext.associationproxy import association_proxy
from sqlalchemy.orm import Session, declarative_base, object_session, relationship
Base = declarative_base()
links = Table("links", Base.metadata, Column("order", ForeignKey("orders.id")), Column("tag", ForeignKey("tags.id")))
class Tag(Base):
    __tablename__ = "tags"
    id = Column(Integer, primary_key=True)
    name = Column(String)
class Mark(Base):
    __tablename__ = "marks"
    id = Column(Integer, primary_key=True)
    name = Column(String)
    order_id = Column(ForeignKey("orders.id"))
class Note(Base):
    __tablename__ = "notes"
    id = Column(Integer, primary_key=True)
    text = Column(String)
    order_id = Column(ForeignKey("orders.id"))
def known_mark(name):
    with Session() as session:
        return session.query(Mark).filter_by(name=name).one()
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
    tag_rows = relationship(Tag, secondary=links)
    tags = association_proxy("tag_rows", "name")
    note_rows = relationship(Note)
    notes = association_proxy("note_rows", "text")
    mark_rows = relationship(Mark)
    marks = association_proxy("mark_rows", "name", creator=known_mark)
# file: shop/services.py
from shop.models import *
def work(session: Session, order: Order, names):
    with session.begin():  #> {expected}
        {body}
"""
CASES = {
    "made with texts": ('session.add(Order(tags=["a"]))', "insert orders, insert tags, insert links"),
    "made with a dict": ('session.add(Order(**{"tags": names}))', "insert orders, insert tags, insert links"),
    "made with nothing": ("session.add(Order(tags=[]))", "insert orders"),
    "set to nothing": ("order.tags = []", "delete links"),
    "set": ("order.tags = names", "insert tags, insert links, delete links"),
    "added": ('order.tags.append("a")', "insert tags, insert links"),
    "taken out": ('order.tags.remove("a")', "delete links"),
    "of rows that point at it": ('order.notes.append("a")', "insert notes"),
    "with a creator that looks for one": ("order.marks.append(names)", "update marks"),
    "objects are put in as they are": ("order.tag_rows.append(session.get(Tag, 1))", "insert links"),
    "it is read": ("print(order.tags)", "read tags, read links"),
}


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES)
def test_proxies(body: str, expected: str) -> None:
    assert_touches(MODELS.replace("{body}", body).replace("{expected}", expected))
