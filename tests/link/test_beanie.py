"""beanie and bunnet: documents and their collections, queries, links, what runs around writes."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_tables, assert_touches

MODELS = """
# file: shop/models.py
from datetime import datetime
from typing import Annotated, Optional
from beanie import BackLink, Delete, Document, Insert, Link, Replace, UnionDoc, View, after_event, before_event
from pydantic import BaseModel, Field
class Dated(Document):
    made: datetime
    class Settings:
        use_state_management = True
class Log(Document):
    text: str
class Customer(Dated):
    name: str
    orders: list[BackLink["Order"]] = Field(json_schema_extra={"original_field": "customer"})
    class Settings:
        name = "customers"
class Line(Document):
    class Settings:
        name = "lines"
class Order(Dated):
    number: int = 1
    customer: Link[Customer]
    lines: Optional[list[Link["Line"]]] = None
    class Settings:
        name = "orders"
    @before_event(Insert, Replace)
    async def told(self):
        await Log(text="new").insert()  #= insert Log
    @after_event([Delete])
    def gone(self):
        self.number = 0
class Vehicle(Document):
    class Settings:
        is_root = True
class Car(Vehicle):
    class Settings:
        class_id_value = "car"
class Parties(UnionDoc):
    class Settings:
        name = "parties"
class Firm(Document):
    class Settings:
        union_doc = Parties
class Old(Document):
    class Collection:
        name = "old_ones"
class Shown(View):
    number: int
    class Settings:
        source = Order
        name = "shown"
        pipeline = [{"$lookup": {"from": "customers", "localField": "customer", "as": "customer"}},
                    {"$unionWith": {"coll": "old_ones"}}]
# file: shop/services.py
from asyncio import gather
from beanie import DeleteRules, UpdateResponse, WriteRules
from shop.models import *
async def touch(order: Order, session):
"""


def test_collections() -> None:
    assert_tables(MODELS + "    pass\n", "Log", "customers", "lines", "orders", "Vehicle", "parties", "old_ones")


def test_keys() -> None:
    scan = assert_touches(f"{MODELS}    pass\n")
    assert {(one.from_, one.column, one.to) for one in scan.foreign_keys} == {
        ("orders", "customer", "customers"),
        ("orders", "lines", "lines"),
    }


READ = "nothing, read orders"
DEEP = f"{READ}, read customers, read lines"
SHOWN = f"{READ}, read customers, read old_ones"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("await Order(number=1).insert()", "insert orders"),
        ("await Order(number=1).create()", "insert orders"),
        ("await Order(number=1).save()", "insert orders"),
        ("await order.save()", "insert orders, update orders"),
        ("await (await Order.get(1)).save()", "update orders, read orders"),
        ("await order.save_changes()", "update orders"),
        ("await order.replace()", "update orders"),
        ("await order.set({Order.number: 2})", "update orders"),
        ("await order.update(Set({Order.number: 2}))", "update orders"),
        ("await order.delete()", "delete orders"),
        ("await order.sync()", READ),
        ("await Order.insert_one(Order(number=1))", "insert orders"),
        ("await Order.insert_many([Order(number=1)])", "insert orders"),
        ("await Order.replace_many([order])", "update orders"),
        ("await Order.update_all({'$set': {}})", "update orders"),
        ("await Order.delete_all()", "delete orders"),
        ("await Car().insert()", "insert Vehicle"),
        ("await Firm.find_one()", "nothing, read parties"),
        ("await Parties.all().to_list()", "nothing, read parties"),
        ("await Old.count()", "nothing, read old_ones"),
        ("await Shown.find(Shown.number == 1).to_list()", SHOWN),
        ("await Order.get(1, fetch_links=True)", DEEP),
        ("await Order.find_one(Order.number == 1)", f"{READ}, no read customers"),
        ("await Order.find_one(Order.customer.name == 'x', fetch_links=True)", DEEP),
        ("await Order.find(Order.number == 1).sort('-number').limit(3).to_list()", READ),
        ("await Order.find_all(fetch_links=True).first_or_none()", DEEP),
        ("await Customer.find_one(fetch_links=True)", "nothing, read customers, read orders, read lines"),
        ("await Order.find(Order.number > 1).count()", READ),
        ("await Order.distinct('number')", READ),
        ("await Order.find().aggregate([{'$lookup': {'from': 'lines', 'as': 'x'}}]).to_list()", f"{READ}, read lines"),
        ("await Order.aggregate([{'$lookup': {'from': 'lines', 'as': 'x'}}]).to_list()", f"{READ}, read lines"),
        ("await Order.aggregate([{'$out': 'totals'}]).to_list()", "delete totals, insert totals"),
        ("await Order.find_one(Order.number == 1).update(Set({Order.number: 2}))", "update orders, no read orders"),
        ("await Order.find(Order.number == 1).inc({Order.number: 2})", "update orders"),
        ("await Order.find_one().upsert(Set({}), on_insert=Order(number=1))", "update orders, insert orders"),
        ("await Order.find(Order.number == 1).delete()", "delete orders"),
        ("await gather(Order.find_one(), order.delete())", "delete orders, read orders"),
        ("await order.fetch_link(Order.customer)", "nothing, read customers, no read lines"),
        ("await order.fetch_link('lines')", "nothing, read lines, no read customers"),
        ("await order.fetch_all_links()", "nothing, read lines, read customers"),
        ("await order.customer.fetch()", "nothing, read customers"),
        ("await order.save(link_rule=WriteRules.DO_NOTHING)", "insert orders, update orders"),
        ("await order.replace(link_rule=WriteRules.WRITE)",
         "update orders, insert lines, update lines, insert customers, update customers"),
        ("await order.delete(link_rule=DeleteRules.DELETE_LINKS)", "delete orders, delete lines, delete customers"),
        ("one = await Order.find_one().update({}, response_type=UpdateResponse.NEW_DOCUMENT)\n    await one.save()",
         "update orders"),
        ("async for one in Order.find():\n        await one.delete()", "delete orders"),
        ("for one in await Order.find().to_list():\n        await one.customer.delete()", "delete customers"),
        ("if await Order.find_one() is None:\n        await Log().insert()", "insert Log"),
        ("if await Order.find_one(Order.number == 5).exists():\n        await Log().insert()", "insert Log"),
        ("if Order.number == 2:\n        await Log().insert()", "insert Log"),
    ],
)  # fmt: skip
def test_what_is_touched(body: str, expected: str) -> None:
    assert_touches(f"{MODELS}    {body}  #= {expected}\n")


def test_what_runs_around_writes() -> None:
    scan = assert_touches(f"""{MODELS}
    await order.replace()  #= update orders
