"""Which method answers a request to a consumer of Channels?"""

from channels.consumer import AsyncConsumer


class AsyncHttpConsumer(AsyncConsumer):
    __entry_points__ = {"handle": "route", "disconnect": "route"}

    async def send_headers(self, status=200, headers=None):
        pass

    async def send_body(self, body, more_body=False):
        pass

    async def send_response(self, status, body, **kwargs):
        pass
