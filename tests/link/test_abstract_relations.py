"""Relations of abstract models, asked of rows whose own model is not known."""

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
