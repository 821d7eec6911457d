"""What a mapper lists of its class, and code that works on any class with it."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches
from tests.link.mapped import MODELS

FILLING = """
from sqlalchemy import inspect, select
from sqlalchemy.orm.mapper import Mapper
from sqlalchemy.orm import MANYTOMANY, MANYTOONE, ONETOMANY

def made(session, target, value):
    return [target(**one) for one in value]

def fill(session, row, data):
    mapper: Mapper = row.__mapper__
    for key, value in data.items():
        if key in mapper.columns:
            setattr(row, key, value)
            continue
        if key in mapper.relationships:
            prop = mapper.relationships[key]
            target = prop.mapper.class_
            if prop.direction == ONETOMANY and prop.uselist:
                setattr(row, key, made(session, target, value))
            elif prop.direction == ONETOMANY:
                setattr(row, key, target(**value))
            elif prop.direction is MANYTOONE:
                setattr(row, key, session.execute(select(target).filter_by(id=value)).scalars().one())
            elif prop.direction.name == "MANYTOMANY":
                setattr(row, key, session.scalars(select(target)).all())
"""
FILLED = {
    "json.loads(text)": "insert orders, no read customers, no read tags",
    "{'tags': 1, 'lines': 2, 'detail': 3, 'customer': 4, 'note': 5}": "insert orders, insert lines, insert details, "
    "insert links, read customers, read tags",
    "{'note': 1, 'tags': text}": "insert orders, insert links, read tags, no read customers",
    "{'note': 1, 'lines': text}": "insert orders, insert lines, no read customers",
    "{'note': 1, 'customer': text}": "insert orders, read customers, no read tags",
    "{'note': 1}": "insert orders, no read customers",
}


@pytest.mark.parametrize("data", FILLED)
def test_what_any_class_is_filled_with(data: str) -> None:
    assert_touches(f"""{FILLING}
import json
def work(session: Session, text):
    order = Order()
    fill(session, order, {data})
    session.add(order)
    session.commit()  #> {FILLED[data]}
{MODELS}""")


LISTED = {
    "for prop in inspect(Order).relationships:\n        session.add(prop.entity.class_())":
        "insert customers, insert tags, insert lines, insert details",
    "for one in inspect(Order).relationships:\n        if one.uselist:\n            session.add(one.mapper.class_())":
        "insert tags, insert lines",
    "for name, prop in inspect(Order).relationships.items():\n        if name == 'lines':\n"
    "            session.add(prop.mapper.class_())": "insert lines",
    "for name in inspect(Order).relationships.keys():\n        getattr(session.get(Order, 1), name)":
        "nothing, read orders, read customers, read tags, read lines, read details",
    "kept = [one for one in class_mapper(Order).iterate_properties if isinstance(one, RelationshipProperty)]\n"
    "    for name in [one.key for one in kept]:\n        getattr(session.get(Order, 1), name)":
        "nothing, read orders, read customers, read tags, read lines, read details",
    "[session.add(one.mapper.class_()) for one in Order.__mapper__.relationships if one.direction.name == 'MANYTOONE']":
        "insert customers",
    "session.add(inspect(Order).relationships['tags'].mapper.class_())": "insert tags",
    "session.add(Order.lines.property.mapper.class_())": "insert lines",
    "for name in inspect(Order).relationships.keys():\n        "
    "session.add(getattr(Order, name).property.entity.class_())":
        "insert customers, insert tags, insert lines, insert details",
}  # fmt: skip


@pytest.mark.parametrize("statement", LISTED)
def test_relationships_say_what_they_are(statement: str) -> None:
    assert_touches(f"""
from sqlalchemy import inspect
from sqlalchemy.orm import RelationshipProperty, class_mapper
def work(session: Session):
    {statement}
    session.commit()  #> {LISTED[statement]}
{MODELS}""")


SHOWN = """
import sqlalchemy.orm as orm
from sqlalchemy.inspection import inspect
class Shown:
    @classmethod
    def is_join(cls, attr):
        held = getattr(cls, attr)
        return hasattr(held, "impl") and isinstance(held.impl, orm.attributes.CollectionAttributeImpl)
    @classmethod
    def names(cls):
        kept = cls.__dict__.get("_names")
        if kept is None:
            attrs = tuple(inspect(cls).all_orm_descriptors.keys())
            kept = cls._names = (attrs, tuple(attr for attr in attrs if not cls.is_join(attr)))
        return kept
    def show(self, relations=False):
        every, plain = self.names()
        return {attr: getattr(self, attr) for attr in (every if relations else plain)}
class Customer"""
SHOWING = {
    "order.show(relations=True)": "read customers, read tags, read lines, read details",
    "order.show()": "read customers, read details, no read tags, no read lines",
}


@pytest.mark.parametrize("columns", [1, 60])
@pytest.mark.parametrize("call", SHOWING)
def test_names_of_relationships_among_those_of_many_columns(call: str, columns: int) -> None:
    more = "".join(f"    note{one} = Column(Integer)\n" for one in range(columns))
    models = MODELS.replace("\nclass Customer", SHOWN).replace("Order(Base)", "Order(Shown, Base)")
    assert_touches(f"""
def work(session: Session):
    order = session.get(Order, 1)
    order.note0 = 1
    {call}
    session.commit()  #> update orders, {SHOWING[call]}
{models.replace("    note = Column(Integer)", more)}""")


@pytest.mark.parametrize(
    ("statement", "written"),
    [
        ("order.lines['color'] = line", "nothing"),
        ("order.lines[0] = line", "insert lines"),
        ("order.lines[place] = line", "insert lines"),
        ("order.notes['color'] = note", "insert notes"),
        ("order.asked['color'] = note", "nothing"),
    ],
)
def test_only_a_dict_has_something_under_a_text(statement: str, written: str) -> None:
    assert_touches(f"""
# file: shop/models.py
from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import Session, attribute_keyed_dict, declarative_base, relationship
Base = declarative_base()
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
    lines = relationship("Line")
    notes = relationship("Note", collection_class=attribute_keyed_dict("key"))
    asked = relationship("Note", lazy="dynamic")
class Line(Base):
    __tablename__ = "lines"
    id = Column(Integer, primary_key=True)
    order_id = Column(ForeignKey("orders.id"))
class Note(Base):
    __tablename__ = "notes"
    key = Column(String, primary_key=True)
    order_id = Column(ForeignKey("orders.id"))
# file: shop/services.py
from shop.models import Line, Note, Order, Session
def work(session: Session, place):
    order = session.get(Order, 1)
    line, note = Line(), Note()
    {statement}
    session.commit()  #> {written}
""")
