"""Pages that Flask renders: what their templates ask of the rows that they are given."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
from flask_login import LoginManager
from flask_sqlalchemy import SQLAlchemy
db = SQLAlchemy()
login = LoginManager()
class Customer(db.Model):
    __tablename__ = "customer"
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.Text)
    marks = db.relationship("Mark")
class Mark(db.Model):
    __tablename__ = "mark"
    id = db.Column(db.Integer, primary_key=True)
    customer_id = db.Column(db.ForeignKey("customer.id"))
@login.user_loader
def load_user(key):
    return db.session.get(Customer, key)
class Line(db.Model):
    __tablename__ = "line"
    id = db.Column(db.Integer, primary_key=True)
    order_id = db.Column(db.ForeignKey("orders.id"))
class Order(db.Model):
    __tablename__ = "orders"
    id = db.Column(db.Integer, primary_key=True)
    customer_id = db.Column(db.ForeignKey("customer.id"))
    customer = db.relationship("Customer")
    lines = db.relationship("Line")
    def owner(self, kind):
        return self.customer
"""
PAGES = {
    "an attribute": ("{{ order.customer.name }}", "read customer, no read line"),
    "a loop": ("{% for one in order.lines %}{{ one.id }}{% endfor %}", "read line, no read customer"),
    "a test": ("{% if order.customer %}a{% endif %}", "read customer, no read line"),
    "a block of another": ("{% extends 'base.html' %}{% block body %}{{ order.lines }}{% endblock %}", "read line"),
    "a part": ("{% include 'part.html' %}", "read customer, no read line"),
    "the user": ("{% for one in current_user.marks %}{{ one.id }}{% endfor %}", "read mark"),
    "an argument": ("{{ url_for('customer', name=order.customer.name) }}", "read customer, no read line"),
    "an argument of a part": ("{{ url_for('a', x=(1, 2), b=other(order.customer.name)).c }}", "read customer"),
    "an argument of a filter": ("{{ order.id|default(order.customer.name) }}", "read customer, no read line"),
    "what a call gives": ("{% for one in order.owner('x').marks %}{{ one.id }}{% endfor %}", "read mark"),
    "a call that asks for something": ("{% for one in order.owner().marks %}{{ one.id }}{% endfor %}", "no read mark"),
    "a macro": (
        "{% macro row(one, kind='a') %}{{ one.customer.name }}{% endmacro %}{{ row(order) }}",
        "read customer, no read line",
    ),
    "a macro that nobody calls": ("{% macro row(order) %}{{ order.lines }}{% endmacro %}", "no read line"),
    "a macro of another": (
        "{% from 'macros.html' import rows as listed, named with context %}{{ listed(order, kind='b') }}",
        "read line, no read customer",
    ),
    "macros of another": ("{% import 'macros.html' as m %}{{ m.named(order) }}", "read customer, no read line"),
    "a macro in a block": (
        "{% extends 'base.html' %}{% import 'macros.html' as m %}{% block body %}{{ m.named(order) }}{% endblock %}",
        "read customer, no read line",
    ),
    "a macro around something": (
        "{% from 'macros.html' import rows %}{% call(x) rows(order) %}{{ order.customer }}{% endcall %}",
        "read line, read customer",
    ),
    "nothing": ("{{ order.id }}", "no read customer, no read line, no read mark"),
}


@pytest.mark.parametrize(("page", "reads"), list(PAGES.values()), ids=list(PAGES))
@pytest.mark.parametrize("render", ["render_template", "stream_template"])
def test_a_page(render: str, page: str, reads: str) -> None:
    assert_touches(f"""{MODELS}
# file: shop/services.py
from flask import {render}
from shop.models import Order
def show(pk):
    order = Order.query.get(pk)
    return {render}("page.html", order=order)  #= nothing, {reads}
# file: shop/templates/page.html
{page}
# file: shop/templates/base.html
{{% block body %}}{{% endblock %}}
# file: shop/templates/part.html
{{{{ order.customer.name }}}}
# file: shop/templates/macros.html
{{% macro rows(one, kind="a") %}}{{% for x in one.lines %}}{{{{ x.id }}}}{{% endfor %}}{{% endmacro %}}
{{% macro named(one) %}}{{{{ inner(one) }}}}{{% endmacro %}}
{{% macro inner(other) %}}{{{{ other.customer.name }}}}{{% endmacro %}}
""")


@pytest.mark.parametrize(
    "registered",
    ["@app.context_processor\n{}", "@pages.app_context_processor\n{}", "{}\napp.context_processor(given)"],
)
def test_what_context_processors_give_to_every_page(registered: str) -> None:
    function = registered.format("def given():\n    return dict(user=current_user, order=Order.query.first())")
    assert_touches(f"""{MODELS}
# file: shop/app.py
from flask import Blueprint, Flask
from flask_login import current_user
from shop.models import Order
app, pages = Flask(__name__), Blueprint("pages", __name__)
{function}
# file: shop/services.py
from flask import render_template
def show():
    return render_template("page.html")  #= nothing, read mark, read line
def other():
    return render_template("other.html")  #= nothing, no read mark, no read line
# file: shop/templates/page.html
{{% for one in user.marks %}}{{{{ one.id }}}}{{% endfor %}}{{% for one in order.lines %}}{{{{ one.id }}}}{{% endfor %}}
# file: shop/templates/other.html
x
""")


@pytest.mark.parametrize(
    ("others", "reads"),
    [("", "read line"), ("\n# file: shop/templates/index.html\nx\n", "no read line")],
)
def test_a_theme_is_a_folder_of_templates(others: str, reads: str) -> None:
    assert_touches(f"""{MODELS}
# file: shop/app.py
import os
from flask import Flask
app = Flask(__name__)
app.template_folder = os.path.join(app.template_folder, app.config["THEME"])
# file: shop/services.py
from flask import render_template
from shop.models import Order
def show():
    return render_template("page.html", order=Order.query.first())  #= nothing, {reads}
# file: shop/templates/plain/page.html
{{% for one in order.lines %}}{{{{ one.id }}}}{{% endfor %}}
{others}""")
