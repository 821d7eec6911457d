"""What does clickhouse-connect give?  Clients: `../../frameworks/warehouses.py` says what they do."""

from clickhouse_connect.driver.client import AsyncClient, Client


def get_client(**kwargs):
    return Client()


def get_async_client(**kwargs):
    return AsyncClient()


create_client = get_client
create_async_client = get_async_client
