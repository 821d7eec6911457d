"""DynamoDB by boto3: tables of a resource, a client that is told names, batches, transactions."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

CALLS = {
    "dynamodb.Table('orders').put_item(Item={})": "insert orders, update orders",
    "orders.update_item(Key={})": "update orders",
    "orders.delete_item(Key={})": "delete orders",
    "orders.query(Limit=1)['Items']": "nothing, read orders",
    "dynamodb.Table(x).scan()": "nothing",
    "client.put_item(TableName='orders', Item={})": "insert orders, update orders",
    "client.get_item(TableName=orders.name, Key={})": "nothing, read orders",
    "[one for one in client.get_paginator('scan').paginate(TableName='orders')]": "nothing, read orders",
    "client.batch_write_item(RequestItems={'orders': [{'DeleteRequest': {}}], 'lines': [{'PutRequest': {}}]})": (
        "delete orders, insert lines, update lines"
    ),
    "dynamodb.batch_get_item(RequestItems={'orders': {'Keys': []}})": "nothing, read orders",
    "dynamodb.meta.client.delete_item(TableName='orders', Key={})": "delete orders",
    "boto3.client('s3').delete_item(TableName='orders')": "nothing",
    "boto3.Session().resource('dynamodb').Table('orders').delete_item(Key={})": "delete orders",
}
HEAD = """
import boto3
dynamodb = boto3.resource("dynamodb", region_name="eu-west-1")
client = boto3.client("dynamodb")
orders = dynamodb.Table("orders")
"""


@pytest.mark.parametrize("call", CALLS)
def test_calls(call: str) -> None:
    assert_touches(f"""{HEAD}
def work(x):
    {call}  #= {CALLS[call]}
""")


def test_a_block_of_another_database() -> None:
    assert_touches(f"""{HEAD}
def work():
    with transaction.atomic():  #> insert shop_log
        Log.objects.create()
        orders.delete_item(Key={{}})  #= delete orders
        client.transact_write_items(TransactItems=[{{"Delete": {{"TableName": "orders"}}}}])  #= delete orders
""")


def test_a_batch() -> None:
    assert_touches(f"""{HEAD}
def work():
    with orders.batch_writer() as batch:
        batch.put_item(Item={{}})  #= insert orders, update orders
        batch.delete_item(Key={{}})  #= delete orders
""")


def test_a_transaction() -> None:
    assert_touches(f"""{HEAD}
def work(x):
    client.transact_write_items(  #> insert orders, update orders, update stock
        TransactItems=[
            {{"Put": {{"TableName": "orders", "Item": x}}}},
            {{"Update": {{"TableName": "stock", "Key": x}}}},
            {{"ConditionCheck": {{"TableName": "customers"}}}},
        ]
    )
""")


def test_a_client_that_is_entered() -> None:
    assert_touches("""
import aioboto3
session = aioboto3.Session()
async def work():
    async with session.resource("dynamodb") as dynamodb:
        orders = await dynamodb.Table("orders")
        await orders.delete_item(Key={})  #= delete orders
    async with session.client("dynamodb") as client:
        await client.delete_item(TableName="orders", Key={})  #= delete orders
""")
