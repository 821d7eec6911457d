"""Which connection do engines of a program's own class begin on?"""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SOURCE = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy import create_engine
from sqlalchemy.engine import Engine as BareEngine, Connection as BareConnection
from sqlalchemy.ext.asyncio import AsyncEngine as BareAsyncEngine, AsyncConnection as BareAsyncConnection
orders = sa.Table("orders", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True))
logs = sa.Table("logs", sa.MetaData(), sa.Column("id", sa.Integer, primary_key=True))

class BASE(BareBASE):
    def connect(self):
        return CONNECTION(self)

class CONNECTION(BareCONNECTION):
    async def execute(self, statement, parameters=None):
        if isinstance(statement, str):
            statement = sa.text(statement)
        return await super().execute(statement, parameters)
    async def execute_again(self, statement):
        return await self.execute(statement)

# file: shop/services.py
from shop.models import *
class Database:
    def __init__(self):
        self.engine = ENGINE
    def acquire(self):
        return self.engine.begin()

async def work():
    async with Database().acquire() as connection:  #> insert orders, update logs, delete logs
        await connection.execute(orders.insert())
        await connection.execute("DELETE FROM logs")
        await connection.execute_again(logs.update())
"""


@pytest.mark.parametrize("engine", ["AsyncEngine(create_engine('sqlite://'))", "Engine('sqlite://')"])
def test_connections_with_methods_of_their_own(engine: str) -> None:
    base = engine.partition("(")[0]
    connection = base.replace("Engine", "Connection")
    source = SOURCE.replace("ENGINE", engine).replace("CONNECTION", connection).replace("BASE", base)
    scan = assert_touches(source)

    assert not scan.completeness.blind_spots
