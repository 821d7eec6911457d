"""Attributes of a framework's objects that the project sets to None where nobody has set them."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

FORMS = {
    "if not hasattr(g, 'user'):\n        g.user = None": "insert orders, delete orders",
    "if not hasattr(g, 'user'):\n        g.other = 1\n        g.user = None": "insert orders, delete orders",
    "g.user = None": "delete orders",
    "if not hasattr(g, 'users'):\n        g.user = None": "delete orders",
}


@pytest.mark.parametrize("form", FORMS)
def test_what_may_have_been_set_elsewhere_may_be_anything(form: str) -> None:
    assert_touches(f"""
# file: shop/models.py
from sqlalchemy import Column, Integer
from sqlalchemy.orm import declarative_base, sessionmaker
Base = declarative_base()
make = sessionmaker()
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
# file: shop/app.py
from flask import Flask, g
from shop.models import Order, make
app = Flask(__name__)
@app.before_request
def prepare():
    {form}
@app.route("/")
def work(x):
    with make.begin() as session:  #> {FORMS[form]}
        if g.user:
            session.add(Order())
        else:
            session.query(Order).delete()
""")
