"""Attributes of objects that are kept apart, asked for before anybody has made one of them."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SHOP = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, sessionmaker
Base = declarative_base()
Session = sessionmaker()
class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
class Tag(Base):
    __tablename__ = "tags"
    id = sa.Column(sa.Integer, primary_key=True)
# file: shop/controllers.py
import pecan
from shop.models import *
def handled(fn):
    def handler(inst, *args, **kwargs):
        try:
            return fn(inst, *args, **kwargs)
        except ValueError:
            pecan.abort(404)
    return handler
class OrderController:
    def __init__(self, order, kept=None):
        self.order = order
        self.kept = kept
    @pecan.expose(generic=True)
    def index(self, **kwargs):
        pecan.abort(405)
    @index.when(method="DELETE")
    @handled
    def on_delete(self, **kwargs):
        session = Session()
        session.delete(self.order)  #= delete orders
        session.commit()
"""
LATER = """
class OrdersController:
    @pecan.expose()
    def _lookup(self, id, *rest):
        order = Session().query(Order).filter_by(id=id).one()
        return OrderController(order), rest
"""


@pytest.mark.parametrize("between", ["", "# file: shop/more.py\nfrom shop.controllers import *\n"])
def test_an_object_that_is_made_behind_who_asks_for_what_it_holds(between: str) -> None:
    assert_touches(f"{SHOP}{between}{LATER}")
