"""What rows do with relationships: who is told of them, what is locked, what `del` and a row of several give."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
from sqlalchemy import Column, ForeignKey, Integer, event, inspect, select, text
from sqlalchemy.orm import DeclarativeBase, Session, object_session, relationship, validates
class Base(DeclarativeBase):
    pass
class Log(Base):
    __tablename__ = "logs"
    id = Column(Integer, primary_key=True)
class Line(Base):
    __tablename__ = "lines"
    id = Column(Integer, primary_key=True)
    note = Column(Integer)
    order_id = Column(ForeignKey("orders.id"))
    order = relationship("Order", back_populates="lines")
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
    lines = relationship(Line, back_populates="order")
    def log(self):
        inspect(self).session.add(Log())
    # told
"""
LISTENER = """pass
@event.listens_for(Order.lines, "append")
@event.listens_for(Line.order, "set")
def note(target, value, *others):
    object_session(target).add(Log())
"""
REMOVED = """pass
@event.listens_for(Order.lines, "remove")
def note(target, value, initiator):
    object_session(target).add(Log())
"""
OF_THE_ROW = """pass
    __mapper_args__ = {}
@event.listens_for(Order.lines, "append")
def note(target, value, initiator):
    value.log()
Line.log = lambda self: inspect(self).session.add(Log())
"""
REPLACED = REMOVED.replace("remove", "bulk_replace")
VALIDATOR = """@validates("lines")
    def check(self, key, line):
        object_session(line).add(Log())
        return line
"""
CASES = {
    "session.get(Order, 1).lines.append(Line())": (LISTENER, "insert lines, insert logs"),
    "session.get(Order, 1).lines.append(Line(note=1))": (VALIDATOR, "insert lines, insert logs"),
    "session.get(Order, 1).lines.append(Line(note=2))": (REMOVED, "insert lines"),
    "session.get(Order, 1).lines.remove(line)": (REMOVED, "update lines, insert logs"),
    "session.get(Order, 1).lines.clear()": (REMOVED, "update lines, insert logs"),
    "session.get(Order, 1).lines.pop()": (REMOVED, "update lines, insert logs"),
    "session.get(Order, 1).lines = [line]": (REMOVED, "update lines, insert logs"),
    "session.get(Order, 1).lines = [line] + [Line()]": (LISTENER, "insert lines, insert logs, update lines"),
    "session.get(Order, 1).lines = [Line(note=3)]": (OF_THE_ROW, "insert lines, update lines, insert logs"),
    "session.get(Order, 1).lines = []": (REPLACED, "update lines, insert logs"),
    "line.order = None": (LISTENER, "update lines, insert logs"),
    "del line.order": ("pass", "update lines"),
    "del line.note": ("pass", "update lines"),
    "session.get(Order, 1).log()": ("pass", "insert logs"),
    "for row in session.execute(select(Order, Line)):\n            row.Line.note = 1": ("pass", "update lines"),
    "session.execute(select(Order).join(Line).with_for_update(of=Line))": ("pass", "lock lines"),
    "session.execute(select(Order).join(Line).with_for_update(of=[Order.id, Line]))": (
        "pass",
        "lock lines, lock orders",
    ),
    "session.execute(text('UPDATE logs SET id = 1 RETURNING id').columns(Log.id))": ("pass", "update logs"),
}


@pytest.mark.parametrize("statement", CASES)
def test_what_a_relationship_does(statement: str) -> None:
    told, written = CASES[statement]
    assert_touches(f"""{MODELS.replace("# told", told)}
# file: shop/services.py
from shop.models import *
def work(session: Session, line: Line):
    with session.begin():  #> {written}
        {statement}
""")
