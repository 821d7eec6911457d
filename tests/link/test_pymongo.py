"""MongoDB: collections by their names, what is done with them, sessions, pipelines, files."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches, linked

CALLS = {
    "db.orders.insert_one({'state': 'new'})": "insert orders",
    "db['orders'].insert_many([{}])": "insert orders",
    "db.get_collection('orders').insert_one({})": "insert orders",
    "db.orders.with_options(None).insert_one({})": "insert orders",
    "getattr(db, 'orders').insert_one({})": "insert orders",
    "client.other.orders.insert_one({})": "insert orders",
    "client['other']['orders'].insert_one({})": "insert orders",
    "client.get_default_database().orders.insert_one({})": "insert orders",
    "db.orders.archive.insert_one({})": "insert orders.archive",
    "db.orders['archive'].insert_one({})": "insert orders.archive",
    "db['a' if x else 'b'].delete_many({})": "delete a, delete b",
    "Collection(db, 'orders').insert_one({})": "insert orders",
    "db.orders.update_one({}, {'$set': {}})": "update orders",
    "db.orders.update_one({}, {'$set': {}}, upsert=True)": "insert orders, update orders",
    "db.orders.replace_one({}, {}, True)": "insert orders, update orders",
    "db.orders.find_one_and_update({}, {}, upsert=x)": "insert orders, update orders",
    "db.orders.find_one_and_delete({})": "delete orders",
    "db.orders.save({})": "insert orders, update orders",
    "db.orders.drop()": "delete orders",
    "db.drop_collection('orders')": "delete orders",
    "db.drop_collection(db.orders)": "delete orders",
    "db.orders.create_index('state')": "nothing, no read orders",
    "db.orders.find_one({})": "nothing, read orders",
    "list(db.orders.find({}).sort('state').limit(3))": "nothing, read orders",
    "db.orders.count_documents({})": "nothing, read orders",
    "db.orders.bulk_write([InsertOne({}), DeleteMany({})])": "insert orders, delete orders",
    "db.orders.bulk_write([UpdateOne({}, {}, upsert=True) for one in x])": "insert orders, update orders",
    "db.orders.bulk_write(x)": "update orders",
    "db.command('count', 'orders')": "nothing, read orders",
    "db.command({'delete': 'orders', 'deletes': []})": "delete orders",
    "db.command('ping')": "nothing",
    "GridFS(db).put(b'')": "insert fs.files, insert fs.chunks",
    "GridFSBucket(db, bucket_name='photos').delete(1)": "delete photos.files, delete photos.chunks",
}
PIPELINES = {
    "{'$lookup': {'from': 'customers', 'as': 'customer'}}": "nothing, read orders, read customers",
    "{'$facet': {'a': [{'$graphLookup': {'from': 'customers'}}]}}": "nothing, read customers",
    "{'$lookup': {'from': 'a', 'pipeline': [{'$unionWith': 'b'}]}}": "nothing, read a, read b",
    "{'$out': 'totals'}": "delete totals, insert totals, read orders",
    "{'$merge': {'into': {'db': 'shop', 'coll': 'totals'}}}": "insert totals, update totals",
    "{'$match': {'from': 'customers'}}": "nothing, no read customers",
}
CLIENTS = {
    "pymongo": "from pymongo import MongoClient\ndb = MongoClient('mongodb://localhost')['shop']",
    "pymongo, annotated": "from pymongo.database import Database\ndb: Database = make()",
    "motor": "from motor.motor_asyncio import AsyncIOMotorClient\ndb = AsyncIOMotorClient().shop",
    "motor for tornado": "import motor\ndb = motor.MotorClient().shop",
    "pymongo, asynchronous": "from pymongo import AsyncMongoClient\ndb = AsyncMongoClient().shop",
    "flask": "from flask_pymongo import PyMongo\nmongo = PyMongo(app)\ndb = mongo.db",
}
HEAD = """
from contextlib import asynccontextmanager
from gridfs import GridFS, GridFSBucket
from pymongo import DeleteMany, InsertOne, MongoClient, UpdateOne
from pymongo.collection import Collection
client = MongoClient()
db = client.shop
"""


@pytest.mark.parametrize("call", CALLS)
def test_calls(call: str) -> None:
    assert_touches(f"""{HEAD}
def work(x):
    {call}  #= {CALLS[call]}
""")


@pytest.mark.parametrize("stage", PIPELINES)
def test_pipelines(stage: str) -> None:
    assert_touches(f"""{HEAD}
