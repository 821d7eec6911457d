"""Resources of Flask-REST-JSONAPI: rows of the model that each names, and what its methods are told of them."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

START = """
from flask import Flask
from flask_rest_jsonapi import Api, ResourceDetail, ResourceList, ResourceRelationship
from flask_sqlalchemy import SQLAlchemy
from marshmallow_jsonapi import fields
from marshmallow_jsonapi.flask import Schema
db = SQLAlchemy()
class Order(db.Model):
    __tablename__ = "orders"
    id = db.Column(db.Integer, primary_key=True)
class Cart(db.Model):
    __tablename__ = "carts"
    id = db.Column(db.Integer, primary_key=True)
class Note(db.Model):
    __tablename__ = "notes"
    id = db.Column(db.Integer, primary_key=True)
def manage(view, view_args, view_kwargs, *args, **kwargs):
    db.session.query(Note).all()
    return view(*view_args, **view_kwargs)
api = Api(Flask(__name__))
api.permission_manager(manage)
class OrderSchema(Schema):
    id = fields.Str()
"""
LAYER = 'data_layer = {"session": db.session, "model": Order}'


@pytest.mark.parametrize(
    ("base", "writes"),
    [
        ("ResourceList", "insert orders"),
        ("ResourceDetail", "update orders | delete orders"),
        ("ResourceRelationship", "update orders | update orders | update orders"),
    ],
)
def test_a_resource(base: str, writes: str) -> None:
    assert_touches(f"""{START}
class Orders({base}):  #> {writes}
    schema = OrderSchema
    {LAYER}
class Carts(ResourceList):  #> insert carts
    decorators = (api.has_permission("seller", methods="POST"),)
    schema = OrderSchema
    data_layer = {{"session": db.session, "model": Cart}}
class Shown({base}):
    methods = ["GET"]
    schema = OrderSchema
    {LAYER}
api.route(Orders, "orders", "/orders")
""")


def test_what_a_resource_is_told() -> None:
    assert_touches(f"""{START}
class Orders(ResourceList):  #> insert orders, insert notes
    def before_post(self, args, kwargs, data):
        db.session.add(Note())
    def after_create_object(self, order, data, view_kwargs):
        db.session.delete(order)
        self.session.commit()  #> delete orders
    def after_get_object(self, order, view_kwargs):
        raise TypeError
    schema = OrderSchema
    data_layer = {{"session": db.session, "model": Order, "methods": {{"after_create_object": after_create_object}}}}
class Carts(ResourceList):  #= read carts, insert orders
    def before_create_object(self, data, view_kwargs):
        db.session.add(Note())
    def query(self, view_kwargs):
        return self.session.query(Cart)
    schema = OrderSchema
    data_layer = {{"session": db.session, "model": Order, "methods": {{"query": query}}}}
""")
