"""What do schemas write?  Objects that loading makes and fills, and what its hooks do."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


def test_schemas_of_mapped_classes() -> None:
    assert_touches(
        """
# file: shop/models.py
from flask_sqlalchemy import SQLAlchemy
from flask_marshmallow import Marshmallow
db = SQLAlchemy()
ma = Marshmallow()

class Order(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    total = db.Column(db.Integer)

class Log(db.Model):
    id = db.Column(db.Integer, primary_key=True)

# file: shop/schemas.py
from marshmallow import pre_load
from shop.models import *

class OrderSchema(ma.SQLAlchemyAutoSchema):
    class Meta:
        model = Order

    @pre_load
    def logged(self, data):
        db.session.add(Log())

# file: shop/services.py
from shop.schemas import *

def create(data):
    order = OrderSchema().load(data)
    db.session.add(order)
    db.session.commit()  #> insert order, insert log

def create_in_version_2(data):
    response = OrderSchema().load(data)
    db.session.add(response.data)
    db.session.commit()  #> insert order, insert log

def change(data):
    OrderSchema().load(data, instance=Order.query.get(1), partial=True)
    db.session.commit()  #> update order, insert log
"""
    )


PAIRS = {
    "unpacked": ("", "data, errors = PlaceSchema().load(given)", "data['order'].total = 0", "update order"),
    "asked for": (
        "def other():\n    _, errors = PlaceSchema().load({})",
        "result = PlaceSchema().load(given)",
        "result.data['order'].total = 0",
        "update order",
    ),
    "nested in one": (
        "",
        "data, errors = AroundSchema().load(given)",
        "data['place']['order'].total = 0",
        "update order",
    ),
    "of a mapped class": ("", "data, errors = OrderSchema().load(given)", "db.session.add(data)", "insert order"),
    "in a later version": ("", "data = PlaceSchema().load(given)", "data['order'].total = 0", "update order"),
}


@pytest.mark.parametrize(("more", "loads", "changes", "expected"), PAIRS.values(), ids=PAIRS)
def test_pairs_of_version_2(more: str, loads: str, changes: str, expected: str) -> None:
    scan = assert_touches(f"""
# file: shop/models.py
from flask_sqlalchemy import SQLAlchemy
from flask_marshmallow import Marshmallow
db = SQLAlchemy()
ma = Marshmallow()
class Order(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    total = db.Column(db.Integer)
# file: shop/services.py
from marshmallow import Schema, fields
from shop.models import *
class RowField(fields.Field):
    def _deserialize(self, value, attr, data, **kwargs):
        return Order.query.get(value)
class OrderSchema(ma.ModelSchema):
    class Meta:
        model = Order
class PlaceSchema(Schema):
    order = RowField()
    note = fields.String()
class AroundSchema(Schema):
    place = fields.Nested(PlaceSchema)
{more}
def change(given):
    {loads}
    {changes}
    db.session.commit()  #> {expected}
""")
    assert not [spot for one in scan.transactions for spot in one.blind_spots]


SHOWN = """
# file: shop/models.py
from flask_sqlalchemy import SQLAlchemy
from flask_marshmallow import Marshmallow
db = SQLAlchemy()
ma = Marshmallow()
class Customer(db.Model):
    id = db.Column(db.Integer, primary_key=True)
class Order(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    customer_id = db.Column(db.ForeignKey("customer.id"))
    customer = db.relationship(Customer)
# file: shop/services.py
from shop.models import *
class OrderSchema({base}):
    class Meta:
        model = Order
        {option}
def show(order: Order):
    return OrderSchema().dump(order)  #= {reads}
"""


@pytest.mark.parametrize(
    ("base", "option", "reads"),
    [
        ("ma.ModelSchema", "", "read customer"),
        ("ma.ModelSchema", "exclude = ('customer',)", "no read customer"),
        ("ma.ModelSchema", "fields = ('id',)", "no read customer"),
        ("ma.SQLAlchemyAutoSchema", "", "no read customer"),
        ("ma.SQLAlchemyAutoSchema", "include_relationships = True", "read customer"),
    ],
)
def test_relationships_that_a_schema_shows_by_itself(base: str, option: str, reads: str) -> None:
    assert_touches(SHOWN.replace("{base}", base).replace("{option}", option).replace("{reads}", reads))


VIEWS = """
    views = {"short": ["id"], "long": ["id", "customer"]}
    def __init__(self, view=None, *args, **kwargs):
        if view:
            kwargs["only"] = self.views[view] if isinstance(view, str) else view
        super().__init__(*args, **kwargs)
"""


@pytest.mark.parametrize(
    ("body", "made", "reads"),
    [
        (VIEWS, "", "read customer"),
        (VIEWS, 'view="short"', "no read customer"),
        (VIEWS, 'view=["id"]', "no read customer"),
        ("def __init__(self, **kwargs):\n        super().__init__(only=here(), **kwargs)", "", "no read customer"),
    ],
    ids=["no view", "a view", "names instead of a view", "not known"],
)
def test_relationships_that_who_makes_a_schema_chooses(body: str, made: str, reads: str) -> None:
    source = SHOWN.replace("{base}", "ma.ModelSchema").replace("{option}", f"pass\n    {body}")
    assert_touches(source.replace("OrderSchema()", f"OrderSchema({made})").replace("{reads}", reads))


def test_a_plain_schema_reads_what_it_nests_of_what_it_is_given() -> None:
    assert_touches("""
# file: shop/models.py
from flask_sqlalchemy import SQLAlchemy
db = SQLAlchemy()
class Place(db.Model):
    id = db.Column(db.Integer, primary_key=True)
class Customer(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    place_id = db.Column(db.ForeignKey("place.id"))
    place = db.relationship(Place)
class Log(db.Model):
    id = db.Column(db.Integer, primary_key=True)
class Order(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    customer_id = db.Column(db.ForeignKey("customer.id"))
    customer = db.relationship(Customer)
    log_id = db.Column(db.ForeignKey("log.id"))
    log = db.relationship(Log)
# file: shop/services.py
from marshmallow import Schema, fields
from shop.models import *
class CustomerSchema(Schema):
    place = fields.Nested("PlaceSchema")
class OrderSchema(Schema):
    id = fields.Integer()
    customer = fields.List(fields.Nested(CustomerSchema))
schema = OrderSchema()
def show(order: Order):
    return schema.dump(order)  #= read customer, read place, no read log
def show_all():
    return schema.dump(Order.query.all(), many=True)  #= read customer, read place, no read log
def show_one(customer: Customer):
    return CustomerSchema().dump(customer)  #= read place, no read customer
""")


NESTING = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.ext.associationproxy import association_proxy
from sqlalchemy.orm import Session, declarative_base, relationship
Base = declarative_base()
class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    lines = relationship("Line")
    written = relationship("Note", uselist=False)
    note = association_proxy("written", "text")
class Line(Base):
    __tablename__ = "lines"
    id = sa.Column(sa.Integer, primary_key=True)
    order_id = sa.Column(sa.ForeignKey("orders.id"))
class Note(Base):
    __tablename__ = "notes"
    id = sa.Column(sa.Integer, primary_key=True)
    text = sa.Column(sa.String)
    order_id = sa.Column(sa.ForeignKey("orders.id"))
# file: shop/schemas.py
from typing import NamedTuple
from marshmallow import Schema, fields
from marshmallow_sqlalchemy import SQLAlchemySchema, auto_field
from shop.models import *
class LineSchema(SQLAlchemySchema):
    class Meta:
        model = Line
    id = auto_field()
class OrderSchema(SQLAlchemySchema):
    class Meta:
        model = Order
    id = auto_field()
    lines = fields.List(fields.Nested(LineSchema))
class NotedSchema(SQLAlchemySchema):
    class Meta:
        model = Order
    note = auto_field()
class Page(NamedTuple):
    orders: list[Order]
    total: int
class PageSchema(Schema):
    orders = fields.List(fields.Nested(OrderSchema))
    total = fields.Int()
# file: shop/services.py
from shop.schemas import *
"""


def test_what_is_no_row_shows_the_rows_that_it_holds() -> None:
    assert_touches(f"""{NESTING}
def show(session: Session):
    orders = session.query(Order).all()
    return PageSchema().dump(Page(orders, len(orders)))  #= read lines, no read notes
""")


def test_what_a_proxy_leads_to_is_shown() -> None:
    assert_touches(f"""{NESTING}
def show(session: Session):
    return NotedSchema().dump(session.get(Order, 1))  #= read notes, no read lines
""")


def test_what_a_schema_gives_is_plain_data() -> None:
    scan = assert_touches("""
from marshmallow import Schema, fields
from django.db import transaction
from shop.models import *
class OrderSchema(Schema):
    number = fields.Int()
def first_number(order):
    return OrderSchema().dump(order)
def work(order):
    with transaction.atomic():  #> insert shop_log
        shown = first_number(order)
        Log.objects.create(text=shown.get("number", shown.get("id")))
""")
    assert not scan.completeness.blind_spots
