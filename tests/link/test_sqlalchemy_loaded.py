"""What runs when rows are loaded: `@reconstructor`, and who listens to `load`."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_no_calls, assert_touches

MODELS = """
# file: shop/models.py
from sqlalchemy import Column, ForeignKey, event, orm, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, object_session, reconstructor, relationship
class Base(DeclarativeBase):
    pass
class Log(Base):
    __tablename__ = "logs"
    id: Mapped[int] = mapped_column(primary_key=True)
class Line(Base):
    __tablename__ = "lines"
    id: Mapped[int] = mapped_column(primary_key=True)
    order_id = Column(ForeignKey("orders.id"))
def note(row, context=None):
    object_session(row).add(Log())
class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
    lines = relationship(Line)
    # told
"""
METHOD = "@reconstructor\n    def begin(self):\n        note(self)"
ATTRIBUTE = "@orm.reconstructor\n    def begin(self):\n        self.log = Log()"
LISTENER = 'pass\nevent.listen(Order, "load", note)'
DECORATED = 'pass\n@event.listens_for(Line, "load")\ndef loaded(target, context):\n    note(target)'
CASES = {
    "session.get(Order, 1)": (METHOD, "insert logs"),
    "session.query(Order).all()": (METHOD, "insert logs"),
    "session.scalars(select(Order)).first()": (METHOD, "insert logs"),
    "list(session.scalars(select(Order)))": (LISTENER, "insert logs"),
    "session.add(session.get(Order, 1).log)": (ATTRIBUTE, "insert logs"),
    "session.get(Order, 1).lines[0]": (DECORATED, "insert logs"),
    "session.get(Order, 2)": (DECORATED, "nothing"),
    "Order()": (METHOD, "nothing"),
}


@pytest.mark.parametrize("statement", CASES)
def test_what_a_row_that_is_loaded_does(statement: str) -> None:
    told, written = CASES[statement]
    assert_touches(f"""{MODELS.replace("# told", told)}
# file: shop/services.py
from shop.models import *
def work(session: Session):
    with session.begin():  #> {written}
        {statement}
""")


def test_a_reconstructor_that_does_nothing_is_no_call() -> None:
    assert_no_calls(
        f"""{MODELS.replace("# told", ATTRIBUTE)}
# file: shop/services.py
from shop.models import *
def work(session: Session):
    return session.get(Order, 1)
""",
        "services.work -> models.Order.begin",
    )
