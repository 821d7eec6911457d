"""Statements that are made of their classes, and those of tables whose names are not known."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
from sqlalchemy import Column, Integer, MetaData, Table
from sqlalchemy.orm import declarative_base, sessionmaker
Base = declarative_base()
make = sessionmaker()
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
def table_of(kind):
    return Table(kind(), MetaData(), Column("id", Integer))
# file: shop/views.py
from sqlalchemy import Delete, Select, Update
from sqlalchemy.dialects.postgresql import Insert as upsert
from sqlalchemy.sql.dml import Insert
from shop.models import Order, make, table_of
def work(x):
    with make.begin() as session:  #> {expected}
        session.execute({statement})
"""
EXECUTED = {
    "Insert(Order.__table__).values(x)": "insert orders",
    "upsert(Order).values(x).on_conflict_do_update(set_=x)": "insert orders, update orders",
    "Update(Order).where(Order.id == x)": "update orders",
    "Delete(Order.__table__)": "delete orders",
    "Select(Order)": "read orders",
}


@pytest.mark.parametrize("statement", EXECUTED)
def test_what_is_executed(statement: str) -> None:
    """The same as what the functions make that are called like the classes."""
    assert_touches(MODELS.format(statement=statement, expected=EXECUTED[statement]))


@pytest.mark.parametrize("statement", ["table_of(x).insert().values(x)", "Insert(x)", "Delete(table_of(x))"])
def test_one_of_a_table_that_is_not_known_is_told(statement: str) -> None:
    """It may write any."""
    scan = assert_touches(MODELS.format(statement=statement, expected="nothing"))
    (found,) = [one for transaction in scan.transactions for one in transaction.blind_spots]
    assert found.reason == "a statement of which no table is known"
