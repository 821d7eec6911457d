"""What goes along with a row that is deleted, by its relationships and by the database?"""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

CASES = {
    "what no relationship holds is deleted by the database": ("", "delete orders, delete lines, delete notes"),
    "what a relationship lets go of is not deleted": ('lines = relationship("Line")', "delete orders, update lines"),
    "what is left to the database is": (
        'lines = relationship("Line", passive_deletes=True)',
        "delete orders, delete lines, delete notes",
    ),
    "what is deleted with it is": (
        'lines = relationship("Line", cascade="all, delete-orphan")',
        "delete orders, delete lines, delete notes",
    ),
    "by another key it still is": (
        'lines = relationship("Line", foreign_keys="Line.order_id")',
        "delete orders, write lines, delete lines, delete notes",
    ),
}
BACK = {
    "let go of": ('"lines"', "delete orders, update lines"),
    "left to the database": ('backref("lines", passive_deletes=True)', "delete orders, delete lines, delete notes"),
}
MODELS = """
# file: shop/models.py
from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import backref, declarative_base, relationship
Base = declarative_base()
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
    {held}
class Line(Base):
    __tablename__ = "lines"
    id = Column(Integer, primary_key=True)
    order_id = Column(Integer, ForeignKey("orders.id", ondelete="CASCADE"))
    {more}
class Note(Base):
    __tablename__ = "notes"
    id = Column(Integer, primary_key=True)
    line_id = Column(Integer, ForeignKey("lines.id", ondelete="CASCADE"))
# file: shop/services.py
from sqlalchemy.orm import Session
from shop.models import Order
def remove(engine, key):
    with Session(engine) as session, session.begin():  #> {expected}
        session.delete(session.get(Order, key))
def remove_all(engine):
    with Session(engine) as session, session.begin():  #> delete orders, delete lines, delete notes
        session.query(Order).delete()
"""
OTHER = 'replaced_id = Column(Integer, ForeignKey("orders.id", ondelete="CASCADE"))'


@pytest.mark.parametrize(("held", "expected"), CASES.values(), ids=CASES)
def test_relationships(held: str, expected: str) -> None:
    more = OTHER if "foreign_keys" in held else ""
    assert_touches(MODELS.format(held=held or "pass", more=more, expected=expected))


@pytest.mark.parametrize(("back", "expected"), BACK.values(), ids=BACK)
def test_relationships_of_the_other_side(back: str, expected: str) -> None:
    more = f'order = relationship("Order", backref={back})'
    assert_touches(MODELS.format(held="pass", more=more, expected=expected))


def test_a_schema_in_sql_says_nothing_else() -> None:
    text = MODELS.format(held='lines = relationship("Line")', more="", expected="delete orders, update lines")
    assert_touches(f"""
# file: schema.sql
CREATE TABLE orders (id int PRIMARY KEY);
CREATE TABLE lines (id int PRIMARY KEY, order_id int REFERENCES orders (id) ON DELETE CASCADE);
CREATE TABLE notes (id int PRIMARY KEY, line_id int REFERENCES lines (id) ON DELETE CASCADE);
{text}
""")


def test_what_is_deleted_while_models_are_imported() -> None:
    """Reading a column runs code of the project: relationships of what it deletes are not known yet then."""
    assert_touches("""
# file: shop/models.py
from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship
from shop.settings import longest
Base = declarative_base()
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
    name = Column(String(longest()))
    lines = relationship("Line")
class Line(Base):
    __tablename__ = "lines"
    id = Column(Integer, primary_key=True)
    order_id = Column(Integer, ForeignKey("orders.id"))
# file: shop/settings.py
def longest():
    from shop.services import remove
    remove(None, 1)
    return 80
# file: shop/services.py
from sqlalchemy.orm import Session
from shop.models import Order
def remove(engine, key):
    with Session(engine) as session, session.begin():  #> delete orders, update lines
        session.delete(session.get(Order, key))
""")


ORPHANS = {
    "whose owner it has left": ("line.order = None", "update lines, delete lines, delete notes, read notes, read inks"),
    "not of a new one": ("line.order = order", "update lines"),
    "not of one that may be none": ("line.order = order if order.id else None", "update lines"),
    "not of another relationship": ("line.other = None", "update lines"),
    "not of one that is put elsewhere": (
        "line.order = line.basket = None\n    if order.id:\n        line.basket = order",
        "update lines",
    ),
    "of one that would be put elsewhere": (
        "if order.id:\n        line.basket = order\n    else:\n        line.basket = None",
        "update lines, delete lines, delete notes, read notes, read inks",
    ),
    "of one that a setter puts nowhere": (
        "line.owner = None",
        "update lines, delete lines, delete notes, read notes, read inks",
    ),
    "not of one that a setter puts elsewhere": ("line.owner = order", "update lines"),
    "of one that is given something else": (
        "line.order = None\n    line.other = order",
        "update lines, delete lines, delete notes, read notes, read inks",
    ),
}


@pytest.mark.parametrize(("change", "expected"), ORPHANS.values(), ids=ORPHANS)
def test_orphans(change: str, expected: str) -> None:
    assert_touches(
        f"""
# file: shop/models.py
from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import backref, declarative_base, relationship
Base = declarative_base()
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
class Line(Base):
    __tablename__ = "lines"
    id = Column(Integer, primary_key=True)
    order_id = Column(Integer, ForeignKey("orders.id"))
    other_id = Column(Integer, ForeignKey("orders.id"))
    basket_id = Column(Integer, ForeignKey("orders.id"))
    order = relationship(Order, backref=backref("lines", cascade="all, delete-orphan"), foreign_keys=order_id)
    basket = relationship(Order, backref=backref("kept", cascade="all, delete-orphan"), foreign_keys=basket_id)
    other = relationship(Order, foreign_keys=other_id)
    notes = relationship("Note", cascade="all")
    @property
    def owner(self):
        return self.order or self.basket
    @owner.setter
    def owner(self, owner):
        self.order = self.basket = None
        if isinstance(owner, Order):
            self.basket = owner
class Ink(Base):
    __tablename__ = "inks"
    id = Column(Integer, primary_key=True)
class Note(Base):
    __tablename__ = "notes"
    id = Column(Integer, primary_key=True)
    line_id = Column(Integer, ForeignKey("lines.id"))
    ink_id = Column(Integer, ForeignKey("inks.id"))
    ink = relationship(Ink, lazy="joined")
# file: shop/services.py
from sqlalchemy.orm import Session
from shop.models import Line, Order
def change(session: Session, line: Line, order: Order):
    {change}
    session.commit()  #> {{expected}}
""".replace("{expected}", expected)
    )
