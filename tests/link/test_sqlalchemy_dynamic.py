"""Relationships that are queries write many rows at once."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

WAYS = {
    "order.lines.delete()": "delete lines",
    "order.lines.filter(Line.id > 3).delete(synchronize_session=False)": "delete lines",
    "order.lines.filter_by(id=3).update({'order_id': None})": "update lines",
    "order.lines.update({Line.order_id: None}, synchronize_session=False)": "update lines",
    "order.tags.clear()": "update tags",
    "order.lines = []": "read lines, update lines",
}
DECLARED = {
    "annotated": (
        'lines: DynamicMapped["Line"] = relationship(back_populates="order")',
        'order: Mapped[Order] = relationship(back_populates="lines")',
    ),
    "by an option": (
        'lines = relationship("Line", lazy="dynamic", back_populates="order")',
        'order = relationship(Order, back_populates="lines")',
    ),
    "by a backref": ("pass", 'order = relationship(Order, backref=backref("lines", lazy="dynamic"))'),
}


@pytest.mark.parametrize(("way", "touched"), WAYS.items(), ids=WAYS)
@pytest.mark.parametrize(("of_order", "of_line"), DECLARED.values(), ids=DECLARED)
def test_a_dynamic_collection_writes_as_a_query_does(way: str, touched: str, of_order: str, of_line: str) -> None:
    assert_touches(f"""
# file: shop/app.py
from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, DynamicMapped, Mapped, Session, backref, mapped_column, relationship
class Base(DeclarativeBase):
    pass
class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
    {of_order}
    tags: Mapped[set["Tag"]] = relationship()
class Line(Base):
    __tablename__ = "lines"
    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"))
    {of_line}
class Tag(Base):
    __tablename__ = "tags"
    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"))
def work(session: Session, order: Order):
    {way}
    session.commit()  #> {touched}
""")


def test_a_dynamic_collection_loads_what_its_rows_are_loaded_with() -> None:
    assert_touches("""
# file: shop/app.py
from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import Session, declarative_base, relationship
Base = declarative_base()
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
    lines = relationship("Line", lazy="dynamic")
class Line(Base):
    __tablename__ = "lines"
    id = Column(Integer, primary_key=True)
    order_id = Column(ForeignKey("orders.id"))
    stock_id = Column(ForeignKey("stock.id"))
    stock = relationship("Stock", lazy="joined")
class Stock(Base):
    __tablename__ = "stock"
    id = Column(Integer, primary_key=True)
def work(session: Session, order: Order):
    order.lines.filter(Line.id > 3).first()
    session.add(Order())
    session.commit()  #> read lines, read stock, insert orders
""")


def test_a_dynamic_collection_is_a_query_of_the_class_of_the_project() -> None:
    assert_touches("""
# file: shop/app.py
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.query import Query
class Asking(Query):
    def has_rows(self):
        return self.session.query(self.exists()).scalar()  #= read lines, read notes
db = SQLAlchemy(query_class=Asking)
class Order(db.Model):
    __tablename__ = "orders"
    id = db.Column(db.Integer, primary_key=True)
    lines = db.relationship("Line", lazy="dynamic")
    notes = db.relationship("Note", lazy="dynamic")
class Line(db.Model):
    __tablename__ = "lines"
    id = db.Column(db.Integer, primary_key=True)
    order_id = db.Column(db.ForeignKey("orders.id"))
class Note(db.Model):
    __tablename__ = "notes"
    id = db.Column(db.Integer, primary_key=True)
    order_id = db.Column(db.ForeignKey("orders.id"))
def work(order: Order):
    return order.lines.has_rows()
def filtered(order: Order):
    return order.notes.filter(Note.id > 3).has_rows()
""")
