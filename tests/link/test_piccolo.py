"""Piccolo: tables, queries that run when they are awaited or told to, rows, relations, transactions."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_tables, assert_touches

MODELS = """
# file: shop/models.py
from piccolo.columns import M2M, ForeignKey, LazyTableReference, OnDelete, Varchar
from piccolo.table import Table
class Manager(Table):
    name = Varchar()
class BandMember(Table, tablename="members", schema="music"):
    band = ForeignKey("Band", on_delete=OnDelete.set_null)
class Band(Table, tablename="bands"):
    name = Varchar(length=100)
    manager = ForeignKey(references=Manager)
    parent = ForeignKey("self")
    genres = M2M(LazyTableReference("GenreToBand", module_path=__name__))
class Genre(Table):
    name = Varchar()
    bands = M2M(LazyTableReference("GenreToBand", module_path=__name__))
class GenreToBand(Table):
    band = ForeignKey(Band)
    genre = ForeignKey(LazyTableReference("Genre", app_name="music"), on_delete=OnDelete.restrict)
# file: piccolo_conf.py
from piccolo.engine import PostgresEngine
DB = PostgresEngine(config={})
# file: shop/services.py
import asyncio
from shop.models import *
from piccolo.query.functions import Count, Upper
from piccolo.utils.sync import run_sync
from piccolo_conf import DB
"""
GONE = "delete bands, delete genre_to_band, update music.members"


def test_tables() -> None:
    assert_tables(MODELS, "manager", "music.members", "bands", "genre", "genre_to_band")


def test_keys() -> None:
    scan = assert_touches(f"{MODELS}\nasync def touch():\n    async with DB.transaction():  #> nothing\n        pass\n")
    assert {(one.from_, one.column, one.to, one.on_delete) for one in scan.foreign_keys} == {
        ("music.members", "band", "bands", "SET NULL"),
        ("bands", "manager", "manager", "CASCADE"),
        ("bands", "parent", "bands", "CASCADE"),
        ("genre_to_band", "band", "bands", "CASCADE"),
        ("genre_to_band", "genre", "genre", "RESTRICT"),
    }


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("await Band.select()", "read bands, no read manager"),
        ("return await Band.select(Band.name).where(Band.name == 'x').order_by(Band.id).first()", "read bands"),
        ("await Band.select(Band.name, Band.manager.name)", "read bands, read manager"),
        ("await Band.select('name', 'manager.name')", "read bands, read manager"),
        ("await Band.select(Band.manager.all_columns())", "read bands, read manager"),
        ("await Band.select(Band.ref('manager.name'))", "read bands, read manager"),
        ("await Band.select().where((Band.manager.name == 'x') & (Band.id == 1)).run()", "read bands, read manager"),
        ("await Band.select().where(Band.id.is_in(GenreToBand.select(GenreToBand.band)))",
         "read bands, read genre_to_band"),
        ("await Band.select(Band.name, Band.genres(Genre.name, as_list=True))",
         "read bands, read genre_to_band, read genre"),
        ("await Band.select(Upper(Band.manager.name), Count())", "read bands, read manager"),
        ("await Manager.select(Manager.name.join_on(Band.name).name)", "read manager, read bands"),
        ("run_sync(Band.select().run())", "read bands"),
        ("await GenreToBand.select(GenreToBand.band.manager.name)", "read genre_to_band, read bands, read manager"),
        ("Band.select().run_sync()", "read bands"),
        ("query = Band.select()\n        await asyncio.gather(query, Genre.count().run())", "read bands, read genre"),
        ("Band.delete(force=True)", "nothing"),
        ("if await Band.exists().where(Band.name == 'x'):\n            await Genre(name='x').save()",
         "read bands, insert genre"),
        ("await Band.count()", "read bands"),
        ("for one in await Band.objects():\n            one.name = 'y'\n            await one.save()",
         "read bands, update bands"),
        ("one = await Band.objects().get(Band.name == 'x')\n        await one.save(columns=[Band.name])",
         "read bands, update bands"),
        ("if await Band.objects().first() is None:\n            await Genre().save()", "read bands, insert genre"),
        ("one = await Band.objects(Band.manager).first()\n        await one.manager.save()",
         "read bands, read manager, update manager"),
        ("await Band.objects().prefetch(Band.manager)", "read bands, read manager"),
        ("await Band.objects().lock_rows('UPDATE', nowait=True).first()", "lock bands, read bands"),
        ("one = await Band.objects().get_or_create(Band.name == 'x')\n        await one.save()",
         "read bands, insert bands, update bands"),
        ("one = await Band.objects().create(name='x')\n        await one.save()", "insert bands, update bands"),
        ("await Band(name='x').save()", "insert bands"),
        ("band = Band(name='x')\n        band.save().run_sync()", "insert bands"),
        ("await Band.insert(Band(name='x'), Band(name='y'))", "insert bands"),
        ("await Band.insert().add(Band(name='x')).returning(Band.id)", "insert bands"),
        ("await Band.insert(Band()).on_conflict(action='DO UPDATE', values=Band.all_columns())",
         "insert bands, update bands"),
        ("await Band.insert(Band()).on_conflict(action='DO NOTHING')", "insert bands"),
        ("await Band.update({Band.name: 'x'}).where(Band.id == 1)", "update bands"),
        ("await Band.update(name='x', force=True)", "update bands"),
        ("await Genre.delete().where(Genre.id == 1)", "delete genre"),
        ("await Band.delete().where(Band.id == 1)", GONE),
        ("await (await Band.objects().first()).remove()", f"read bands, {GONE}"),
        ("await (await Band.objects().first()).update_self({Band.name: 'x'})", "read bands, update bands"),
        ("await (await Band.objects().first()).refresh()", "read bands"),
        ("one = await (await Band.objects().first()).get_related(Band.manager)\n        await one.save()",
         "read bands, read manager, update manager"),
        ("await (await Band.objects().first()).get_related('manager')", "read bands, read manager"),
        ("for one in await (await Band.objects().first()).get_m2m(Band.genres):\n            await one.save()",
         "read bands, read genre_to_band, read genre, update genre"),
        ("await (await Band.objects().first()).add_m2m(Genre(name='x'), m2m=Band.genres)",
         "read bands, insert genre_to_band, insert genre"),
        ("genre = await Genre.objects().first()\n        await Band(id=1).add_m2m(genre, m2m=Band.genres)",
         "read genre, insert genre_to_band"),
        ("await Band(id=1).remove_m2m(await Genre.objects().first(), m2m=Band.genres)", "delete genre_to_band"),
        ("await Band.raw('DELETE FROM genre WHERE name = {}', 'x')", "delete genre"),
        ("await Band.raw(f'UPDATE {Band._meta.tablename} SET name = {{}}', 'x').run()", "update bands"),
        ("async with await Band.objects().batch() as some:\n            async for rows in some:\n                pass",
         "read bands"),
        ("await Band.create_table(if_not_exists=True)\n        await Band.alter().drop_table()", "nothing"),
    ],
)  # fmt: skip
def test_what_is_touched(body: str, expected: str) -> None:
    assert_touches(f"""{MODELS}
