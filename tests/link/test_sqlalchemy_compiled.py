"""Elements of the project's own, whose text a function with `@compiles` makes."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
from sqlalchemy import Column, Integer, MetaData, Table, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session, declarative_base
from sqlalchemy.sql.expression import ClauseElement, Executable
Base = declarative_base()
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
class Line(Base):
    __tablename__ = "lines"
    id = Column(Integer, primary_key=True)

class DeleteFromSelect(Executable, ClauseElement):
    inherit_cache = False

    def __init__(self, table, query, column):
        self.table = table
        self.query = query
        self.column = column

@compiles(DeleteFromSelect)
def visit(element, compiler, **kw):
    return "DELETE FROM %s WHERE %s IN (SELECT T1.%s FROM (%s) AS T1)" % (
        compiler.process(element.table, asfrom=True),
        compiler.process(element.column),
        element.column.name,
        compiler.process(element.query),
    )
"""


def test_an_element_with_a_text_of_its_own() -> None:
    assert_touches(f"""
def purge(session: Session, engine, limit):
    orders = Table("orders", MetaData(), autoload_with=engine)
    query = select(orders.c.id).where(orders.c.id < 9).order_by(orders.c.id)
    if limit:
        query = query.limit(limit)
    statement = DeleteFromSelect(orders, query, orders.c.id)
    session.execute(statement)
    session.commit()  #> delete orders, read orders

def purge_lines(session: Session):
    session.execute(DeleteFromSelect(Line.__table__, select(Order.id), Line.id))
    session.commit()  #> delete lines, read orders
{MODELS}""")


def test_an_element_that_inherits_its_text() -> None:
    assert_touches(f"""
class InsertFromSelect(DeleteFromSelect):
    pass

@compiles(InsertFromSelect, "postgresql")
def visit_insert(element, compiler, **kw):
    return f"INSERT INTO {{compiler.process(element.table)}} ({{compiler.process(element.query)}})"

class Sub(InsertFromSelect):
    pass

def work(session: Session):
    session.execute(Sub(table=Line.__table__, query=select(Order), column=None))
    session.commit()  #> insert lines, read orders
{MODELS}""")


def test_an_element_whose_text_is_that_of_a_statement() -> None:
    assert_touches(
        """
from sqlalchemy import insert
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.sql import Delete, Insert

class Upsert(Insert):
    inherit_cache = False

    def __init__(self, table, values):
        self.values = values
        self.table = table

@compiles(Upsert, "postgresql")
def upsert(element, compiler, **kw):
    stmt = pg_insert(element.table).values(element.values)
    return compiler.visit_insert(stmt.on_conflict_do_update(index_elements=["id"], set_={"id": 1}))

@compiles(Upsert, "sqlite")
def upsert_by_text(element, compiler, **kw):
    raw = compiler.process(insert(element.table).values(element.values))
    return raw + " " + f"ON CONFLICT (id) DO UPDATE SET id={kw}"

class Purge(Delete):
    def __init__(self, table):
        self.table = table

@compiles(Purge)
def purge(element, compiler, **kw):
    return compiler.visit_delete(element.table.delete().where(element.table.c.id.in_(select(Line.id))))

def work(session: Session):
    session.execute(Upsert(Order.__table__, [dict(id=1)]))
    session.commit()  #> write orders

def forget(session: Session):
    session.execute(Purge(Order.__table__))
    session.commit()  #> delete orders, read lines
"""
        + MODELS
    )


CONDITIONAL = """
from sqlalchemy import and_
from sqlalchemy.ext import compiler
from sqlalchemy.orm import class_mapper
from sqlalchemy.sql import Insert, Select
class InsertOnce(Insert):
    def __init__(self, table, values, others=()):
        super(InsertOnce, self).__init__(table, dict(values))
        self.condition = and_(*[column == value for column, value in values.items()])

def visit_once(element, compiler, **kwargs):
    text = "INSERT INTO %s" % compiler.process(element.table, asfrom=True)
    text += " (%s)\\n" % ", ".join(column[0] for column in compiler._get_colparams(element))
    text += "SELECT 1\\n" + compiler.default_from()
    return text + "WHERE " + compiler.process(element.condition)
"""


@pytest.mark.parametrize("compiled", ["", "compiler.compiles(InsertOnce)(visit_once)"])
def test_a_statement_that_the_project_extends(compiled: str) -> None:
    assert_touches(f"""
def find(session, cls, **values):
    table = class_mapper(cls).tables[0]
    session.connection(cls).execute(InsertOnce(table, {{table.c[name]: one for name, one in values.items()}}))
    return session.query(cls).filter_by(**values).one()
def order(session: Session, key):
    find(session, Order, id=key)
    session.commit()  #> insert orders
def line(session: Session, key):
    find(session, Line, id=key)
    session.commit()  #> insert lines
{CONDITIONAL}{compiled}
{MODELS}""")


def test_a_session_that_create_session_makes() -> None:
    assert_touches(f"""
from sqlalchemy.orm import create_session
def work():
    session = create_session(bind=engine)
    with session.begin():  #> insert orders
        session.add(Order())
{MODELS}""")