def work():
    db.orders.aggregate([{{"$match": {{}}}}, {stage}])  #= {PIPELINES[stage]}
""")


@pytest.mark.parametrize("client", CLIENTS.values(), ids=CLIENTS)
def test_clients(client: str) -> None:
    assert_touches(f"""
{client}
async def work():
    await db.orders.insert_one({{}})  #= insert orders
    async for one in db.orders.find():  #= nothing, read orders
        pass
""")


SESSIONS = {
    "with": """
    with client.start_session() as session:
        with session.start_transaction():  #> insert orders, update stock
            db.orders.insert_one({}, session=session)
            db.stock.update_one({}, {}, session=session)
            db.log.insert_one({})  #= insert log
""",
    "asynchronous": """
    async with await client.start_session() as session:
        async with session.start_transaction():  #> insert orders, update stock
            await db.orders.insert_one({}, session=session)
            await db.stock.update_one({}, {}, session=session)
""",
    "a callback": """
    def place(session):
        db.orders.insert_one({}, session=session)
        db.stock.update_one({}, {}, session=session)
        db.log.insert_one({})
    with client.start_session() as session:
        session.with_transaction(place)  #> insert orders, update stock
""",
    "by hand": """
    session = client.start_session()
    db.before.insert_one({})
    session.start_transaction()
    try:
        db.orders.insert_one({}, session=session)
        db.log.insert_one({})
        db.stock.update_one({}, {}, session=session)
        session.commit_transaction()  #> insert orders, update stock
    except Exception:
        session.abort_transaction()
        raise
""",
    "a callback that awaits, on a session that is awaited": """
    async def place(session):
        await db.orders.insert_one({}, session=session)
        await db.stock.update_one({}, {}, session=session)
    async with await client.start_session() as mongo:
        await mongo.with_transaction(place)  #> insert orders, update stock
""",
    "a helper's block": """
    @asynccontextmanager
    async def transaction(session=None):
        if session is not None:
            yield session
        else:
            async with client.start_session() as made:
                async with await made.start_transaction():
                    yield made
                    await made.commit_transaction()
    async with transaction() as session:  #> insert orders, update stock
        await db.orders.insert_one({}, session=session)
        await db.stock.update_one({}, {}, session=session)
""",
    "handed on": """
    with client.start_session() as session, session.start_transaction():  #> insert orders, update stock
        ordered({}, session=session)
        db.stock.update_one({}, {}, session=session)
""",
    "not handed on": """
    with client.start_session() as session, session.start_transaction():  #> update stock
        ordered({})
        db.stock.update_one({}, {}, session=session)
""",
}


@pytest.mark.parametrize("body", SESSIONS.values(), ids=SESSIONS)
def test_sessions(body: str) -> None:
    assert_touches(f"""{HEAD}
def ordered(document, session=None):
    db.orders.insert_one(document, session=session)
async def work():{body}""")


def test_a_block_of_another_database() -> None:
    assert_touches(f"""{HEAD}
def work():
    with transaction.atomic():  #> insert shop_log
        Log.objects.create()
        db.orders.insert_one({{}})  #= insert orders
""")


KEPT = {
    "on the application": "app.mongo = MongoClient().shop",
    "in its state": "app.state.mongo = MongoClient().shop",
}


@pytest.mark.parametrize("kept", KEPT.values(), ids=KEPT)
def test_what_an_application_of_fastapi_keeps(kept: str) -> None:
    at = kept.partition(" ")[0]
    assert_touches(f"""
from fastapi import FastAPI, Request
from pymongo import MongoClient
app = FastAPI()
@app.on_event("startup")
async def start():
    {kept}
@app.post("/orders")
async def place(request: Request):
    await request.{at}.orders.insert_one({{}})  #= insert orders
""")


def test_what_is_not_known_is_told() -> None:
    source = f"""{HEAD}
def work(name):
    with client.start_session() as session, session.start_transaction():
        db[name].insert_one({{}}, session=session)
        db.command(name)
        client.drop_database("shop")
"""
    scan = linked({"shop/services.py": f"{source}def alone(name):\n    db[name].find_one({{}})\n"})
    (transaction,) = scan.transactions
    assert [one.reason for one in scan.completeness.elsewhere] == ["the name of a collection is not known"]
    assert {one.reason for one in transaction.blind_spots} == {
        "the name of a collection is not known",
        "a command to MongoDB is not known",
        "all collections of a database are dropped",
    }
