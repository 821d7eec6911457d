"""A backref is loaded as its own options say, with the rows that it belongs to or as a query."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SHOP = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import backref, declarative_base, relationship

Base = declarative_base()

class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)

class Key(Base):
    __tablename__ = "keys"
    id = sa.Column(sa.Integer, primary_key=True)
    order_id = sa.Column(sa.ForeignKey("orders.id"))
    order = relationship(Order, backref=backref("keys", {options}))
# file: shop/services.py
from sqlalchemy.orm import Session
from shop.models import Order

def work(session: Session):
    {call}  #= {expected}
"""
ALL = "session.query(Order).all()"


@pytest.mark.parametrize(
    ("options", "call", "expected"),
    [
        ("lazy='joined', uselist=False", ALL, "read orders, read keys"),
        ("lazy=False", ALL, "read orders, read keys"),
        ("lazy='select'", ALL, "read orders, no read keys"),
        ("lazy='dynamic'", "session.get(Order, 1).keys.delete()", "delete keys, read orders"),
    ],
)
def test_a_backref_is_loaded_as_its_options_say(options: str, call: str, expected: str) -> None:
    text = SHOP.replace("{options}", options).replace("{call}", call)
    assert_touches(text.replace("{expected}", expected))
