"""What flask-smorest puts around views: what webargs makes of their input, what schemas and pages show of an answer."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches

SHOP = """
# file: shop/models.py
from flask_sqlalchemy import SQLAlchemy
db = SQLAlchemy()

class Line(db.Model):
    __tablename__ = "lines"
    id = db.Column(db.Integer, primary_key=True)
    order_id = db.Column(db.ForeignKey("orders.id"))

class Order(db.Model):
    __tablename__ = "orders"
    id = db.Column(db.Integer, primary_key=True)
    lines = db.relationship(Line)

# file: shop/views.py
import webargs.fields
from flask.views import MethodView
from flask_smorest import Blueprint, Page
from marshmallow import Schema, fields
from marshmallow_sqlalchemy import SQLAlchemySchema
from webargs.flaskparser import FlaskParser
from shop.models import *

class LineField(fields.Field):
    def _deserialize(self, value, attr, data, **kwargs):
        return Line.query.get(value)

class LineSchema(Schema):
    id = fields.Integer()

class OrderSchema(Schema):
    lines = fields.Nested(LineSchema, many=True)

class Picked(Schema):
    line = LineField()

class Several(Schema):
    id = webargs.fields.Integer()
    lines = webargs.fields.DelimitedList(LineField())

class Cursor(Page):
    @property
    def item_count(self):
        return self.collection.count()

blueprint = Blueprint("orders", __name__)
"""
VIEWS = {
    "what is loaded": """
@blueprint.arguments(Picked, location="json")
def work(picked):
    db.session.delete(picked["line"])
    db.session.commit()  #> delete lines
""",
    "a list in one text": """
@blueprint.arguments(Several)
def work(picked):
    db.session.delete(picked["lines"][0])
    db.session.add(Order(id=picked["id"]))
    db.session.commit()  #> delete lines, insert orders
""",
    "what is loaded, one by one": """
@blueprint.arguments({"line": LineField()}, as_kwargs=True)
def work(line):
    db.session.delete(line)
    db.session.commit()  #> delete lines
""",
    "what a parser of the project's own loads": """
class Parser(FlaskParser):
    def parse(self, argmap, req=None, **kwargs):
        return Line.query.first()
blueprint.ARGUMENTS_PARSER = Parser()
@blueprint.arguments(Picked)
def work(line):
    db.session.delete(line)
    db.session.commit()  #> delete lines
""",
}


@pytest.mark.parametrize("view", list(VIEWS.values()), ids=list(VIEWS))
def test_what_a_view_is_handed(view: str) -> None:
    assert_touches(f'{SHOP}@blueprint.route("/orders", methods=["POST"]){view}')


SHOWN = {
    "a class of schemas": ("@blueprint.response(200, OrderSchema)", "Order.query.first()", True),
    "a schema": ("@blueprint.response(200, OrderSchema(many=True))", "Order.query.all()", True),
    "nothing": ("@blueprint.response(204)", "None", False),
}


@pytest.mark.parametrize(("decorator", "answer", "reads"), list(SHOWN.values()), ids=list(SHOWN))
def test_what_a_schema_shows_is_read(decorator: str, answer: str, reads: bool) -> None:  # noqa: FBT001 - a case
    scan = assert_touches(f"""{SHOP}
@blueprint.route("/orders")
{decorator}
def work():
    return {answer}

def other():
    db.session.commit()  #> nothing
""")
    assert ("lines" in {access.table for entry in scan.entry_points for access in entry.reaches}) is reads


@pytest.mark.parametrize(("pager", "function"), [("Page", "work"), ("Cursor", "Cursor.item_count")])
def test_a_page_asks_for_a_part_and_counts_the_rest(pager: str, function: str) -> None:
    scan = assert_touches(f"""{SHOP}
@blueprint.route("/orders")
@blueprint.response(200, OrderSchema(many=True))
@blueprint.paginate({pager})
def work():
    return Order.query

def other():
    db.session.commit()  #> nothing
""")
    read = {(access.table, access.function) for entry in scan.entry_points for access in entry.reaches}
    assert read == {("lines", "shop.views.work"), ("orders", f"shop.views.{function}")}


def test_views_are_entered() -> None:
    assert_enters(
        f"""{SHOP}
@blueprint.route("/orders")
class Orders(MethodView):
    @blueprint.arguments(Picked, location="query")
    @blueprint.response(200, OrderSchema(many=True))
    def get(self, picked):
        return Order.query.all()

@blueprint.route("/lines")
@blueprint.arguments(Picked, location="query")
def work(picked):
    return ""
""",
        "route shop.views.Orders.get",
        "route shop.views.work",
    )
