"""dataset and sqlite-utils: tables by their names, blocks, statements, names that are not known."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches, linked

DATASET = {
    "tx['orders'].insert(dict(state='new'))": "insert orders",
    "tx['orders'].insert_many([{}])": "insert orders",
    "tx.get_table('orders').upsert({}, ['id'])": "insert orders, update orders",
    "tx.load_table('orders').update({}, ['id'])": "update orders",
    "tx.create_table('orders').insert_ignore({}, ['id'])": "insert orders, read orders",
    "tx['orders'].delete(state='old')": "delete orders",
    "list(tx['orders'].find(state='new'))": "nothing, read orders",
    "[row for row in tx['orders']]": "nothing, read orders",
    "tx.query('DELETE FROM orders')": "delete orders",
}


@pytest.mark.parametrize("statement", DATASET)
def test_dataset(statement: str) -> None:
    assert_touches(f"""
import dataset
database = dataset.connect("sqlite:///shop.db")
def work():
    with database as tx:  #> {DATASET[statement]}
        {statement}
""")


SQLITE_UTILS = {
    "db['orders'].insert({'id': 1}, pk='id')": "insert orders",
    "db.table('orders', pk='id').insert_all([{}])": "insert orders",
    "db['orders'].upsert_all([{}])": "insert orders, update orders",
    "db['orders'].update(1, {})": "update orders",
    "db['orders'].delete(1)": "delete orders",
    "db['orders'].delete_where('id > 1')": "delete orders",
    "db['orders'].lookup({'name': 'new'})": "insert orders, read orders",
    "db['orders'].insert({}).delete(1)": "insert orders, delete orders",
    "list(db['orders'].rows)": "nothing, read orders",
    "db['orders'].count": "nothing, read orders",
    "list(db.query('SELECT * FROM orders'))": "nothing, read orders",
}


@pytest.mark.parametrize("statement", SQLITE_UTILS)
def test_sqlite_utils(statement: str) -> None:
    assert_touches(f"""
import sqlite_utils
def work():
    db = sqlite_utils.Database("shop.db")
    {statement}  #= {SQLITE_UTILS[statement]}
""")


def test_methods_of_sqlite_utils_in_a_block_on_its_connection() -> None:
    assert_touches("""
import sqlite_utils
db = sqlite_utils.Database("shop.db")
def work():
    with db.conn:  #> insert orders, insert lines
        db["orders"].insert({})
        db["lines"].insert({})
""")


def test_a_table_whose_name_is_not_known_is_a_blind_spot() -> None:
    source = """
import dataset
def work(name):
    with dataset.connect() as tx:
        tx[name].insert({})
"""
    [transaction] = linked({"shop/services.py": source}).transactions
    assert [spot.reason for spot in transaction.blind_spots] == ["the name of a table is not known"]
