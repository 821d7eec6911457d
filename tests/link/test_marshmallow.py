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
