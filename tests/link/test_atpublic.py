"""Names that atpublic gives to a module."""

from __future__ import annotations

from tests.link.linking import assert_touches


def test_a_name_of_a_call_at_the_top_of_a_module() -> None:
    assert_touches("""
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker

SessionLocal = sessionmaker()

class Base(DeclarativeBase):
    pass

class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)

# file: shop/config.py
from public import public
from shop.models import SessionLocal

class Configuration:
    def __init__(self):
        self.store = SessionLocal()

public(config=Configuration())

# file: shop/services.py
from shop.config import config
from shop.models import Order

def place():
    config.store.add(Order())
    config.store.commit()  #> insert orders
""")
