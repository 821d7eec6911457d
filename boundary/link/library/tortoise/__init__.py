"""What does Tortoise export?"""

from tortoise import fields, models, transactions
from tortoise.models import Model


class Tortoise:
    @classmethod
    async def init(cls, **kwargs): ...

    @staticmethod
    def get_connection(name):
        from tortoise.backends import Client

        return Client()
