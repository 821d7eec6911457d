"""Consumers of Channels: which of their methods are called, and with which receiver."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches

SOCKET = """
from channels.consumer import SyncConsumer
from channels.db import database_sync_to_async
from channels.generic.http import AsyncHttpConsumer
from channels.generic.websocket import *
class Shop:
    def place(self):
        with transaction.atomic():  #> insert shop_tag
            Tag.objects.create()
"""
CASES = {
    "what a socket is sent": """
class Orders(JsonWebsocketConsumer):
    def connect(self):
        self.shop = Shop()
        self.accept()

    def receive_json(self, content):
        self.shop.place()
""",
    "awaited": """
class Orders(AsyncJsonWebsocketConsumer):
    async def receive_json(self, content):
        self.shop = Shop()
        await database_sync_to_async(self.shop.place)()
        await self.send_json({"type": "placed"})
""",
    "decoded before": """
class Orders(JsonWebsocketConsumer):
    @classmethod
    def decode_json(cls, text_data):
        return Shop()

    def receive_json(self, content):
        content.place()
""",
}


@pytest.mark.parametrize("source", list(CASES.values()), ids=list(CASES))
def test_consumers(source: str) -> None:
    assert_touches(SOCKET + source)


def test_where_channels_calls_in() -> None:
    assert_enters(
        SOCKET
        + """
class Base(WebsocketConsumer):
    def connect(self):
        pass

class Orders(Base):
    def receive(self, text_data):
        pass

class Later(AsyncJsonWebsocketConsumer):
    async def receive_json(self, content):
        pass

    async def disconnect(self, code):
        pass

class Page(AsyncHttpConsumer):
    async def handle(self, body):
        pass
""",
        "route shop.services.Base.connect",
        "route shop.services.Orders.connect",
        "route shop.services.Orders.receive",
        "route shop.services.Later.receive",
        "route shop.services.Later.disconnect",
        "route shop.services.Page.handle",
    )
