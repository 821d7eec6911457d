"""Classes that SQLAlchemy's automap makes of the tables of a database."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

DONE = {
    "session.add(Base.classes.orders(total=1))": "insert orders",
    "session.add(Base.classes['orders'](total=1))": "insert orders",
    "Order = Base.classes.get('orders')\n    session.get(Order, 1).total = 2": "read orders, update orders",
    "session.delete(session.query(Base.classes.tags).first())": "read tags, delete tags",
    "session.execute(Base.classes.orders.__table__.update().where(True).values(total=1))": "update orders",
    "session.execute(class_of('tags').__table__.delete())": "delete tags",
    "session.execute(class_of(name).__table__.delete())": "nothing",
    "session.add(Base.classes.customers())": "insert customers",
}


@pytest.mark.parametrize("statement", DONE)
def test_a_class_by_the_name_of_its_table(statement: str) -> None:
    assert_touches(f"""
def class_of(name):
    return Base.classes[name]
def work(session: Session, name):
    {statement}
    session.commit()  #> {DONE[statement]}
# file: shop/models.py
from sqlalchemy import Column, Integer, create_engine
from sqlalchemy.ext.automap import automap_base
from sqlalchemy.orm import Session
Base = automap_base()
class Customer(Base):
    __tablename__ = "customers"
    id = Column(Integer, primary_key=True)
engine = create_engine("sqlite://")
Base.prepare(engine, reflect=True)
""")


def test_the_table_of_a_model_of_django() -> None:
    assert_touches("""
from sqlalchemy import create_engine
from sqlalchemy.ext.automap import automap_base
class Bridge:
    def __init__(self, metadata):
        self.base = automap_base(metadata=metadata)
        self.base.prepare()
        self.engine = create_engine("sqlite://")
    def table(self, model):
        return self.base.classes[model._meta.db_table].__table__
def work():
    bridge = Bridge(None)
    with bridge.engine.begin() as connection:  #> update shop_order
        connection.execute(bridge.table(Order).update().values(total=1))
    with bridge.engine.begin() as connection:  #> delete shop_tag
        connection.execute(bridge.table(Tag).delete())
""")
