"""Supabase and PostgREST: requests to tables and routines by their names."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches, linked

REQUESTS = {
    "client.table('orders').insert({'id': 1}).execute()": "insert orders",
    "client.from_('orders').upsert([{'id': 1}]).execute()": "insert orders, update orders",
    "client.table('orders').update({'state': 'new'}).eq('id', 1).execute()": "update orders",
    "client.table('orders').delete().in_('id', [1]).not_.is_('state', None).execute()": "delete orders",
    "client.schema('shop').table('orders').delete().execute()": "delete orders",
    "client.postgrest.from_('orders').delete().execute()": "delete orders",
    "client.table('orders').select('*').order('id').limit(1).maybe_single().execute()": "nothing, read orders",
    "client.table('orders').select('id', 'customer:customers!buyer(name), lines (*)').execute()": (
        "nothing, read orders, read customers, read lines"
    ),
    "client.table('orders').select('total.sum(), count()').execute()": "nothing, read orders, no read count",
    "client.table('orders').update({}).eq('id', 1)": "nothing",
    "client.table('a' if x else 'b').delete().execute()": "delete a, delete b",
}
CLIENTS = (
    "from supabase import create_client\nclient = create_client('url', 'key')",
    "from supabase import Client\nclient: Client = Client('url', 'key')",
    "from postgrest import SyncPostgrestClient\nclient = SyncPostgrestClient('url')",
)


@pytest.mark.parametrize("request_", REQUESTS)
def test_requests(request_: str) -> None:
    assert_touches(f"""
from supabase import create_client
client = create_client("url", "key")
def work(x):
    {request_}  #= {REQUESTS[request_]}
""")


@pytest.mark.parametrize("client", CLIENTS)
def test_clients(client: str) -> None:
    assert_touches(f"""
{client}
def work():
    client.table("orders").insert({{}}).execute()  #= insert orders
""")


def test_an_async_client() -> None:
    assert_touches("""
from supabase import AsyncClient, acreate_client
async def work():
    client: AsyncClient = await acreate_client("url", "key")
    await client.table("orders").insert({}).execute()  #= insert orders
""")


def test_a_request_that_is_built_by_a_helper() -> None:
    assert_touches("""
from supabase import create_client
class Repository:
    table_name = ""
    def __init__(self):
        self.client = create_client("url", "key")
    @property
    def table(self):
        return self.client.table(self.table_name)
class Orders(Repository):
    table_name = "orders"
    def close(self, key):
        query = self.table.update({})
        if key:
            query = query.eq("id", key)
        query.execute()  #= update orders
""")


def test_a_routine() -> None:
    scan = linked(
        {
            "shop/tasks.py": """
from celery import shared_task
from supabase import create_client
client = create_client("url", "key")
@shared_task
def work():
    client.rpc("place_order", {"id": 1}).execute()
""",
            "db/schema.sql": """
CREATE TABLE orders (id int);
CREATE FUNCTION place_order(id int) RETURNS void AS $$ INSERT INTO orders VALUES (id) $$ LANGUAGE sql;
""",
        }
    )
    (task,) = scan.entry_points
    assert [(one.op, one.table) for one in task.reaches] == [("insert", "orders")]


def test_a_table_whose_name_is_not_known() -> None:
    source = """
from supabase import create_client
client = create_client("url", "key")
def work(name):
    with transaction.atomic():  #> nothing
        client.table(name).delete().execute()
"""
    (one,) = assert_touches(source).transactions
    assert [spot.reason for spot in one.blind_spots] == ["the name of a table is not known"]
