"""What is looked up for rows that point at others by their content type."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    ("code", "touched"),
    [
        ("list(book.notes.all())", "nothing, read shop_note"),
        ('book.notes.filter(text="a").update(text="b")', "write shop_note"),
        ('book.notes.create(text="a")', "insert shop_note"),
    ],
)
def test_the_manager_asks_for_the_type_of_the_row(code: str, touched: str) -> None:
    assert_touches(f"""
from shop.models import Book
def touch(book: Book):
    with transaction.atomic():  #> {touched}, read django_content_type
        {code}
# file: shop/models.py
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models
class Note(models.Model):
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.IntegerField()
    about = GenericForeignKey()
class Book(models.Model):
    notes = GenericRelation(Note)
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.contenttypes"]
""")
