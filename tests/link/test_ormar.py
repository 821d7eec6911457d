"""ormar: models, querysets that are awaited, rows, relations, signals, transactions."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_tables, assert_touches

MODELS = """
# file: shop/models.py
from typing import ForwardRef, Optional
import databases
import ormar
import sqlalchemy
database = databases.Database("sqlite:///db.sqlite")
base_ormar_config = ormar.OrmarConfig(database=database, metadata=sqlalchemy.MetaData())
class Dated(ormar.Model):
    ormar_config = base_ormar_config.copy(abstract=True)
    made = ormar.DateTime()
class Artist(Dated):
    ormar_config = base_ormar_config.copy()
    id: int = ormar.Integer(primary_key=True)
    name: str = ormar.String(max_length=100)
class Album(ormar.Model):
    ormar_config = base_ormar_config.copy(tablename="albums", schema="music")
    id: int = ormar.Integer(primary_key=True)
    name: str = ormar.String(max_length=100)
    artist: Optional[Artist] = ormar.ForeignKey(Artist, ondelete="CASCADE")
TagRef = ForwardRef("Tag")
class Track(ormar.Model):
    ormar_config = base_ormar_config.copy(tablename="tracks")
    id: int = ormar.Integer(primary_key=True)
    title: str = ormar.String(max_length=100)
    album: Optional[Album] = ormar.ForeignKey(Album, related_name="songs", ondelete=ormar.ReferentialAction.SET_NULL)
    tags = ormar.ManyToMany(TagRef)
class Tag(ormar.Model):
    ormar_config = base_ormar_config.copy(tablename="tags")
    id: int = ormar.Integer(primary_key=True)
# file: shop/services.py
from shop.models import *
"""
OLDER = """
# file: shop/models.py
import databases, ormar, sqlalchemy
database = databases.Database("sqlite:///db.sqlite")
class BaseMeta(ormar.ModelMeta):
    database = database
    metadata = sqlalchemy.MetaData()
class Artist(ormar.Model):
    class Meta(BaseMeta):
        tablename = "painters"
    id: int = ormar.Integer(primary_key=True)
class Base(ormar.Model):
    class Meta:
        abstract = True
class ArtistTag(ormar.Model):
    class Meta(BaseMeta):
        tablename = "artist_tags"
class Picture(ormar.Model):
    class Meta(BaseMeta):
        pass
    id: int = ormar.Integer(primary_key=True)
    artist = ormar.ForeignKey(Artist)
    artists = ormar.ManyToMany(Artist, through=ArtistTag, related_name="shown")
