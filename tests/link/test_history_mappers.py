"""Versioned rows by the recipe of SQLAlchemy's documentation: a second table for each class below a mixin."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_tables, assert_touches

RECIPE = """
# file: shop/history_meta.py
from sqlalchemy import Column, Integer, Table, event, inspect
from sqlalchemy.orm import attributes, object_mapper
def _history_mapper(local_mapper):
    cls = local_mapper.class_
    cols = [column.copy() for column in local_mapper.local_table.c]
    table = Table({named}, local_mapper.local_table.metadata, *cols)
    versioned_cls = type.__new__(type, "%sHistory" % cls.__name__, cls.__bases__, {{}})
    cls.__history_mapper__ = local_mapper.registry.map_imperatively(versioned_cls, table)
class Versioned:
    def __init_subclass__(cls):
        @event.listens_for(cls, "after_mapper_constructed")
        def _mapper_constructed(mapper, class_):
            _history_mapper(mapper)
    @classmethod
    def history(cls):
        return cls.__history_mapper__.class_
def create_version(obj, session, deleted=False):
    history_cls = obj.__history_mapper__.class_
    hist = history_cls()
    session.add(hist)
def versioned_session(session):
    @event.listens_for(session, "before_flush")
    def before_flush(session, flush_context, instances):
        for obj in session.dirty:
            if hasattr(obj, "__history_mapper__"):
                create_version(obj, session)
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase
from shop.history_meta import Versioned
class Base(DeclarativeBase): ...
class Order(Versioned, Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    total = sa.Column(sa.Integer)
class Tag(Base):
    __tablename__ = "tags"
    id = sa.Column(sa.Integer, primary_key=True)
class Urgent(Order):
    __tablename__ = "urgent_orders"
    id = sa.Column(sa.ForeignKey("orders.id"), primary_key=True)
"""
NAMES = ['local_mapper.local_table.name + "_history"', 'f"{{local_mapper.local_table.name}}_history"']


OLDER = """    @declared_attr
    def __mapper_cls__(cls):
        def map(cls, *arg, **kw):
            mp = Mapper(cls, *arg, **kw)
            _history_mapper(mp)
            return mp
        return map
"""


@pytest.mark.parametrize("older", [False, True])
@pytest.mark.parametrize("named", NAMES)
def test_the_tables(named: str, *, older: bool) -> None:
    made = ("orders", "orders_history", "tags", "urgent_orders", "urgent_orders_history")
    recipe = RECIPE.format(named=named.replace("{{", "{").replace("}}", "}"))
    if older:
        start, end = recipe.index("    def __init_subclass__"), recipe.index("    @classmethod\n    def history")
        recipe = recipe[:start] + OLDER + recipe[end:]
    assert_tables(recipe, *made)


@pytest.mark.parametrize("ending", ["_history", "_archive"])
@pytest.mark.parametrize(
    ("statement", "written"),
    [
        ("session.add(Order.history()(total=1))", "insert orders{ending}"),
        ("create_version(session.get(Order, 1), session)", "insert orders{ending}"),
        ("create_version(session.get(Tag, 1), session)", "nothing"),
        ("session.query(Order.history()).filter_by(id=1).delete()", "delete orders{ending}"),
        ("session.add(Urgent.history()())", "insert orders{ending}, insert urgent_orders{ending}"),
    ],
)
def test_what_is_written(statement: str, written: str, ending: str) -> None:
    recipe = RECIPE.format(named=f'local_mapper.local_table.name + "{ending}"')
    assert_touches(f"""{recipe}
# file: shop/services.py
from sqlalchemy.orm import Session
from shop.history_meta import create_version
from shop.models import Order, Tag, Urgent
def work(session: Session):
    with session.begin():  #> {written.format(ending=ending)}
        {statement}
""")


def test_a_session_that_keeps_versions() -> None:
    recipe = RECIPE.format(named='local_mapper.local_table.name + "_history"')
    assert_touches(f"""{recipe}
# file: shop/services.py
from sqlalchemy.orm import Session
from shop.history_meta import versioned_session
from shop.models import Order, Tag
versioned_session(Session)
def work(session: Session):
    with session.begin():  #> update orders, insert orders_history
        session.get(Order, 1).total = 2
""")
