"""Listeners that fill a table when it is created."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches

MODELS = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import declarative_base
Base = declarative_base()

class Tag(Base):
    __tablename__ = "tags"
    id = sa.Column(sa.Integer, primary_key=True)

class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)

links = sa.Table("links", Base.metadata, sa.Column("order", sa.ForeignKey("orders.id")))
"""
LISTENS = {
    "@event.listens_for(Tag.__table__, 'after_create')\ndef fill(target, connection, **kw):": "insert tags",
    "@event.listens_for(links, 'before_create')\ndef fill(target, connection, **kw):": "insert links",
    "event.listen(Order.__table__, 'after_create', lambda target, db, **kw: fill(target, db))\n"
    "def fill(target, connection):": "insert orders",
    "@event.listens_for(Tag.__table__, 'after_create')\n@event.listens_for(links, 'after_create')\n"
    "def fill(target, connection, **kw):": "insert tags, insert links",
}


@pytest.mark.parametrize("listener", LISTENS)
def test_a_table_that_is_filled(listener: str) -> None:
    assert_touches(f"""
{listener}
    connection.execute(target.insert().values([{{"id": 1}}]))
    connection.commit()  #> {LISTENS[listener]}
{MODELS}""")


def test_a_listener_begins() -> None:
    assert_enters(
        f"""
@event.listens_for(Tag.__table__, "after_create")
def fill(target, connection, **kw):
    connection.execute(target.insert())
{MODELS}""",
        "signal shop.services.fill",
    )
