"""What does dumping compute?  What methods, functions and own fields of a schema do with the object."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

APP = """
# file: shop/models.py
from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import Session, declarative_base, relationship
Base = declarative_base()
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
    lines = relationship("Line")
    notes = relationship("Note")
    customer_id = Column(ForeignKey("customers.id"))
    customer = relationship("Customer")
    @property
    def number(self):
        return len(self.notes)
class Customer(Base):
    __tablename__ = "customers"
    id = Column(Integer, primary_key=True)
    name = Column(String)
class Line(Base):
    __tablename__ = "lines"
    id = Column(Integer, primary_key=True)
    order_id = Column(ForeignKey("orders.id"))
    tags = relationship("Tag")
class Note(Base):
    __tablename__ = "notes"
    id = Column(Integer, primary_key=True)
    order_id = Column(ForeignKey("orders.id"))
class Tag(Base):
    __tablename__ = "tags"
    id = Column(Integer, primary_key=True)
    line_id = Column(ForeignKey("lines.id"))
# file: shop/services.py
from marshmallow import Schema, fields
from shop.models import *
class Counted(fields.Field):
    def _serialize(self, value, attr, obj, **kwargs):
        return len(obj.notes)
class Shown(fields.Field):
    def _serialize(self, value, attr, obj, **kwargs):
        return [one.id for one in value]
class LineSchema(Schema):
    few = fields.Function(lambda line: len(line.tags))
class OrderSchema(Schema):
    {fields}
    def get_total(self, order):
        return len(order.notes)
def show(session: Session, order: Order, found: list[Order]):
    with session.begin():  #> {expected}
        {call}
"""
DUMP = "OrderSchema().dump(order)"
CASES = {
    "a method": ('total = fields.Method("get_total")', DUMP, "read notes"),
    "a method by name": ('total = fields.Method(serialize="get_total")', DUMP, "read notes"),
    "as text": ('total = fields.Method("get_total")', "OrderSchema().dumps(order)", "read notes"),
    "of many": ('total = fields.Method("get_total")', "OrderSchema(many=True).dump(found)", "read notes"),
    "a function": ("few = fields.Function(serialize=lambda order: len(order.notes))", DUMP, "read notes"),
    "a field of the project": ("own = Counted()", DUMP, "read notes"),
    "which is handed the attribute": ('own = Shown(attribute="notes")', DUMP, "read notes"),
    "of a schema inside": ("lines = fields.Nested(LineSchema, many=True)", DUMP, "read lines, read tags"),
    "of one in a list": ("lines = fields.List(fields.Nested(LineSchema()))", DUMP, "read lines, read tags"),
    "of one that a function gives": ("lines = fields.Nested(lambda: LineSchema())", DUMP, "read lines, read tags"),
    "of one that is named": ('lines = fields.Nested("LineSchema")', DUMP, "read lines, read tags"),
    "a property": ("number = fields.Integer()", DUMP, "read notes"),
    "a path": ('name = fields.String(attribute="customer.name")', DUMP, "read customers"),
    "not what only loads": ('total = fields.Method("get_total", load_only=True)', DUMP, "no read notes"),
    "not what Meta leaves out": (
        'total = fields.Method("get_total")\n    class Meta:\n        exclude = ("total",)',
        DUMP,
        "no read notes",
    ),
    "what Meta leaves in": (
        'total = fields.Method("get_total")\n    class Meta:\n        fields = ("total",)',
        DUMP,
        "read notes",
    ),
    "not what Meta does not": (
        'total = fields.Method("get_total")\n    class Meta:\n        fields = ("id",)',
        DUMP,
        "no read notes",
    ),
    "not what is not left in": (
        'total = fields.Method("get_total")\n    id = fields.Integer()',
        'OrderSchema(only=["id"]).dump(order)',
        "no read notes",
    ),
}


@pytest.mark.parametrize(("written", "call", "expected"), CASES.values(), ids=CASES)
def test_computed(written: str, call: str, expected: str) -> None:
    text = APP.replace("{fields}", written).replace("{call}", call).replace("{expected}", expected)
    assert_touches(text)


def test_what_is_dumped_of_a_query_is_read_where_it_is_dumped() -> None:
    models = APP.partition("# file: shop/services.py")[0].replace(
        'relationship("Note")', 'relationship("Note", lazy="dynamic")'
    )
    assert_touches(f"""{models}
# file: shop/services.py
from marshmallow import Schema, fields
from shop.models import *
class NoteSchema(Schema):
    id = fields.Integer()
def work(order: Order):
    return NoteSchema(many=True).dump(order.notes)  #= read notes
""")


def test_flask_answers_with_what_is_dumped() -> None:
    text = APP.replace(
        "from marshmallow import Schema, fields",
        "from flask_marshmallow import Marshmallow\nfrom marshmallow import fields\nSchema = Marshmallow().Schema",
    )
    text = text.replace("{fields}", 'total = fields.Method("get_total")').replace("{expected}", "read notes")
    assert_touches(text.replace("{call}", "return OrderSchema().jsonify(order)"))


def test_only_the_fields_of_a_list_that_is_put_together_may_be_any() -> None:
    text = APP.replace(
        "class OrderSchema(Schema):", "class OrderSchema(SQLAlchemyAutoSchema):\n    class Meta:\n        model = Order"
    )
    text = text.replace(
        "from marshmallow import", "from marshmallow_sqlalchemy import SQLAlchemyAutoSchema\nfrom marshmallow import"
    )
    text = text.replace("{fields}", 'total = fields.Method("get_total")').replace("{expected}", "read notes")
    chosen = """
def chosen(options):
    names = []
    for option in options:
        names += KNOWN.get(option, (option.name,))
    return names
KNOWN = {1: ("id", "number")}
"""
    assert_touches(text.replace("{call}", "OrderSchema(only=chosen(found)).dump(order)") + chosen)
