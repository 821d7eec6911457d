"""What Flask-RESTful and Flask-RESTX read of the objects that they show."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, relationship, sessionmaker
Session = sessionmaker()
Base = declarative_base()
class Customer(Base):
    __tablename__ = "customers"
    id = sa.Column(sa.Integer, primary_key=True)
    notes = relationship("Note")
class Note(Base):
    __tablename__ = "notes"
    id = sa.Column(sa.Integer, primary_key=True)
    customer_id = sa.Column(sa.ForeignKey("customers.id"))
class Stock(Base):
    __tablename__ = "stock"
    id = sa.Column(sa.Integer, primary_key=True)
class Line(Base):
    __tablename__ = "lines"
    id = sa.Column(sa.Integer, primary_key=True)
    order_id = sa.Column(sa.ForeignKey("orders.id"))
    stock_id = sa.Column(sa.ForeignKey("stock.id"))
    stock = relationship(Stock)
class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    customer_id = sa.Column(sa.ForeignKey("customers.id"))
    customer = relationship(Customer)
    lines = relationship(Line)
    @property
    def state(self):
        if not self.lines:
            self.lines.append(Line())
        return 1
"""
SHOWN = {
    "{'id': fields.Integer}": "read orders, no read customers, no read lines",
    "{'customer': fields.Nested({'id': fields.Integer})}": "read customers, no read notes, no read lines",
    "{'buyer': fields.Nested({'notes': fields.Raw}, attribute='customer')}": "read customers, read notes",
    "{'lines': fields.List(fields.Nested({'stock': fields.Raw()}))}": "read lines, read stock",
    "{'lines': fields.Nested({'stock': fields.String})}": "read lines, read stock",
    "{'found': fields.List(fields.String(attribute='stock'), attribute='lines')}": "read lines, read stock",
    "{'notes': fields.String(attribute='customer.notes')}": "read customers, read notes, no read lines",
    "{'inside': {'customer': fields.String}}": "read customers, no read lines",
    "{'made': fields.Raw(attribute=lambda order: order.customer)}": "read customers, no read lines",
    "{'lines': Count}": "read lines, read stock",
    "{'lines': Whole()}": "read customers, no read lines",
    "{'state': fields.String(attribute='state')}": "read lines, insert lines",
}
OWN = """
class Count(fields.Raw):
    def format(self, value):
        return [one.stock for one in value]

class Whole(fields.Raw):
    def output(self, key, obj):
        return obj.customer
"""


@pytest.mark.parametrize("shown", SHOWN)
def test_fields_follow_attributes(shown: str) -> None:
    written = SHOWN[shown] if "insert" in SHOWN[shown] else f"nothing, {SHOWN[shown]}"
    assert_touches(f"""
# file: shop/api.py
from flask_restful import fields, marshal
from shop.models import *
{OWN}
shown = {shown}

def one():
    session = Session()
    order = session.get(Order, 1)
    marshal(order, shown)
    session.commit()  #> {written}

def many():
    session = Session()
    marshal(session.query(Order).all(), shown, envelope="orders")
    session.commit()  #> {written}
{MODELS}""")


RESTX = """from flask_restx import Namespace, Resource, fields
api = Namespace("x")
base = api.model("Base", {"id": fields.Integer})
shown = api.inherit("Shown", base, {"lines": fields.List(fields.Nested(base))})
"""


@pytest.mark.parametrize(
    ("imports", "decorator"),
    [
        ("from flask_restful import Resource, fields, marshal_with", "@marshal_with({'lines': fields.Raw})"),
        (RESTX, "@api.marshal_with(shown, code=201)"),
        (RESTX.replace("Namespace", "Api"), "@api.marshal_list_with(shown)"),
        (RESTX.replace("Namespace", "Api").replace('("x")', "().namespace('x')"), "@api.marshal_list_with(shown)"),
    ],
)
def test_what_a_method_returns_is_shown(imports: str, decorator: str) -> None:
    assert_touches(f"""
# file: shop/api.py
{imports}
from shop.models import *

class Orders(Resource):
    {decorator}
    def get(self, session):
        return session.query(Order).all(), 201

def work():
    session = Session()
    Orders().get(session)
    session.commit()  #> nothing, read lines, read orders
{MODELS}""")


@pytest.mark.parametrize("taken", ["", "from django.utils import simplejson as json"])
def test_a_method_behind_decorators_of_its_class_is_handed_what_they_give(taken: str) -> None:
    assert_touches(f"""{MODELS}
# file: shop/plain.py
try:
    import json
except ImportError:
    {taken or "pass"}
# file: shop/api.py
from flask_restx import Namespace, Resource
from shop.models import Order, Session
api = Namespace("orders")
def with_session(function):
    def wrapper(*args, **kwargs):
        if kwargs.get("session"):
            return function(*args, **kwargs)
        with Session() as session:
            kwargs["session"] = session
            return function(*args, **kwargs)
    return wrapper
class Own(Resource):
    method_decorators = [with_session]
@api.route("/orders")
class Orders(Own):
    def post(self, session=None):
        session.add(Order())
        session.commit()  #> insert orders
""")
