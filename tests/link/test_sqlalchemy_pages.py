"""Pages of queries, queries without a session, and columns of classes that have no table."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches
from tests.link.mapped import MODELS

PAGES = {
    "SqlalchemyOrmPage(session.query(Order), page=1, items_per_page=2)": "read orders",
    "SqlalchemyOrmPage(session.query(Order), item_count=5)": "read orders, no read tags",
    "SqlalchemySelectPage(session, select(Order))": "read orders",
    "Page(session.query(Order).all())": "read orders",
}


@pytest.mark.parametrize("page", PAGES)
def test_a_page(page: str) -> None:
    assert_touches(f"""
from paginate import Page
from paginate_sqlalchemy import SqlalchemyOrmPage, SqlalchemySelectPage
from sqlalchemy import select
def other(session: Session):
    return SqlalchemyOrmPage(session.query(Tag))
def work(session: Session):
    for order in {page}:  #= {PAGES[page]}
        setattr(order[0] if isinstance(order, tuple) else order, "note", 1)
    session.commit()  #> update orders
{MODELS}""")


def test_queries_without_a_session() -> None:
    assert_touches(f"""
from sqlalchemy.orm import Query
class Found:
    @classmethod
    def find(cls, session):
        query: Query = Query(cls).filter_by(id=1)
        return query.with_session(session).first()  #= read refunds
class Refund(Found, Base):
    __tablename__ = "refunds"
    id = Column(Integer, primary_key=True)
def work(session: Session):
    Refund.find(session).id = 2
    session.commit()  #> update refunds
    Query([Order, Line], session=session).one()  #= read orders, read lines
{MODELS}""")


def test_a_column_of_a_class_without_a_table() -> None:
    assert_touches(f"""
from sqlalchemy import func
from sqlalchemy.ext.declarative import AbstractConcreteBase
class Event(AbstractConcreteBase, Base):
    at = Column(Integer)
    kind = None
class Sale(Event):
    __tablename__ = "sales"
    id = Column(Integer, primary_key=True)
    __mapper_args__ = {{"concrete": True}}
class Return(Event):
    __tablename__ = "returns"
    id = Column(Integer, primary_key=True)
    __mapper_args__ = {{"concrete": True}}
def work(session: Session):
    session.query(func.count(Event.at)).scalar()  #= read sales, read returns
    session.query(func.count(Sale.at)).scalar()  #= read sales, no read returns
    session.query(Order).filter(Order.note == Event.kind).all()  #= read orders, no read sales
{MODELS}""")
