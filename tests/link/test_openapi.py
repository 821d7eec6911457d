"""Functions that descriptions of APIs name, which connexion calls for their requests."""

from __future__ import annotations

from tests.link.linking import assert_enters, assert_touches

MODELS = """
# file: shop/models.py
from sqlalchemy import Column, Integer
from sqlalchemy.orm import declarative_base, scoped_session, sessionmaker
Base = declarative_base()
Session = scoped_session(sessionmaker())
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
class Tag(Base):
    __tablename__ = "tags"
    id = Column(Integer, primary_key=True)
# file: shop/app.py
import connexion
from connexion.resolver import RestyResolver
from shop.models import Session
def create_app():
    app = connexion.App(__name__, specification_dir="openapi")
    app.add_api("api.yml", resolver=RestyResolver("shop.api"))
    @app.app.after_request
    def end(response):
        Session.commit()
        return response
    return app
# file: shop/openapi/api.yml
openapi: "3.0.0"
info:
  description: |
    get:
      operationId: shop.orders.idle
paths:
  /orders:
    x-openapi-router-controller: shop.orders
    post:
      summary: "adds: one"
      operationId: create  # a function of the controller
    "get":
      operationId: listed
  /orders/{id}:
    delete:
      tags: [orders]
      operationId: shop.orders.Orders.remove
  /nice-tags:
    get:
      responses: {}
    put:
      responses: {}
"""


def test_functions_that_a_description_names_are_entry_points() -> None:
    """By their dotted names, of a controller, or by where they lie; each is a unit of work that is ended behind it."""
    source = (
        MODELS
        + """
# file: shop/orders.py
from shop.models import Order, Session
def create(body):
    Session.add(Order(**body))  #= insert orders
    return {}, 201
def listed(): return [one.id for one in Session.query(Order)]  #= read orders
def idle(): Session.query(Order).delete()
class Orders:
    def remove(self, id):
        Session.query(Order).filter_by(id=id).delete()  #= delete orders
# file: shop/api/nice_tags.py
from shop.models import Session, Tag
def search(): return [one.id for one in Session.query(Tag)]
def put(body): Session.add(Tag())  #= insert tags
"""
    )
    assert_touches(source)
    assert_enters(
        source,
        "middleware shop.app.create_app.<locals>.end",
        "route shop.api.nice_tags.put",
        "route shop.api.nice_tags.search",
        "route shop.orders.Orders.remove",
        "route shop.orders.create",
        "route shop.orders.listed",
    )
