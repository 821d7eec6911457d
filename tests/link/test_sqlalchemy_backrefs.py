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


def test_a_key_names_a_column_of_a_class_that_is_read_later() -> None:
    assert_touches("""
# file: shop/core.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, declared_attr, relationship

class Base(DeclarativeBase):
    @declared_attr.directive
    def __tablename__(cls):
        return cls.__name__.lower()

# file: shop/shops.py
from shop.core import *

class Shop(Base):
    id = sa.Column(sa.Integer, primary_key=True)

# file: shop/auth.py
from shop.core import *
from shop.shops import Shop

class Member(Base):
    shop_id = sa.Column(sa.Integer, sa.ForeignKey(Shop.id), primary_key=True)
    shop = relationship(Shop, backref="members")

# file: shop/services.py
from sqlalchemy.orm import Session
from shop.shops import Shop

def close(session: Session):
    session.delete(session.get(Shop, 1))
    session.commit()  #> delete shop, update member
""")


def test_what_a_revision_writes_down_of_a_class_is_not_what_others_mean_by_its_name() -> None:
    assert_touches("""
# file: shop/alembic/versions/1_keys.py
import sqlalchemy as sa
from sqlalchemy.orm import declarative_base
revision = "1"
down_revision = None
Base = declarative_base()
def upgrade(): ...

class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)

# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, relationship
Base = declarative_base()

class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)

# file: shop/payments.py
import sqlalchemy as sa
from sqlalchemy.orm import relationship
from shop.models import Base

class Payment(Base):
    __tablename__ = "payments"
    id = sa.Column(sa.Integer, primary_key=True)
    order_id = sa.Column(sa.ForeignKey("orders.id"))
    order = relationship("Order", backref="payments")

# file: shop/services.py
from sqlalchemy.orm import Session
from shop.models import Order

def close(session: Session):
    session.delete(session.get(Order, 1))
    session.commit()  #> delete orders, update payments
""")
