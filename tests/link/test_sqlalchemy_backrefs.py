"""A backref is loaded as its own options say: with the rows that it belongs to, or when it is asked for."""

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
    order = relationship(Order, backref=backref("held", {options}))
# file: shop/services.py
from sqlalchemy.orm import Session
from shop.models import Order

def work(session: Session):
    session.query(Order).all()  #= {expected}
"""


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("lazy='joined', uselist=False", "read orders, read keys"),
        ("lazy=False", "read orders, read keys"),
        ("lazy='select'", "read orders, no read keys"),
    ],
)
def test_a_backref_is_loaded_as_its_options_say(options: str, expected: str) -> None:
    assert_touches(SHOP.replace("{options}", options).replace("{expected}", expected))
