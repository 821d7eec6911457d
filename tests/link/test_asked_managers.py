"""Managers that only a base which is not read can have given a model."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    ("base", "call", "written"),
    [
        ("cachemodel.CacheModel", "Box.cached.get_or_create(text='a')", "insert shop_box?"),
        ("cachemodel.CacheModel", "Box.cached.get(text='a').save()", "update shop_box?"),
        ("cachemodel.CacheModel", "Box.cached.filter(text='a').delete()", "delete shop_box?"),
        ("cachemodel.CacheModel", "Box.counted.get(text='a').save()", "nothing"),
        ("models.Model", "Box.cached.get(text='a').save()", "nothing"),
    ],
)
def test_a_name_that_is_asked_for_rows(base: str, call: str, written: str) -> None:
    assert_touches(f"""
# file: shop/models.py
import cachemodel
from django.db import models
class Box({base}):
    text = models.CharField(max_length=9)
    note = models.ForeignKey("shop.Note", on_delete=models.CASCADE)
class Note(models.Model):
    pass
# file: shop/work.py
from django.db import transaction
from shop.models import Box
def look():
    return Box.cached.filter(text="a")
def work():
    with transaction.atomic():  #> {written}
        {call}
""")
