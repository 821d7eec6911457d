"""GINO: models mapped as SQLAlchemy's, rows that are written at once, statements that execute themselves."""

# ruff: noqa: S608 - the applications here put SQL together; nothing executes it

from __future__ import annotations

import pytest

from tests.link.linking import assert_tables, assert_touches

MODELS = """
# file: shop/models.py
from gino import Gino
db = Gino()
class Team(db.Model):
    __tablename__ = "teams"
    id = db.Column(db.Integer(), primary_key=True)
    name = db.Column(db.Unicode())
class User(db.Model):
    __tablename__ = "users"
    id = db.Column(db.Integer(), primary_key=True)
    name = db.Column(db.Unicode(), default="noname")
    team_id = db.Column(db.Integer(), db.ForeignKey("teams.id", ondelete="CASCADE"))
    @classmethod
    async def called(cls, name):
        return await cls.query.where(cls.name == name).gino.first()
class Base(db.Model):
    __abstract__ = True
logs = db.Table("logs", db, db.Column("id", db.Integer(), primary_key=True))
# file: shop/services.py
from shop.models import *
import gino
from sqlalchemy.dialects.postgresql import insert
"""


def test_tables_and_keys() -> None:
    assert_tables(MODELS, "teams", "users", "logs")
    scan = assert_touches(f"{MODELS}\nasync def touch():\n    async with db.transaction():  #> nothing\n        pass\n")
    assert [(one.from_, one.column, one.to, one.on_delete) for one in scan.foreign_keys] == [
        ("users", "team_id", "teams", "CASCADE")
    ]


USER = "user = await User.get(1)\n        "


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("await User.create(name='x')", "insert users"),
        ("await User(name='x').create()", "insert users"),
        ("user = await User.create(name='x')\n        await user.delete()", "insert users, delete users"),
        ("if await User.get(1) is None:\n            await Team.create()", "read users, insert teams"),
        (f"{USER}user.name = 'y'", "read users"),
        (f"{USER}await user.update(name='y').apply()", "read users, update users"),
        (f"{USER}await user.update(name='y').update(id=2).apply()", "read users, update users"),
        (f"{USER}user.update(name='y')", "read users"),
        (f"{USER}await user.delete()", "read users, delete users"),
        ("await (await Team.get(1)).delete()", "read teams, delete teams, delete users"),
        ("await User.query.gino.all()", "read users, no read teams"),
        ("for user in await User.query.where(User.name == 'x').gino.all():\n            await user.delete()",
         "read users, delete users"),
        ("async for user in User.query.gino.iterate():\n            await user.delete()", "read users, delete users"),
        ("await (await User.called('x')).delete()", "read users, delete users"),
        ("if await User.query.gino.one_or_none() is None:\n            await Team.create()",
         "read users, insert teams"),
        ("await User.select('name').where(User.id == 1).gino.scalar()", "read users"),
        ("await db.select([db.func.count(User.id)]).gino.scalar()", "read users"),
        ("await User.join(Team).select().gino.load(User.load(team=Team)).all()", "read users, read teams"),
        ("teams = await User.join(Team).select().gino.load(Team.on(True)).all()\n        await teams[0].delete()",
         "read users, read teams, delete teams, delete users"),
        ("user, team = await User.join(Team).select().gino.load((User, Team)).first()\n        await user.delete()",
         "read users, read teams, delete users"),
        ("user = await User.get(1)\n        for name in names:\n            setattr(user, name, 1)", "read users"),
        ("await User.query.where(User.team_id.in_(db.select([Team.id]))).gino.all()", "read users, read teams"),
        ("await User.query.with_for_update().gino.first()", "lock users, read users"),
        ("await User.update.values(name='x').where(User.id == 1).gino.status()", "update users"),
        ("await User.delete.where(User.id == 1).gino.status()", "delete users"),
        ("await Team.delete.where(Team.id == 1).gino.status()", "delete teams, delete users"),
        ("User.delete.where(User.id == 1)", "nothing"),
        ("await User.insert().values(name='x').gino.status()", "insert users"),
        ("await insert(User).values(name='x').on_conflict_do_nothing().gino.scalar()", "insert users"),
        ("await db.insert(logs).values(id=1).gino.status()", "insert logs"),
        ("await logs.delete().gino.status()", "delete logs"),
        ("await db.status(db.text('DELETE FROM carts'))", "delete carts"),
        ("await db.text('DELETE FROM carts').gino.status()", "delete carts"),
        ("for user in await db.all(User.query):\n            await user.delete()", "read users, delete users"),
        ("await db.first('SELECT * FROM carts')", "read carts"),
        ("await tx.connection.status(User.delete.where(User.id == 1))", "delete users"),
        ("async with db.acquire() as conn:\n            await conn.scalar(User.query)", "read users"),
        ("await db.gino.create_all()", "nothing"),
        ("u = User.alias()\n        await u.query.where(u.id == 1).gino.all()", "read users"),
    ],
)  # fmt: skip
def test_what_is_touched(body: str, expected: str) -> None:
    assert_touches(f"""{MODELS}
async def touch(names):
    async with db.transaction() as tx:  #> {expected}
        {body}
""")


@pytest.mark.parametrize(
    ("imported", "begins"),
    [
        ("from gino.ext.starlette import Gino", "db.transaction()"),
        ("from gino_sanic import Gino", "db.bind.transaction()"),
        ("from gino import Gino", "engine.transaction()"),
        ("from gino.ext.aiohttp import Gino", "connection.transaction()"),
    ],
)
def test_databases(imported: str, begins: str) -> None:
    assert_touches(f"""
# file: shop/services.py
import gino
{imported}
class Counted:
    @classmethod
    async def count(cls):
        return await db.select([db.func.count()]).select_from(cls).gino.scalar()
class Database(Gino):
    pass
db = Database(dsn="postgresql://localhost/gino")
class User(Counted, db.Model):
    __tablename__ = "users"
    id = db.Column(db.Integer(), primary_key=True)
    async def delete(self):
        await db.status("DELETE FROM carts")
        return await super().delete()
async def touch():
    engine = await gino.create_engine("postgresql://localhost/gino")
    async with engine.acquire() as connection:
        async with {begins}:  #> read users, delete users, delete carts
            await User.count()
            await (await User.query.gino.first()).delete()
""")


def test_the_projects_own_updates() -> None:
    assert_touches(f"""{MODELS}
from gino.crud import UpdateRequest
class Logged(UpdateRequest):
    def update(self, **values):
        self.empty = not values
        return super().update(**values)
    async def apply(self):
        await logs.insert().gino.status()
        await User.delete.where(User.team_id == self._instance.id).gino.status()
        return await super().apply()
class Club(db.Model):
    __tablename__ = "clubs"
    id = db.Column(db.Integer(), primary_key=True)
    _update_request_cls = Logged
async def touch():
    async with db.transaction():  #> insert logs, delete users, update clubs
        await (await Club.get(1)).update(id=2).apply()
""")


def test_a_transaction_by_hand() -> None:
    assert_touches(f"""{MODELS}
async def touch():
    tx = await db.transaction()
    await User.create(name="x")
    await Team.create(name="x")
    await tx.commit()  #> insert users, insert teams
""")
