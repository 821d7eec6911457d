"""Tables that SQLAlchemy's metadata holds, by name and all of them."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table
from sqlalchemy.orm import Session, declarative_base
Base = declarative_base()
metadata = Base.metadata
links = Table("links", metadata, Column("order", ForeignKey("orders.id")), Column("tag", ForeignKey("tags.id")))
class Tag(Base):
    __tablename__ = "tags"
    id = Column(Integer, primary_key=True)
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
"""
ALL = "{0} links, {0} orders, {0} tags"
DONE = {
    "session.execute(Base.metadata.tables['orders'].delete())": "delete orders",
    "session.execute(delete(metadata.tables.get('links')))": "delete links",
    "for name in ('orders', 'tags'):\n        session.execute(update(metadata.tables[name]))":
        "update orders, update tags",
    "for table in reversed(metadata.sorted_tables):\n        session.execute(table.delete())": ALL.format("delete"),
    "for table in Base.metadata.tables.values():\n        session.execute(insert(table))": ALL.format("insert"),
    "for name, table in metadata.tables.items():\n        if name != 'x':\n            session.execute(delete(table))":
        ALL.format("delete"),
    "[session.execute(table.select()).all() for table in metadata.sorted_tables]": f"nothing, {ALL.format('read')}",
    "for name in names:\n        session.execute(metadata.tables[name].insert(), {})": ALL.format("insert"),
    "session.execute(metadata.tables['unheard'].delete())": "nothing",
}  # fmt: skip


@pytest.mark.parametrize("statement", DONE)
def test_tables_of_the_metadata(statement: str) -> None:
    assert_touches(f"""
from sqlalchemy import delete, insert, select, update
def work(session: Session, names):
    {statement}
    session.commit()  #> {DONE[statement]}
{MODELS}""")


def test_a_table_that_only_the_database_knows() -> None:
    assert_touches("""
from sqlalchemy import MetaData, create_engine
engine = create_engine("sqlite://")
metadata = MetaData()
metadata.reflect(bind=engine)
def work():
    with engine.begin() as connection:  #> insert orders, delete tags
        connection.execute(metadata.tables["orders"].insert().values(id=1))
        connection.execute(metadata.tables.get("tags").delete())
""")


def test_a_metadata_that_is_reflected() -> None:
    assert_touches(f"""
from sqlalchemy import create_engine
class Backup:
    def __init__(self):
        self.engine = create_engine("sqlite://")
        self.meta = MetaData()

    def restore(self, data):
        with self.engine.begin() as connection:  #> delete links, delete orders, delete tags
            self.meta.reflect(bind=self.engine)
            for name in data:
                connection.execute(self.meta.tables[name].delete())

Backup().restore(unknown)
{MODELS}""")


def test_tables_that_a_helper_reflects_by_their_names() -> None:
    assert_touches(f"""
from sqlalchemy import func, select
def table(name):
    return Table(name, metadata, autoload_with=metadata.bind)

def work(session: Session):
    orders = table("orders")
    session.execute(select(func.count(orders.c["id"]))).fetchall()
    session.commit()  #> nothing, read orders, no read tags

def other(session: Session):
    session.execute(select(table("tags").c.id)).fetchall()
    session.commit()  #> nothing, read tags, no read orders
{MODELS}""")


def test_an_update_reads_what_it_sets() -> None:
    assert_touches(f"""
from sqlalchemy import func
def work(session: Session):
    tag = session.query(Tag.id).filter(Tag.id == 1).scalar_subquery()
    session.query(Order).filter(Order.id == 1).update({{Order.id: func.coalesce(tag, 1)}})
    session.commit()  #> update orders, read tags
{MODELS}""")


@pytest.mark.parametrize(
    ("decorator", "mapped", "held"),
    [("@as_declarative()", "", "Base"), ("", "@registry().mapped", "Order")],
)
def test_metadata_of_classes_that_a_decorator_maps(decorator: str, mapped: str, held: str) -> None:
    assert_touches(f"""
# file: shop/models.py
from sqlalchemy import Column, Integer
from sqlalchemy.orm import Session, as_declarative, registry

{decorator}
class Base:
    pass

{mapped}
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
# file: shop/services.py
from shop.models import *
def work(session: Session):
    for table in {held}.metadata.sorted_tables:
        session.execute(table.delete())
    session.commit()  #> delete orders
""")


def test_tables_in_the_body_of_a_class() -> None:
    assert_touches("""
import sqlalchemy as sa
class Model:
    metadata = sa.MetaData()
    orders = sa.Table("orders", metadata, sa.Column("id", sa.Integer, primary_key=True))
    lines = sa.Table("lines", metadata, sa.Column("order", sa.ForeignKey("orders.id")))
    notes = sa.Table("notes", metadata, sa.Column("order", sa.ForeignKey("orders.id")))
class Database:
    def __init__(self, url):
        self.engine = sa.create_engine(url)
        self.model = Model()
    def prune(self):
        with self.engine.begin() as connection:  #> delete lines, delete orders
            for name in ("lines", "orders"):
                connection.execute(self.model.metadata.tables[name].delete())
    def empty(self):
        with self.engine.begin() as connection:  #> delete lines, delete notes, delete orders
            for table in self.model.metadata.sorted_tables:
                connection.execute(table.delete())
Database("sqlite://").prune()
Database("sqlite://").empty()
""")


def test_many_tables_that_a_function_makes() -> None:
    many = "\n".join(f'    t{n} = Table("t{n}", metadata, sa.Column("id", sa.Integer))' for n in range(60))
    assert_touches(f"""
import sqlalchemy as sa
def Table(*args, **kwargs):
    kwargs["mysql_character_set"] = "utf8"
    return sa.Table(*args, **kwargs)
class Model:
    metadata = sa.MetaData()
{many}
def write(engine: sa.Engine):
    with engine.begin() as connection:  #> insert t1, insert t30, delete t59
        connection.execute(Model.t1.insert())
        connection.execute(Model.t30.insert())
        connection.execute(Model.metadata.tables["t59"].delete())
""")


def test_texts_of_settings_that_no_table_is_called() -> None:
    assert_touches("""
import sqlalchemy as sa
SETTINGS = {"orders": "orders", "limit": "500", "encoding": "utf-8", "cached": "True", "port": "-1"}
def close(session, wanted):
    orders = sa.Table(SETTINGS[wanted], sa.MetaData())
    session.execute(orders.delete())
    session.commit()  #> delete orders
""")
