"""Forms of WTForms: what their fields and validators ask."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SHOP = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, scoped_session, sessionmaker

Session = scoped_session(sessionmaker())

class Base(DeclarativeBase):
    pass

class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.String)
    customer_id = sa.Column(sa.ForeignKey("customers.id"))
    customer = sa.orm.relationship("Customer")

class Customer(Base):
    __tablename__ = "customers"
    id = sa.Column(sa.Integer, primary_key=True)

class Log(Base):
    __tablename__ = "logs"
    id = sa.Column(sa.Integer, primary_key=True)
"""
FIELDS = {
    "a validator that is an object": """
class Unique:
    def __init__(self, model, message=None):
        self.model = model
    def __call__(self, form, field):
        if Session.query(self.model).filter_by(name=field.data).first():
            raise ValidationError("taken")
class OrderForm(FlaskForm):
    name = StringField("Name", validators=[DataRequired(), Unique(Order)])
""",
    "a validator that is a function": """
def unique(form, field):
    if Session.query(Order).filter_by(name=field.data).first():
        raise ValidationError("taken")
class OrderForm(FlaskForm):
    name = StringField("Name", [Length(max=3), unique])
""",
    "a field of one's own": """
class OrderField(Field):
    def process_formdata(self, valuelist):
        self.order = Session.query(Order).filter_by(name=valuelist[0]).first()
class OrderForm(FlaskForm):
    name = OrderField("Name")
""",
    "a field that checks by itself": """
class OrderField(StringField):
    def pre_validate(self, form):
        if not Session.query(Order).get(self.data):
            raise ValidationError("none")
class OrderForm(FlaskForm):
    name = OrderField("Name")
""",
    "a method by the name of a field": """
class OrderForm(FlaskForm):
    name = StringField("Name")
    def validate_name(self, field):
        Session.query(Order).filter_by(name=field.data).first()
""",
}


@pytest.mark.parametrize("form", FIELDS.values(), ids=FIELDS)
def test_what_a_form_asks_while_it_is_checked(form: str) -> None:
    assert_touches(f"""{SHOP}
# file: shop/app.py
from flask_wtf import FlaskForm
from wtforms import Field, StringField
from wtforms.validators import DataRequired, Length, ValidationError
from shop.models import *
{form}
def work():
    form = OrderForm()
    if form.validate_on_submit():
        Session.add(Log())
        if form.name.data:
            Session.add(Customer())
        Session.commit()  #> read orders, insert logs, insert customers
""")


def test_a_field_whose_choices_are_rows() -> None:
    assert_touches(f"""{SHOP}
# file: shop/app.py
from flask_wtf import FlaskForm
from wtforms_sqlalchemy.fields import QuerySelectField
from shop.models import *
class OrderForm(FlaskForm):
    customer = QuerySelectField(query_factory=lambda: Session.query(Customer))
def work():
    form = OrderForm()
    if form.validate_on_submit():
        Session.add(Log())
        Session.delete(form.customer.data)
        Session.commit()  #> read customers, insert logs, delete customers
""")


def test_a_field_that_holds_a_row() -> None:
    assert_touches(f"""{SHOP}
# file: shop/app.py
from flask_wtf import FlaskForm
from wtforms import HiddenField, StringField
from shop.models import *
class CustomerField(HiddenField):
    def process_formdata(self, valuelist):
        if valuelist:
            self.data = Session.get(Customer, valuelist[0])
class CustomersField(StringField):
    def process_formdata(self, valuelist):
        self.data = [Session.get(Customer, one) for one in valuelist]
class OrderForm(FlaskForm):
    customer = CustomerField()
    others = CustomersField()
    name = StringField()
def work():
    form = OrderForm()
    if form.validate_on_submit():
        Session.delete(form.customer.data)
        Session.commit()  #> read customers, delete customers
def work_on_many():
    for customer in OrderForm().others.data:
        Session.delete(customer)
        Session.commit()  #> read customers, delete customers
def show(order):
    form = OrderForm()
    form.name.data = Session.get(Order, 1)
def of_others():
    Session.delete(OrderForm().name.data)
    Session.commit()  #> read customers, no read orders
""")
