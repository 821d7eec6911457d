"""Warehouses: ClickHouse's clients, and connections on which each statement is on its own."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

CALLS = {
    "clickhouse_driver.Client('host').execute('INSERT INTO events (a) VALUES', x)": "insert events",
    "clickhouse_driver.Client.from_url('host').execute('SELECT * FROM events')": "nothing, read events",
    "Client('host').query_dataframe('SELECT * FROM events')": "nothing, read events",
    "clickhouse_driver.connect('host').cursor().execute('SELECT * FROM events')": "nothing, read events",
    "clickhouse_connect.get_client(host='host').query('SELECT * FROM events')": "nothing, read events",
    "clickhouse_connect.get_client().query_df('SELECT * FROM events')": "nothing, read events",
    "clickhouse_connect.get_client().command('DELETE FROM events')": "delete events",
    "clickhouse_connect.get_client().insert('shop.events', x)": "insert events",
    "trino.dbapi.connect(host='host').cursor().execute('SELECT * FROM events')": "nothing, read events",
    "hive.connect('host').cursor().execute('INSERT INTO events VALUES (1)')": "insert events",
}
HEAD = """
import clickhouse_connect, clickhouse_driver, trino
from clickhouse_driver import Client
from pyhive import hive
"""


@pytest.mark.parametrize("call", CALLS)
def test_calls(call: str) -> None:
    assert_touches(f"{HEAD}def work(x):\n    {call}  #= {CALLS[call]}\n")


def test_a_block_of_another_database() -> None:
    assert_touches(f"""{HEAD}
async def work(x):
    client = await clickhouse_connect.get_async_client()
    with transaction.atomic():  #> insert shop_log
        Log.objects.create()
        await client.insert("events", x)  #= insert events
        Client("host").execute("INSERT INTO events VALUES", x)  #= insert events
""")
