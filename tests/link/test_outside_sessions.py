"""Sessions that a package makes which is not read, and that of TurboGears 1."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SHOP = """
# file: shop/models.py
from sqlalchemy import Column, Integer
from sqlalchemy.orm import declarative_base
Base = declarative_base()
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
    note = Column(Integer)

# file: shop/work.py
import company
import requests
import sqlalchemy as sa
from shop.models import *
"""


@pytest.mark.parametrize(
    "imported",
    [
        "from company.database import session",
        "from company import db\nsession = db.session",
        "from company.database import Session\nsession = Session()",
        "from turbogears.database import session",
    ],
)
def test_a_session_of_a_package_that_is_not_read(imported: str) -> None:
    assert_touches(f"""{SHOP}{imported}
def add(note):
    session.add(Order(note=note))
    session.commit()  #> insert orders
def change(note):
    order = session.query(Order).first()
    order.note = note
    session.flush()
    session.commit()  #> update orders, read orders
def drop():
    session.delete(session.get(Order, 1))
    session.commit()  #> delete orders, read orders
def tidy():
    session.execute(sa.delete(Order))
    session.commit()  #> delete orders
def look():
    with session.begin():  #> nothing, read orders
        return session.query(Order).all()
""")


@pytest.mark.parametrize(
    "call",
    [
        "company.session.add(note)",
        "company.cart.add(Order())",
        "requests.Session().delete(f'/orders/{note}')",
    ],
)
def test_what_is_none_of_sqlalchemy(call: str) -> None:
    assert_touches(f"""{SHOP}from company.database import session
def work(note):
    {call}
    session.commit()  #> no transaction
def other():
    session.add(Order())
    session.commit()  #> insert orders
""")