# file: shop/services.py
from shop.models import *
"""


def test_tables() -> None:
    assert_tables(MODELS, "artists", "music.albums", "tracks", "tags", "tracks_tags")
    assert_tables(OLDER, "painters", "artist_tags", "pictures")


def test_keys() -> None:
    scan = assert_touches(
        f"{MODELS}\nasync def touch():\n    async with database.transaction():  #> nothing\n        pass\n"
    )
    assert {(one.from_, one.column, one.to, one.on_delete) for one in scan.foreign_keys} == {
        ("music.albums", "artist", "artists", "CASCADE"),
        ("tracks", "album", "music.albums", "SET NULL"),
        ("tracks_tags", "tags", "tracks", None),
        ("tracks_tags", "tag", "tags", None),
    }


ALBUM = "album = await Album.objects.get(id=1)\n        "
TRACK = "track = await Track.objects.get(id=1)\n        "


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('await Artist.objects.create(name="x")', "insert artists"),
        ('await Artist(name="x").save()', "insert artists"),
        ("one = await Artist(name='x').save()\n        await one.update(name='y')", "insert artists, update artists"),
        ("await Track.objects.all()", "read tracks, no read music.albums"),
        ("for one in await Track.objects.filter(title='x').all():\n            await one.delete()",
         "read tracks, delete tracks, delete tracks_tags"),
        ("async for one in Track.objects.iterate():\n            await one.update()", "read tracks, update tracks"),
        ("await Track.objects.select_related('album').get(title='x')", "read tracks, read music.albums"),
        ("await Track.objects.select_related(['album__artist', 'tags']).all()",
         "read tracks, read music.albums, read artists, read tags, read tracks_tags"),
        ("await Album.objects.prefetch_related(Album.songs.tags).all()", "read music.albums, read tracks, read tags"),
        ("await Album.objects.select_all().all()", "read music.albums, read artists, read tracks"),
        ("await Track.objects.filter(album__artist__name='x').count()", "read tracks, read music.albums, read artists"),
        ("await Track.objects.filter((Track.album.name == 'x') & (Track.title == 'y')).all()",
         "read tracks, read music.albums"),
        ("await Track.objects.filter(Track.album.artist.name.in_(['x'])).exists()",
         "read tracks, read music.albums, read artists"),
        ("await Track.objects.order_by('-album__name').values(['id'])", "read tracks"),
        ("if await Track.objects.get_or_none(id=1) is None:\n            await Tag.objects.create()",
         "read tracks, insert tags"),
        ("if await Track.objects.get(id=1) is None:\n            await Tag.objects.create()", "read tracks"),
        ("track, new = await Track.objects.get_or_create(title='x')\n        await track.update(title='y')",
         "read tracks, insert tracks, update tracks"),
        ("track = await Track.objects.update_or_create(id=1)\n        await track.load()",
         "read tracks, insert tracks, update tracks"),
        ("await Track.objects.filter(id=1).update(title='x')", "update tracks"),
        ("await Track.objects.update(each=True, title='x')", "update tracks"),
        ("await Track.objects.filter(album__name='x').delete()",
         "delete tracks, delete tracks_tags, read music.albums"),
        ("await Track.objects.delete(id=1)", "delete tracks, delete tracks_tags"),
        ("await Artist.objects.delete(id=1)", "delete artists, delete music.albums, update tracks"),
        ("await Track.objects.bulk_create([Track(title='x')])", "insert tracks"),
        ("await Track.objects.bulk_update([], columns=['title'])", "update tracks"),
        (f"{TRACK}await track.upsert(title='x')", "read tracks, update tracks"),
        ("await Track(id=1).upsert()", "insert tracks, update tracks"),
        (f"{TRACK}await track.album.load()", "read tracks, read music.albums"),
        (f"{TRACK}await track.load_all()", "read tracks, read music.albums, read tags"),
        (f"{TRACK}await track.tags.add(Tag(id=1))", "read tracks, insert tracks_tags"),
        (f"{TRACK}await track.tags.create()", "read tracks, insert tags, insert tracks_tags"),
        (f"{TRACK}await track.tags.remove(Tag(id=1))", "read tracks, delete tracks_tags"),
        (f"{TRACK}await track.tags.clear()", "read tracks, delete tracks_tags"),
        (f"{TRACK}for tag in await track.tags.all():\n            await tag.update()",
         "read tracks, read tags, read tracks_tags, update tags"),
        (f"{TRACK}for tag in track.tags:\n            await tag.update()", "read tracks, update tags"),
        (f"{ALBUM}await album.songs.create(title='x')", "read music.albums, insert tracks"),
        (f"{ALBUM}await album.songs.filter(title='x').get()", "read music.albums, read tracks"),
        (f"{ALBUM}await album.songs.add(await Track.objects.first())", "read music.albums, read tracks, update tracks"),
        (f"{ALBUM}await album.songs.remove(album.songs[0])", "read music.albums, update tracks"),
        (f"{ALBUM}await album.songs.clear(keep_reversed=False)",
         "read music.albums, delete tracks, delete tracks_tags"),
        ("await (await Artist.objects.get()).albums.all()", "read artists, read music.albums"),
        ("await database.execute('DELETE FROM tags')", "delete tags"),
        ("await database.execute(Tag.ormar_config.table.delete())", "delete tags"),
        ("await database.execute(f'DELETE FROM {Artist.ormar_config.tablename}')", "delete artists"),
    ],
)  # fmt: skip
def test_what_is_touched(body: str, expected: str) -> None:
    assert_touches(f"""{MODELS}