async def other(order: Order):
    await Order.find_one().update({{}})  #= update orders
""")
    assert {(one.table, one.op) for one in scan.accesses if "told" in str(one)} == {("Log", "insert")}


SYNCHRONOUS = f"""
{MODELS.replace("beanie", "bunnet").replace("async ", "").replace("await ", "")}
    print(Order.find_one(Order.number == 1).run().save())  #= update orders, read orders
    for one in Order.find().sort("number").run():  #= nothing, read orders
        one.delete()  #= delete orders
    for one in Order.find():  #= nothing, read orders
        one.customer.fetch()  #= nothing, read customers
    list(Order.aggregate([]).run())  #= nothing, read orders
    Order.find().update(x).run()  #= update orders
    order.insert()  #= insert orders
"""


def test_bunnet() -> None:
    assert_touches(SYNCHRONOUS)


def test_users() -> None:
    assert_touches("""
# file: shop/models.py
from beanie import Document
from fastapi_users.db import BeanieBaseUser
class User(BeanieBaseUser, Document):
    class Settings(BeanieBaseUser.Settings):
        name = "users"
# file: shop/services.py
from fastapi import FastAPI
from fastapi_users import BaseUserManager, FastAPIUsers
from fastapi_users_db_beanie import BeanieUserDatabase
from shop.models import User
async def get_user_db():
    yield BeanieUserDatabase(User)
async def touch(user: User):
    async for db in get_user_db():
        await db.update(user, {})  #= insert users, update users
""")


def test_a_transaction() -> None:
    assert_touches(f"""{MODELS}    pass
from motor.motor_asyncio import AsyncIOMotorClient
async def work(order: Order):
    async with await AsyncIOMotorClient().start_session() as session:
        async with session.start_transaction():  #> insert Log, update orders
            await Log(text="new").insert(session=session)
            await Order.find_one().update({{}}, session=session)
            await Line().insert()  #= insert lines
""")
