"""pynamodb: models and their tables, what rows, indexes, batches and transactions do."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_tables, assert_touches

MODELS = """
# file: shop/models.py
from pynamodb.attributes import UnicodeAttribute
from pynamodb.connection import Connection
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex
from pynamodb.models import Model
from pynamodb.transactions import TransactWrite
class Base(Model):
    made = UnicodeAttribute()
class ByCustomer(GlobalSecondaryIndex):
    class Meta:
        projection = AllProjection()
    customer = UnicodeAttribute(hash_key=True)
class Order(Base):
    class Meta:
        table_name = "orders"
    id = UnicodeAttribute(hash_key=True)
    by_customer = ByCustomer()
class Line(Base):
    class Meta:
        table_name = "lines"
"""
CALLS = {
    "Order('1', state='new').save()": "insert orders, update orders",
    "Order.get('1').update(actions=[Order.id.set('2')])": "update orders, read orders",
    "for one in Order.query('1', Order.id > 2):\n        one.delete()": "delete orders",
    "order.refresh()": "nothing, read orders, no read lines",
    "list(Order.by_customer.query('1'))": "nothing, read orders",
}


@pytest.mark.parametrize("call", CALLS)
def test_calls(call: str) -> None:
    assert_touches(f"{MODELS}def work(order: Order):\n    {call}  #= {CALLS[call]}\n")


def test_blocks() -> None:
    assert_touches(f"""{MODELS}
def several(order: Order, line: Line):
    with TransactWrite(connection=Connection()) as transaction:  #> insert orders, update orders, delete lines
        transaction.save(order)
        transaction.delete(line)
        order.update([])  #= update orders
def one_by_one(order: Order):
    with Order.batch_write() as batch:
        batch.delete(order)  #= delete orders
""")


def test_tables() -> None:
    assert_tables(MODELS, "lines", "orders")
