"""What oslo.versionedobjects calls: the hook of a registry, for each class that is registered."""

from __future__ import annotations

from tests.link.linking import assert_touches

SHOP = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import declarative_base
Base = declarative_base()

class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    paid = sa.Column(sa.Boolean)

class Line(Base):
    __tablename__ = "lines"
    id = sa.Column(sa.Integer, primary_key=True)
    paid = sa.Column(sa.Boolean)

class Log(Base):
    __tablename__ = "logs"
    id = sa.Column(sa.Integer, primary_key=True)

# file: shop/db.py
from oslo_db.sqlalchemy import enginefacade
from shop import models
main = enginefacade.transaction_context()

def model_of(cls):
    name = cls if isinstance(cls, str) else cls.obj_name()
    if name == "Imported":
        return models.Order
    return getattr(models, name)

def checked(function):
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)
    return wrapper

@main.writer
def change(context, model, values):
    context.session.query(model).update(values)

@main.reader
def get_all(context):
    return context.session.query(models.Order).all()

# file: shop/objects.py
from oslo_versionedobjects import base
from shop import db, models

class Registry(base.VersionedObjectRegistry):
    def registration_hook(self, cls, index):
        if callable(getattr(cls, "prepare", None)):
            cls.prepare()

class Persistent:
    @classmethod
    def prepare(cls):
        cls.model = db.model_of(cls)

    def change(self, values):
        db.change(self._context, self.model, values)

@Registry.register
class Order(Persistent, base.VersionedObject):
    @staticmethod
    def _from_db_object(context, order, row):
        order.id = row.id
        return order

@Registry.register
class Line(Persistent, base.VersionedObject):
    pass

@Registry.register
class Imported(Persistent, base.VersionedObject):
    pass

@Registry.register
class Orders(base.ObjectListBase, base.VersionedObject):
    @classmethod
    def get_all(cls, context):
        return base.obj_make_list(context, cls(context), Order, db.get_all(context))

# file: shop/work.py
from shop import db, objects

@db.main.writer  #> update lines
def lines(context):
    objects.Line().change({"paid": True})

@db.main.writer  #> update orders
def imported(context):
    objects.Imported().change({"paid": True})

@db.main.writer  #> update orders, read orders
def orders(context):
    for order in objects.Orders.get_all(context):
        order.change({"paid": True})
"""


def test_each_registered_class_has_its_model() -> None:
    assert_touches(SHOP)
