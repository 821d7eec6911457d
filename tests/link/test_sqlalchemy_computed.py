"""What columns and validators compute when rows are made and changed: `default=`, `onupdate=`, `@validates`."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_no_calls, assert_touches

CASES = {
    "number: Mapped[int] = mapped_column(default=next_number)": ("Order()", "insert orders, read numbers"),
    "number: Mapped[int] = mapped_column(insert_default=lambda: next_number())": (
        "Order()", "insert orders, read numbers"
    ),
    "number = sa.Column(sa.Integer, default=next_of)": ("Order()", "insert orders, read numbers"),
    "number = sa.Column(sa.Integer, onupdate=next_number)": ("session.get(Order, 1)", "update orders, read numbers"),
    "number = sa.Column(sa.Integer, onupdate=count)": ("Order()", "insert orders"),
    "@validates('state')\n    def _check(self, key, value):\n        return note(self, value)": (
        "Order(state='new')", "insert orders, insert logs"
    ),
    "@validates('other', 'state')\n    def _check(self, key, value):\n        return note(self, value)": (
        "session.get(Order, 1)", "update orders, insert logs"
    ),
    "@validates('other')\n    def _check(self, key, value):\n        return note(self, value)": (
        "Order(state='new')", "insert orders"
    ),
}  # fmt: skip


@pytest.mark.parametrize("body", CASES)
def test_what_a_row_computes(body: str) -> None:
    made, expected = CASES[body]
    assert_touches(f"""
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, object_session, scoped_session, sessionmaker
from sqlalchemy.orm import validates
Maker = scoped_session(sessionmaker())

class Base(DeclarativeBase):
    pass

class Number(Base):
    __tablename__ = "numbers"
    id: Mapped[int] = mapped_column(primary_key=True)

class Log(Base):
    __tablename__ = "logs"
    id: Mapped[int] = mapped_column(primary_key=True)

def next_number():
    return Maker.query(Number).count()

def next_of(context):
    return context.connection.execute(sa.select(Number)).scalar()

def count():
    Maker.add(Log())

def note(row, value):
    object_session(row).add(Log())
    return value

class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[str]
    {body}

# file: shop/services.py
from shop.models import *

def place(session: Session):
    row = {made}
    row.state = "placed"
    session.add(row)
    session.commit()  #> {expected}
""")


def test_a_default_that_does_nothing_is_no_call() -> None:
    assert_no_calls(
        """
# file: shop/clock.py
import datetime
def now():
    return datetime.datetime.now()
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase
from shop.clock import now
class Base(DeclarativeBase):
    pass
class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    placed = sa.Column(sa.DateTime, default=lambda: now())
    made = sa.Column(sa.DateTime, default=now)
# file: shop/services.py
from shop.models import *
def place(session):
    session.add(Order())
    session.commit()
""",
        "services.place -> clock.now",
        "services.place -> models.<lambda>",
    )