async def touch():
    async with database.transaction():  #> {expected}
        {body}
""")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("await Picture.objects.create()", "insert pictures"),
        ("await Artist.Meta.database.execute(Artist.Meta.table.insert().values(id=1))", "insert painters"),
        ("await (await Artist.objects.get()).pictures.create()", "read painters, insert pictures"),
        ("await (await Artist.objects.get()).shown.add(Picture())", "read painters, insert artist_tags"),
    ],
)
def test_older_models(body: str, expected: str) -> None:
    assert_touches(f"""{OLDER}
async def touch():
    async with database.transaction():  #> {expected}
        {body}
""")


@pytest.mark.parametrize("where", ["Artist.ormar_config.database", "base_ormar_config.database", "own"])
def test_databases(where: str) -> None:
    assert_touches(f"""{MODELS}
own = ormar.DatabaseConnection("sqlite+aiosqlite:///db.sqlite")
async def touch():
    async with {where}.transaction():  #> insert artists, insert tags
        await Artist.objects.create(name="x")
        await Tag().save()
@{where}.transaction()  #> insert tags, delete tags, delete tracks_tags
async def decorated():
    await Tag().save()
    await Tag.objects.delete(each=True)
""")


def test_functions_that_run_when_a_row_is_written() -> None:
    assert_touches(f"""{MODELS}
from ormar import post_relation_add, post_save, pre_update
from ormar.signals import receiver
@post_save([Tag, Artist])
async def saved(sender, instance, **kwargs):
    await Album(name=instance.name).save()
@pre_update(Tag)
async def updated(sender, instance, passed_args, **kwargs):
    await instance.delete()
@post_relation_add(Track)
async def added(sender, instance, child, relation_name, **kwargs):
    await instance.load()
async def loaded(sender, instance, **kwargs):
    await Artist.objects.get(id=instance.id)
Album.ormar_config.signals.post_delete.connect(loaded)
@receiver("pre_delete", Album)
async def gone(sender, instance, **kwargs):
    await Artist.objects.update(each=True, name="x")
async def work(track: Track, album: Album):
    async with database.transaction():  #> insert tags, insert music.albums
        tag = await Tag.objects.create()
    async with database.transaction():  #> update tags, delete tags, delete tracks_tags
        await tag.update(id=2)
    async with database.transaction():  #> insert tracks_tags, read tracks
        await track.tags.add(tag)
    async with database.transaction():  #> update artists, delete music.albums, update tracks, read artists
        await album.delete()
""")


def test_a_class_that_configures_nothing_is_its_parent() -> None:
    assert_touches(f"""{MODELS}
class Shown(Tag):
    tracks: list[Track] = []
async def touch():
    async with database.transaction():  #> read tags, update tags
        await (await Shown.objects.first()).update()
""")


def test_users_of_fastapi_users() -> None:
    assert_touches(f"""{MODELS}
from fastapi_users_db_ormar import OrmarBaseUserModel, OrmarUserDatabase
class User(OrmarBaseUserModel):
    class Meta:
        tablename = "people"
users = OrmarUserDatabase(None, User)
async def touch():
    async with database.transaction():  #> read people, insert people
        if await users.get_by_email("x") is None:
            await users.create({{}})
""")


def test_a_body_that_is_saved() -> None:
    assert_touches(f"""{MODELS}
from fastapi import FastAPI
app = FastAPI()
@app.post("/artists/", response_model=Artist)
async def make(artist: Artist):
    async with database.transaction():  #> insert artists
        return await artist.save()
""")