async def touch():
    async with DB.transaction():  #> {expected}
        {body}
""")


@pytest.mark.parametrize("engine", ["Band._meta.db", "engine_finder()", "SQLiteEngine(path='x')"])
def test_engines(engine: str) -> None:
    assert_touches(f"""{MODELS}
from piccolo.engine import engine_finder
from piccolo.engine.sqlite import SQLiteEngine
engine = {engine}
async def touch():
    async with engine.transaction() as transaction:  #> insert genre, delete genre, read manager
        savepoint = await transaction.savepoint()
        await Genre().save()
        if await Band.select(Band.manager._.name).first() is None:
            await savepoint.rollback_to()
        await Genre.delete(force=True)
async def together():
    atomic = engine.atomic()
    atomic.add(Genre.delete(force=True), Manager.update(name="x"))  #> delete genre, update manager
    await atomic.run()
""")


def test_a_user_that_piccolo_brings() -> None:
    scan = assert_touches(f"""{MODELS}
from piccolo.apps.user.tables import BaseUser
class Task(Table):
    user = ForeignKey(BaseUser)
async def login():
    async with DB.transaction():  #> read piccolo_user, update piccolo_user, insert task
        await Task(user=await BaseUser.login("x", "y")).save()
""")
    assert ("task", "piccolo_user") in {(one.from_, one.to) for one in scan.foreign_keys}


def test_tables_of_its_package_for_http() -> None:
    assert_touches(f"""{MODELS}
from piccolo_api.session_auth.tables import SessionsBase
class Session(SessionsBase, tablename="own_sessions"):
    pass
async def login():
    async with DB.transaction():  #> read own_sessions, insert own_sessions
        await Session.create_session(1)
    async with DB.transaction():  #> delete sessions
        await SessionsBase.remove_session("x")
""")


def test_a_table_that_is_not_known_is_a_blind_spot() -> None:
    scan = assert_touches(f"""{MODELS}
async def touch(table: type[Table]):
    async with DB.transaction():  #> delete genre
        await table.delete(force=True)
        await Genre.delete(force=True)
""")
    assert [spot.reason for one in scan.transactions for spot in one.blind_spots]


def test_a_method_of_the_project_in_between() -> None:
    assert_touches(f"""{MODELS}
class Song(Table):
    name = Varchar()
    def save(self, columns=None):
        Genre.insert(Genre()).run_sync()
        if not self._exists_in_db:
            Manager().save().run_sync()
        return super().save(columns)
    @classmethod
    def called(cls, name):
        return cls.objects().where(cls.name == name)
async def touch():
    async with DB.transaction():  #> read song, insert genre, update song
        for song in await Song.called("x").limit(1):
            await song.save()
""")


def test_stubs_in_migrations_describe_no_tables() -> None:
    scan = assert_touches(f"""{MODELS}
# file: shop/piccolo_migrations/first.py
from piccolo.table import Table
class Old(Table, tablename="old"):
    pass
class Band(Table, tablename="bands"):
    pass
async def forwards():
    for band in await Band.objects():  #= read bands
        await band.save()  #= update bands
""")
    assert "old" not in {one.name for one in scan.tables}


def test_a_foreign_key_is_a_row_or_a_number() -> None:
    assert_touches(f"""{MODELS}
async def touch(band: Band):
    async with DB.transaction():  #> read manager, update manager
        manager = band.manager
        if isinstance(manager, int):
            manager = await Manager.objects().where(Manager.id == manager).first()
        await manager.save()
""")
