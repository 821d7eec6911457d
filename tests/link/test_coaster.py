"""Models and views that are made with coaster."""

from __future__ import annotations

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
from enum import Enum
from flask_sqlalchemy import SQLAlchemy
import sqlalchemy as sa
import sqlalchemy.orm as sa_orm
from sqlalchemy.orm import DeclarativeBase, Mapped
from coaster.sqlalchemy import (
    BaseMixin, BaseNameMixin, DynamicMapped, ModelBase, Query, StateManager, add_primary_relationship, relationship,
    with_roles,
)

class Model(ModelBase, DeclarativeBase):
    pass

db = SQLAlchemy(query_class=Query, metadata=Model.metadata)
Model.init_flask_sqlalchemy(db)

class STATE:
    OPEN = 1
    CLOSED = 2

class Customer(BaseNameMixin, Model):
    __tablename__ = "customers"
    orders: DynamicMapped["Order"] = with_roles(relationship(lazy="dynamic", back_populates="customer"), read={"all"})

class Order(BaseMixin[int, Customer], Model):
    __tablename__ = "orders"
    _state = sa_orm.mapped_column("state", sa.Integer)
    state = StateManager["Order"]("_state", STATE, doc="State")
    customer_id: Mapped[int] = sa_orm.mapped_column(sa.ForeignKey("customers.id"))
    customer: Mapped[Customer] = with_roles(relationship(back_populates="orders"), grants={"owner"})

    @with_roles(call={"owner"})
    @state.transition(state.OPEN, state.CLOSED)
    def close(self):
        pass

    @state.requires(state.OPEN)
    def note(self, text):
        db.session.add(Note(text=text))

class Note(BaseMixin[int, Customer], Model):
    __tablename__ = "notes"

add_primary_relationship(Customer, "first_order", Order, "customer", "customer_id")
"""


def test_a_transition_changes_its_row() -> None:
    assert_touches(f"""{MODELS}
# file: shop/app.py
from shop.models import Order, db
def work(order: Order):
    order.close()
    db.session.commit()  #> update orders
def noted(order: Order):
    order.note("late")
    db.session.commit()  #> insert notes
""")


def test_rows_by_their_names_and_the_first_child() -> None:
    assert_touches(f"""{MODELS}
# file: shop/app.py
from shop.models import Customer, Order, db
def work(order: Order):
    customer = Customer.upsert("ann")
    customer.first_order = order
    # a row of the pair's table comes, another goes
    db.session.commit()  #> update customers, insert customers_orders_primary, delete customers_orders_primary
""")


def test_what_is_registered_with_a_class_is_asked_of_its_objects() -> None:
    assert_touches(f"""{MODELS}
# file: shop/app.py
from shop.models import Customer, Note, Order, db
@Order.views("mark")
def mark_order(order, text=None):
    order.note_text = text
    db.session.add(Note())
@Customer.views("mark")
def mark_customer(customer):
    db.session.delete(customer)
def work(order: Order):
    order.views.mark(text="late")
    db.session.commit()  #> insert notes
""")


def test_routed_methods_of_a_view_work_on_the_row_of_its_model() -> None:
    assert_touches(f"""{MODELS}
# file: shop/auth.py
from coaster.auth import CurrentAuth as Base, GetCurrentAuth
from shop.models import Customer
class CurrentAuth(Base):
    user: Customer
current_auth = GetCurrentAuth.proxy(CurrentAuth)
# file: shop/views.py
from coaster.views import ModelView, UrlForView, render_with, requires_roles, route
from shop.auth import current_auth
from shop.models import Customer, Order, db
class Base(UrlForView, ModelView[Order]):
    def load(self, order):
        self.obj = Order.query.filter_by(id=order).one_or_404()
@Order.views("main")
@route("/order/<order>", init_app=None)
class OrderView(Base):
    @route("close", methods=["POST"])
    @requires_roles({{"owner"}})
    def close(self):
        self.obj.close()
        db.session.commit()  #> update orders

    @route("", methods=["POST"])
    @render_with("order.html", json=True)
    def rename(self):
        current_auth.user.name = "Bea"
        db.session.commit()  #> update customers
        return {{"order": self.obj.current_access(datasets=("primary",))}}
""")


def test_views_are_handed_the_rows_of_a_chain() -> None:
    """Each is found by what the path says; the view has them under the names that stand last."""
    assert_touches("""
# file: shop/models.py
from coaster.sqlalchemy import BaseMixin, Model
from flask_sqlalchemy import SQLAlchemy
db = SQLAlchemy()
class Order(BaseMixin, db.Model):
    __tablename__ = "orders"
class Line(BaseMixin, db.Model):
    __tablename__ = "lines"
# file: shop/app.py
from coaster.views import load_models
from flask import Flask
from shop.models import Line, Order, db
app = Flask(__name__)
@app.route("/<order>/<line>")
@load_models((Order, {"name": "order"}, "order"), (Line, {"name": "line", "order": "order"}, "line"))
def remove(order, line):
    db.session.delete(line)
    db.session.commit()  #> delete lines, read orders
""")
