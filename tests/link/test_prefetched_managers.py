"""Rows that are looked up ahead of time as their own manager says."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models
from model_utils.managers import InheritanceManager
class Kind(models.Model):
    pass
class ItemManager(InheritanceManager):
    def get_queryset(self):
        return super().get_queryset().select_related("kind").select_subclasses()
class Order(models.Model):
    notes = GenericRelation("shop.Note")
    first = models.ForeignKey("shop.Item", null=True, on_delete=models.SET_NULL, related_name="+")
class Item(models.Model):
    kind = models.ForeignKey(Kind, on_delete=models.CASCADE)
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="items")
    objects = ItemManager()
class Book(Item):
    pages = models.IntegerField()
class NoteManager(models.Manager):
    def get_queryset(self):
        return super().get_queryset().select_related("author")
class Author(models.Model):
    pass
class Note(models.Model):
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.IntegerField()
    about = GenericForeignKey()
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    objects = NoteManager()
class Line(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="lines")
"""


@pytest.mark.parametrize(
    ("path", "read"),
    [
        ("items", "read shop_item, read shop_kind, read shop_book, no read shop_author"),
        ("notes", "read shop_note, read shop_author, no read shop_book"),
        ("lines__order__items", "read shop_line, read shop_item, read shop_kind, read shop_book"),
        ("lines", "read shop_line, no read shop_kind, no read shop_author"),
        ("first", "read shop_item, no read shop_kind, no read shop_book"),
    ],
)
def test_rows_are_prefetched_by_their_manager(path: str, read: str) -> None:
    assert_touches(f"""
def run():
    list(Order.objects.prefetch_related("{path}"))  #= {read}
{MODELS}
""")
