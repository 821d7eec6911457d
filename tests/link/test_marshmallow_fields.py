"""What schemas make of their input: a dict of what their fields give."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SHOP = """
# file: shop/models.py
from flask_sqlalchemy import SQLAlchemy
db = SQLAlchemy()

tags = db.Table(
    "order_tags", db.Column("order_id", db.ForeignKey("order.id")), db.Column("tag_id", db.ForeignKey("tag.id"))
)

class Tag(db.Model):
    id = db.Column(db.Integer, primary_key=True)

class Stock(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    left = db.Column(db.Integer)

class Order(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    total = db.Column(db.Integer)
    tags = db.relationship(Tag, secondary=tags)

class Log(db.Model):
    id = db.Column(db.Integer, primary_key=True)

# file: shop/schemas.py
from marshmallow import Schema, fields, post_load
from shop.models import *

class TagField(fields.Field):
    def _deserialize(self, value, attr, data, **kwargs):
        return Tag.query.get(value)

class RowField(fields.Field):
    def __init__(self, cls, **kwargs):
        self.cls = cls
        super().__init__(**kwargs)

    def _deserialize(self, value, attr, data, **kwargs):
        return self.cls.query.get(value)

class StockSchema(Schema):
    left = fields.Integer()

    @post_load
    def found(self, data, **kwargs):
        return Stock.query.get(data["id"])

class OrderSchema(Schema):
    total = fields.Integer()
    tag = TagField()
    other = RowField(Log, attribute="log")
    stock = RowField(Stock)
    lines = fields.Nested(StockSchema)
    first_line = fields.Nested(lambda: StockSchema(only=("left",)))
    all_lines = fields.List(fields.Nested(StockSchema()))
    named = fields.Function(deserialize=lambda value: [Tag.query.filter_by(name=value).one()], attribute="tags")
    written = fields.Method(deserialize="load_written")
    shown = RowField(Log, dump_only=True)

    def load_written(self, value):
        return Log.query.get(value)

# file: shop/services.py
from webargs.flaskparser import FlaskParser, parser, use_args, use_kwargs
from shop.schemas import *

"""
CASES = {
    "a field of the project's own": ('db.session.delete(data["tag"])', "delete tag"),
    "a field that keeps a class": ('db.session.delete(data["stock"])', "delete stock"),
    "a field under another name": ('db.session.delete(data["log"])', "delete log"),
    "a nested schema, as its hook leaves it": ('data["lines"].left = 0', "update stock"),
    "a schema that a function gives": ('data["first_line"].left = 0', "update stock"),
    "a list of nested schemas": ('for line in data["all_lines"]:\n        line.left = 0', "update stock"),
    "a function": ('db.session.delete(data["tags"][0])', "delete tag"),
    "a method of the schema": ('db.session.delete(data["written"])', "delete log"),
    "what is only shown": ('data["shown"].left = 0', "nothing"),
    "a row is made of all": ("db.session.add(Order(**data))", "insert order, insert order_tags"),
}


@pytest.mark.parametrize(("code", "expected"), list(CASES.values()), ids=list(CASES))
def test_what_fields_give(code: str, expected: str) -> None:
    assert_touches(f"""{SHOP}
def work(posted):
    data = OrderSchema().load(posted)
    {code}
    db.session.commit()  #> {expected}
""")


LOADED = {
    "many at once": "rows = OrderSchema(many=True).load(posted)\n    row = rows[0]",
    "many, as is said of the data": "row = OrderSchema().load(posted, many=True)[0]",
    "from a text": "row = OrderSchema().loads(posted)",
    "webargs": "row = parser.parse(OrderSchema(), posted)",
    "webargs and a class": "row = FlaskParser(unknown=None).parse(OrderSchema, posted, location='json')",
    "webargs and a dict": "row = parser.parse({'stock': RowField(Stock)}, posted)",
    "webargs and a function": "row = parser.parse(lambda request: OrderSchema(), posted)",
    "a schema of a dict": "row = Schema.from_dict({'stock': RowField(Stock)})().load(posted)",
    "webargs and a schema of it": "row = parser.parse(parser.schema_class.from_dict({'stock': RowField(Stock)}), 1)",
}


@pytest.mark.parametrize("code", list(LOADED.values()), ids=list(LOADED))
def test_who_loads(code: str) -> None:
    assert_touches(f"""{SHOP}
def work(posted):
    {code}
    db.session.delete(row["stock"])
    db.session.commit()  #> delete stock
""")


def test_a_view_that_is_handed_what_was_loaded() -> None:
    assert_touches(f"""{SHOP}
from flask import Flask
app = Flask(__name__)

@app.route("/orders", methods=["POST"])
@use_args(OrderSchema())
def place(data):
    db.session.delete(data["stock"])
    db.session.commit()  #> delete stock
""")


HANDED = {
    "a dict": '@use_kwargs({"stock": RowField(Stock), "tag": TagField(load_default=None)}, location="query")',
    "with a flag": '@use_args({"stock": RowField(Stock), "tag": TagField()}, as_kwargs=True)',
    "a schema": "@use_kwargs(OrderSchema)",
    "a helper of the project": '@kwargs_of({"stock": RowField(Stock), "tag": TagField()}, location="query")',
}


@pytest.mark.parametrize("decorator", list(HANDED.values()), ids=list(HANDED))
def test_a_view_that_is_handed_each_on_its_own(decorator: str) -> None:
    assert_touches(f"""{SHOP}
from collections.abc import Mapping
from flask import Flask
app = Flask(__name__)

def args_of(schema, **kwargs):
    if isinstance(schema, Mapping):
        schema = parser.schema_class.from_dict(schema)
    told = {{one: kwargs.pop(one) for one in ("location", "as_kwargs") if one in kwargs}}
    told.setdefault("unknown", None)
    def factory(request):
        return schema(**kwargs)
    return parser.use_args(factory, **told)

def kwargs_of(schema, **kwargs):
    kwargs["as_kwargs"] = True
    return args_of(schema, **kwargs)

@app.route("/orders", methods=["POST"])
{decorator}
def place(stock, tag=None):
    db.session.delete(stock)
    db.session.commit()  #> delete stock
""")
