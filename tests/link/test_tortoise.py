"""Tortoise: models, querysets that are awaited, relations, transactions."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_tables, assert_touches

MODELS = """
# file: shop/models.py
from tortoise import fields
from tortoise.models import Model
class Tournament(Model):
    name = fields.CharField(max_length=20)
class Event(Model):
    tournament = fields.ForeignKeyField("models.Tournament", related_name="events")
    participants = fields.ManyToManyField("models.Team", through="event_team", related_name="events")
    class Meta:
        table = "events"
class Team(Model):
    name = fields.CharField(max_length=20)
class Base(Model):
    class Meta:
        abstract = True
# file: shop/services.py
import asyncio
from shop.models import *
from tortoise.transactions import atomic, in_transaction
from tortoise import Tortoise
"""


def test_tables() -> None:
    assert_tables(MODELS, "tournament", "events", "team", "event_team")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('await Tournament.create(name="x")', "insert tournament"),
        ('await Tournament(name="x").save()', "insert tournament"),
        ("if not (await Team.get(id=1)).name:\n            await Team.create()", "read team, insert team"),
        ("if (await Event.get(id=1)).tournament is None:\n            await Team.create()", "read events, insert team"),
        ("if await Team.get_or_none(id=1) is None:\n            await Team.create()", "read team, insert team"),
        ("if await Team.filter(name='x').first() is None:\n            await Team.create()", "read team, insert team"),
        ("one = await Tournament.get(id=1)\n        await one.save()", "read tournament, update tournament"),
        ("one = await Event.get(id=1).prefetch_related('tournament')\n        await one.save()", "update events"),
        ("await Tournament.filter(id=1).update(name='x')", "update tournament"),
        ("await Tournament.filter(id=1).delete()", "delete tournament, delete events, delete event_team"),
        ("await (await Team.first()).delete()", "read team, delete team, delete event_team"),
        ("async for one in Event.filter(tournament__name='x'):\n            await one.save()",
         "read events, read tournament, update events"),
        ("return await Team.filter(name='x').order_by('name')", "read team"),
        ("teams = Team.all()\n        if await teams:\n            await Event.create()", "read team, insert events"),
        ("await asyncio.gather(Team.all(), Event.filter(tournament__id=1))", "read team, read events, read tournament"),
        ("return await (await Event.get(id=1)).participants", "read events, read event_team, read team"),
        ("for one in await Event.all():\n            await one.save()", "read events, update events"),
        ("await (await Event.get(id=1)).participants.add(1)", "read events, insert event_team"),
        ("await (await Event.get(id=1)).fetch_related('participants')", "read event_team, read team"),
        ("async for one in (await Tournament.get(id=1)).events:\n            await one.delete()",
         "read tournament, delete events, delete event_team"),
        ("await Team.select_for_update().get(id=1)", "lock team, read team"),
        ("team, _ = await Team.get_or_create(name='x')\n        await team.save()", "insert team, update team"),
        ("await Team.bulk_create([])", "insert team"),
        ("await Tortoise.get_connection('default').execute_query('DELETE FROM team')", "delete team"),
    ],
)  # fmt: skip
def test_what_is_touched(body: str, expected: str) -> None:
    assert_touches(f"""{MODELS}
async def touch():
    async with in_transaction():  #> {expected}
        {body}
""")


@pytest.mark.parametrize("decorator", ["atomic()", 'atomic("default")'])
def test_a_decorator(decorator: str) -> None:
    assert_touches(f"""{MODELS}
@{decorator}  #> insert team, insert tournament
async def touch():
    await Team.create(name="x")
    await Tournament.create(name="x")
""")


def test_functions_that_run_when_a_row_is_saved() -> None:
    assert_touches(f"""{MODELS}
from tortoise.signals import post_save, pre_delete
@post_save(Team)
async def saved(sender, instance, created, using_db, update_fields):
    await Tournament.create(name="x", using_db=using_db)
@pre_delete(Team, Tournament)
async def deleted(sender, instance, using_db):
    await Event.create()
async def work(team: Team):
    async with in_transaction():  #> insert team, insert tournament
        await Team.create(name="x")
    async with in_transaction():  #> delete team, delete event_team, insert events
        await team.delete()
""")


@pytest.mark.parametrize(
    ("statement", "touched"),
    [
        ("await Event.filter(Q(tournament__name='x') | Q(id=1)).update(id=3)", "update events, read tournament"),
        ("await Tournament.annotate(n=Count('events')).filter(n__gt=0)", "nothing, read tournament, read events"),
        ("await (await Event.latest('id')).delete()", "delete events, delete event_team"),
        ("await Event.earliest('id')", "nothing, read events"),
        ("await (await Event.first()).clone().save()", "insert events, read events"),
        ("row = await (await Team.first()).badge; await row.save()", "update badge, read team"),
    ],
)
def test_what_queries_join_and_rows_give(statement: str, touched: str) -> None:
    assert_touches(f"""{MODELS}
from tortoise.expressions import Q
from tortoise.functions import Count
async def work():
    async with in_transaction():  #> {touched}
        {statement}
# file: shop/badges.py
from tortoise import fields
from tortoise.models import Model
class Badge(Model):
    team = fields.OneToOneField("models.Team", related_name="badge")
""")
