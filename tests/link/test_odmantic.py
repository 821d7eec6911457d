"""odmantic: models and their collections, what an engine does with them, references, transactions."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_tables, assert_touches

MODELS = """
# file: shop/models.py
from typing import Optional
from odmantic import AIOEngine, EmbeddedModel, Field, Model, Reference
class CustomerModel(Model):
    name: str
class Address(EmbeddedModel):
    street: str
class BigOrder(Model):
    number: int = 1
    customer: CustomerModel = Reference(key_name="customer_id")
    address: Optional[Address] = None
    model_config = {"collection": "orders"}
class LogEntry(Model):
    text: str
class Old(Model):
    class Config:
        collection = "old_ones"
engine = AIOEngine(database="shop")
"""
CALLS = {
    "await engine.save(LogEntry(text='new'))": "insert log_entry",
    "await engine.save_all([LogEntry(text='new'), Old()])": "insert log_entry, insert old_ones",
    "await engine.save(await engine.find_one(Old))": "update old_ones, read old_ones",
    "await engine.save(BigOrder(customer=CustomerModel(name='a')))": "insert orders, insert customer",
    "await engine.save(order)": "insert orders, update orders",
    "await engine.find_one(BigOrder, BigOrder.number == 1)": "nothing, read orders, read customer",
    "[one.number async for one in engine.find(BigOrder)]": "nothing, read orders, read customer",
    "for one in await engine.find(BigOrder):\n        await engine.delete(one)": "delete orders",
    "await engine.count(BigOrder)": "nothing, read orders, no read customer",
    "await engine.remove(BigOrder, BigOrder.number == 1)": "delete orders",
    "await engine.get_collection(BigOrder).insert_one({})": "insert orders",
}
TRANSACTIONS = {
    "of the engine": """
    async with engine.transaction() as transaction:  #> insert log_entry, insert old_ones
        await transaction.save(LogEntry(text="new"))
        await transaction.save(Old())
        await engine.remove(BigOrder)  #= delete orders
""",
    "of a session": """
    async with engine.session() as session:
        async with session.transaction() as transaction:  #> insert log_entry, insert old_ones
            await transaction.save(LogEntry(text="new"))
            await engine.save(Old(), session=transaction)
""",
}


@pytest.mark.parametrize("call", CALLS)
def test_what_engines_do(call: str) -> None:
    assert_touches(f"""{MODELS}
async def work(order: BigOrder):
    {call}  #= {CALLS[call]}
""")


@pytest.mark.parametrize("body", TRANSACTIONS.values(), ids=TRANSACTIONS)
def test_transactions(body: str) -> None:
    assert_touches(f"""{MODELS}
async def work():{body}""")


def test_tables_and_keys() -> None:
    assert_tables(MODELS, "customer", "log_entry", "old_ones", "orders")
    scan = assert_touches(f"{MODELS}\nasync def work():\n    pass  #= nothing\n")
    assert {(one.from_, one.column, one.to) for one in scan.foreign_keys} == {("orders", "customer", "customer")}
