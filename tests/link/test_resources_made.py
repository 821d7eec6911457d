"""What is a resource of Flask-RESTful or Flask-RESTX made with?  What stands beside it where it is added."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SERVICE = """
from flask_restful import Api, Resource
from flask_restx import Api as DescribedApi, Namespace, Resource as Described
import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, sessionmaker
session = sessionmaker()()
Base = declarative_base()
class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
class Orders:
    def create(self):
        session.add(Order())
class Visit(Base):
    __tablename__ = "visits"
    id = sa.Column(sa.Integer, primary_key=True)
class Visits:
    def create(self):
        session.add(Visit())
"""


@pytest.mark.parametrize("given", ["resource_class_args=(Orders(),)", 'resource_class_kwargs={"service": Orders()}'])
def test_flask_restful(given: str) -> None:
    assert_touches(f"""{SERVICE}
class OrderList(Resource):
    def __init__(self, service):
        self.service = service
    def post(self):
        self.service.create()
        session.commit()  #> insert orders
Api().add_resource(OrderList, "/orders", "/all-orders", endpoint="orders", {given})
""")


@pytest.mark.parametrize("made", ["DescribedApi()", 'Namespace("orders")', "DescribedApi().namespace('orders')"])
def test_flask_restx(made: str) -> None:
    assert_touches(f"""{SERVICE}
class OrderList(Described):
    def __init__(self, api=None, service=None):
        self.service = service
    def post(self):
        self.service.create()
        session.commit()  #> insert orders
{made}.add_resource(OrderList, "/orders", resource_class_kwargs={{"service": Orders()}})
""")


def test_a_route_of_flask_restx() -> None:
    assert_touches(f"""{SERVICE}
@Namespace("orders").route("/orders", resource_class_kwargs={{"service": Orders()}})
class OrderList(Described):
    def __init__(self, api=None, service=None):
        self.service = service
    def post(self):
        self.service.create()
        session.commit()  #> insert orders
""")
