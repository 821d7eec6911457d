"""Which schema is the table of a class in, whose `__table_args__` a helper puts together?  Two of one name are two."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.ext.declarative import declared_attr
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker

class classproperty(property):
    def __get__(self, obj, type=None):
        return self.fget.__get__(None, type)()

class strict(classproperty):
    def __get__(self, obj, type=None):
        if obj is not None:
            raise AttributeError
        return super().__get__(obj, type)

def merged(cls, **more):
    args = []
    options = {}
    for name in dir(cls):
        if not name.endswith("__options"):
            continue
        value = getattr(cls, name)
        if not value:
            continue
        if isinstance(value, dict):
            options.update(value)
        elif isinstance(value, tuple):
            if isinstance(value[-1], dict):
                args.extend(value[:-1])
                options.update(value[-1])
            else:
                args.extend(value)
    options.update(more)
    return (*args, options) if args else options

class Base(DeclarativeBase):
    pass

class Log(Base):
    __abstract__ = True
    __tablename__ = "logs"
    id = sa.Column(sa.Integer, primary_key=True)

    @strict
    @classmethod
    def __options(cls):
        return (sa.Index(None, cls.id),)

    @declared_attr
    def __table_args__(cls):
        return merged(cls)
"""
SERVICES = """
# file: shop/services.py
from shop.models import *

def order(session: Session):
    session.add(OrderLog())
    session.commit()  #> insert orders.logs

def stock(session: Session):
    session.add(StockLog())
    session.commit()  #> insert stock.logs
"""
OPTIONS = {
    "a private attribute of each class": '__options = {"schema": "SCHEMA"}',
    "a property of the class that is a class method": """@strict
    @classmethod
    def __options(cls):
        return (sa.Index(None, cls.id), {"schema": "SCHEMA"})""",
    "a property of the class that is a static method": """@strict
    @staticmethod
    def __options():
        return {"schema": "SCHEMA"}""",
    "what the helper is told": """@declared_attr
    def __table_args__(cls):
        return merged(cls, schema="SCHEMA")""",
    "what the helper is told, behind others": """@declared_attr
    def __table_args__(cls):
        return (sa.CheckConstraint("id > 0"), *merged(cls, schema="SCHEMA"))""",
}


@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS)
def test_two_tables_of_one_name(options: str) -> None:
    classes = "".join(
        f"\nclass {name}Log(Log):\n    {options.replace('SCHEMA', schema)}\n"
        for name, schema in (("Order", "orders"), ("Stock", "stock"))
    )
    assert_touches(MODELS + classes + SERVICES)


@pytest.mark.parametrize("base", ["", "(object)"])
def test_a_mixin_that_names_a_table_has_none(base: str) -> None:
    assert_touches(f"""
# file: shop/models.py
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.ext.declarative import declared_attr
db = SQLAlchemy()

class Setting{base}:
    id = db.Column(db.Integer, primary_key=True)

class Plain(Setting):
    __tablename__ = "settings"
    value = db.Column(db.Integer)

    @classmethod
    def set(cls, name):
        db.session.add(cls(name=name))

class OrderSetting(Plain, db.Model):
    __table_args__ = {{"schema": "orders"}}

class StockSetting(Plain, db.Model):
    __table_args__ = {{"schema": "stock"}}

# file: shop/services.py
from shop.models import *

def order():
    OrderSetting.set("a")
    db.session.commit()  #> insert orders.settings

def stock():
    StockSetting.set("a")
    db.session.commit()  #> insert stock.settings
""")
