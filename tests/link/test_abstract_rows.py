"""Rows that are known to be of an abstract model, and not of which below it."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

BELOW = """
# file: shop/models.py
from django.db import models
class Tag(models.Model):
    pass
class Tagged(models.Model):
    tags = models.ManyToManyField(Tag)
    class Meta:
        abstract = True
class Order(Tagged):
    pass
class Open(Order):
    class Meta:
        proxy = True
"""
OTHER = "class Note(Tagged):\n    pass\n"


@pytest.mark.parametrize(
    ("statement", "op"), {"add(tag)": "insert", "remove(tag)": "delete", "clear()": "delete"}.items()
)
def test_the_only_model_below_is_meant(statement: str, op: str) -> None:
    assert_touches(f"""
def work(row: Tagged, tag: Tag):
    with transaction.atomic():  #> {op} shop_order_tags
        row.tags.{statement}
{BELOW}""")


def test_each_of_several_models_may_be_meant() -> None:
    assert_touches(f"""
def work(row: Tagged, tag: Tag):
    with transaction.atomic():  #> insert shop_order_tags?, insert shop_note_tags?, read shop_tag
        row.tags.add(tag)
        list(row.tags.all())
{BELOW}{OTHER}""")


def test_of_many_models_none_is_picked() -> None:
    others = "".join(OTHER.replace("Note", f"Note{number}") for number in range(9))
    assert_touches(f"""
def work(row: Tagged, tag: Tag):
    with transaction.atomic():  #> nothing, read shop_tag
        row.tags.add(tag)
        list(row.tags.all())
{BELOW}{others}""")


@pytest.mark.parametrize(
    ("statement", "written"),
    {
        "row.save()": "write shop_order",
        "row.delete()": "delete shop_order, delete shop_order_tags",
        "row.refresh_from_db()": "nothing, read shop_order",
    }.items(),
)
def test_a_row_of_the_only_model_below(statement: str, written: str) -> None:
    assert_touches(f"""
def work(row: Tagged):
    with transaction.atomic():  #> {written}
        {statement}
{BELOW}""")


def test_a_row_of_one_of_several_models() -> None:
    assert_touches(f"""
def work(row: Tagged):
    with transaction.atomic():  #> write shop_order?, write shop_note?
        row.save()
def keep(row: Note):
    with transaction.atomic():  #> write shop_note
        row.save()
{BELOW}{OTHER}""")


def test_a_row_of_one_of_many_models() -> None:
    others = "".join(OTHER.replace("Note", f"Note{number}") for number in range(9))
    assert_touches(f"""
def work(row: Tagged):
    with transaction.atomic():  #> nothing
        row.save()
{BELOW}{others}""")
