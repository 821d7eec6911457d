"""Which methods of its sockets does Channels call?"""

from channels.consumer import AsyncConsumer, SyncConsumer


class WebsocketConsumer(SyncConsumer):
    __entry_points__ = {
        "connect": "route",
        "receive": "route",
        "disconnect": "route",
    }

    def accept(self, subprotocol=None, headers=None):
        pass

    def send(self, text_data=None, bytes_data=None, close=False):
        pass

    def close(self, code=None, reason=None):
        pass


class JsonWebsocketConsumer(WebsocketConsumer):
    def receive(self, text_data=None, bytes_data=None, **kwargs):
        self.receive_json(self.decode_json(text_data), **kwargs)

    def send_json(self, content, close=False):
        self.send(text_data=self.encode_json(content), close=close)

    @classmethod
    def decode_json(cls, text_data):
        return __unknown__

    @classmethod
    def encode_json(cls, content):
        return ""


class AsyncWebsocketConsumer(AsyncConsumer):
    __entry_points__ = {
        "connect": "route",
        "receive": "route",
        "disconnect": "route",
    }

    async def accept(self, subprotocol=None, headers=None):
        pass

    async def send(self, text_data=None, bytes_data=None, close=False):
        pass

    async def close(self, code=None, reason=None):
        pass


class AsyncJsonWebsocketConsumer(AsyncWebsocketConsumer):
    async def receive(self, text_data=None, bytes_data=None, **kwargs):
        await self.receive_json(await self.decode_json(text_data), **kwargs)

    async def send_json(self, content, close=False):
        await self.send(text_data=await self.encode_json(content), close=close)

    @classmethod
    async def decode_json(cls, text_data):
        return __unknown__

    @classmethod
    async def encode_json(cls, content):
        return ""
