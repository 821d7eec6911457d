"""Callers whose texts fill the holes of another one, `"{}_log".format(name)`, are kept apart by them."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize("name", ['"{}_log".format(name)', '"{kind}_log".format(kind=name)', 'f"{name}_log"'])
def test_tables_that_are_called_by_what_fills_a_text_are_told_apart(name: str) -> None:
    """Each store makes a log that is called after its own table, and is handed its name alone."""
    assert_touches(
        f"""
# file: shop/stores.py
from sqlalchemy import Column, Integer, MetaData, Table, create_engine
class Log:
    def __init__(self, metadata, name):
        self.table = Table({name}, metadata, Column("id", Integer))
    def put(self, connection): connection.execute(self.table.insert())
def log_of(metadata, name):
    return Log(metadata, name)
class Store:
    def __init__(self, metadata):
        self.log = log_of(metadata, self.table.name)
    def add(self, connection):
        connection.execute(self.table.insert())
        self.log.put(connection)
class Orders(Store):
    def __init__(self, metadata):
        self.table = Table("orders", metadata, Column("id", Integer))
        Store.__init__(self, metadata)
class Tags(Store):
    def __init__(self, metadata):
        self.table = Table("tags", metadata, Column("id", Integer))
        Store.__init__(self, metadata)
metadata = MetaData()
engine = create_engine("sqlite://")
orders, tags = Orders(metadata), Tags(metadata)
def order():
    with engine.begin() as connection:  #> insert orders, insert orders_log
        orders.add(connection)
def tag():
    with engine.begin() as connection:  #> insert tags, insert tags_log
        tags.add(connection)
"""
    )
