"""What was put into the relationships of an object before a transaction goes into its session together with that."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import Session, declarative_base, relationship, sessionmaker
Base = declarative_base()
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
    lines = relationship("Line", back_populates="order")
class Line(Base):
    __tablename__ = "lines"
    id = Column(Integer, primary_key=True)
    order_id = Column(ForeignKey("orders.id"))
    order = relationship("Order", back_populates="lines")
    notes = relationship("Note")
class Note(Base):
    __tablename__ = "notes"
    id = Column(Integer, primary_key=True)
    line_id = Column(ForeignKey("lines.id"))
factory = sessionmaker()
"""


@pytest.mark.parametrize(
    "made",
    [
        "order = Order(lines=[Line()])",
        "order = Order()\n    order.lines = [Line()]",
        "order = Order()\n    order.lines.append(Line())",
        "order = Order()\n    setattr(order, 'lines', [Line()])",
        "order = new_order()",
        "order = Line(order=Order())",
        "order = Order()\n    Line(order=order)",
        "order = Order()\n    line = Line()\n    line.order = order",
        "values['lines'] = [Line()]\n    order = Order(**values)",
    ],
)
def test_what_hangs_on_an_object(made: str) -> None:
    assert_touches(f"""
def new_order():
    return Order(lines=[Line()])
def work(values):
    {made}
    with factory.begin() as session:  #> insert orders, insert lines
        session.add(order)
{MODELS}""")


def test_what_hangs_on_what_hangs_on_it() -> None:
    assert_touches(f"""
def work():
    line = Line(notes=[Note()])
    order = Order(lines=[line])
    with factory.begin() as session:  #> insert orders, insert lines, insert notes
        session.add_all([order])
{MODELS}""")


def test_what_hangs_on_an_object_that_is_merged() -> None:
    assert_touches(f"""
def work():
    order = Order(lines=[Line()])
    with factory.begin() as session:  #> insert orders, insert lines
        session.merge(order)
{MODELS}""")


@pytest.mark.parametrize(
    ("made", "found"),
    [
        ("order = Order(lines=[Line()])", "insert orders, read orders, read lines, no read notes"),
        ("order = Order(lines=[Line(notes=[Note()])])", "insert orders, read orders, read lines, read notes"),
        ("order = Line(order=Order())", "insert lines, read orders, read lines, no read notes"),
        ("order = Order()", "insert orders, read orders, no read lines"),
    ],
)
def test_what_is_merged_is_looked_for_with_what_hangs_on_it(made: str, found: str) -> None:
    assert_touches(f"""
def work(session: Session):
    {made}
    session.merge(order)  #= {found}
{MODELS}""")


def test_what_is_made_in_another_transaction_is_not_written_again() -> None:
    assert_touches(f"""
def work(session: Session):
    order = Order(lines=[Line()])
    session.add(order)
    session.commit()  #> insert orders, insert lines
    session.add(Order())
    session.commit()  #> insert orders
{MODELS}""")


@pytest.mark.parametrize("made", ["Line(order=order)", "line = Line()\n    line.order = order"])
def test_what_points_at_an_object_goes_into_its_collection(made: str) -> None:
    assert_touches(f"""
def work(session: Session):
    order = Order()
    {made}
    session.add(order)
    session.commit()  #> insert orders, insert lines
{MODELS}""")


def test_what_points_at_an_object_that_holds_nothing_stays_outside() -> None:
    assert_touches(f"""
def work(session: Session):
    line = Line()
    Note(line=line)
    session.add(line)
    session.commit()  #> insert lines
{MODELS.replace('notes = relationship("Note")', "").replace("line_id = ", "line = relationship(Line); line_id = ")}""")


@pytest.mark.parametrize("kept", ["session.add(note)", "session.get(Shelf, 1).notes.append(note)"])
def test_the_holder_of_a_collection_goes_along_with_what_points_back_at_it(kept: str) -> None:
    assert_touches(f"""
def work(session: Session):
    order, line, note = Order(), Line(), Remark()
    line.remarks.append(note)
    order.lines.append(line)
    {kept}
    session.commit()  #> insert orders, insert lines, insert remarks
{MODELS.replace('notes = relationship("Note")', 'remarks = relationship("Remark", back_populates="line")')}
class Shelf(Base):
    __tablename__ = "shelves"
    id = Column(Integer, primary_key=True)
    notes = relationship("Remark", back_populates="shelf")
class Remark(Base):
    __tablename__ = "remarks"
    id = Column(Integer, primary_key=True)
    line_id, shelf_id = Column(ForeignKey("lines.id")), Column(ForeignKey("shelves.id"))
    line = relationship(Line, back_populates="remarks")
    shelf = relationship(Shelf, back_populates="notes")
""")
