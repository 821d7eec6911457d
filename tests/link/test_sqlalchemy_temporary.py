"""Temporary tables of SQLAlchemy: nobody else sees what is in them, so they couple nothing."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

START = """
from sqlalchemy import Column, Integer, Table, delete, insert, select
from sqlalchemy.orm import DeclarativeBase, Session, declarative_base
class Base(DeclarativeBase):
    pass
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
"""


def test_a_table_that_is_made_as_temporary() -> None:
    scan = assert_touches(f"""{START}
picked = Table("picked", Base.metadata, Column("id", Integer), prefixes=["GLOBAL TEMPORARY"])
class Chosen(Base):
    __tablename__ = "chosen"
    __table_args__ = (None, {{"prefixes": ["TEMP"]}})
    id = Column(Integer, primary_key=True)
def clean():
    session = Session()
    session.execute(insert(picked))
    session.add(Chosen())
    session.execute(delete(Order).where(Order.id.in_(select(picked.c.id))))
    session.commit()  #> delete orders
""")
    assert {"picked", "chosen"}.isdisjoint(table.name for table in scan.tables)


@pytest.mark.parametrize("name", ['"picked_0"', 'f"picked_{number}"', "number"])
def test_a_class_that_is_made_for_one_session(name: str) -> None:
    scan = assert_touches(f"""{START}
def temporary(name, *columns, session):
    if session.bind.dialect.name == "postgresql":
        more = {{"postgresql_on_commit": "DROP", "prefixes": ["TEMPORARY"]}}
    else:
        more = {{"prefixes": ["TEMPORARY"]}}
    base = declarative_base()
    table = Table(name, base.metadata, *columns, **more)
    class Made(base):
        __table__ = table
    return Made
def clean(number):
    session = Session()
    picked = temporary({name}, Column("id", Integer, primary_key=True), session=session)
    session.execute(insert(picked))
    session.execute(delete(Order).where(Order.id == picked.id))
    session.commit()  #> delete orders
""")
    assert not any(one.blind_spots for one in scan.transactions)
