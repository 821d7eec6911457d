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


@pytest.mark.parametrize(
    ("limits", "touched"),
    [
        (
            'models.Q(app_label="shop", model="book") | models.Q(app_label="shop", model="film")',
            "read shop_book, read shop_film",
        ),
        ('models.Q(app_label="shop", model__in=["book", "film"])', "read shop_book, read shop_film"),
        ('{"app_label": "shop", "model__in": ("book",)}', "read shop_book, no read shop_film"),
        ('{"model": "film"}', "read shop_film, no read shop_book"),
        ("{}", "no read shop_film, no read shop_book"),
    ],
)
def test_a_generic_key_points_at_what_it_is_limited_to(limits: str, touched: str) -> None:
    assert_touches(f"""
from shop.models import Note
def touch(note: Note):
    with transaction.atomic():  #> nothing, {touched}
        print(note.about.title)
# file: shop/models.py
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
class Note(models.Model):
    kind = models.ForeignKey(ContentType, on_delete=models.CASCADE, limit_choices_to={limits})
    number = models.IntegerField()
    about = GenericForeignKey("kind", "number")
class Book(models.Model):
    title = models.TextField()
class Film(models.Model):
    title = models.TextField()
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.contenttypes"]
""")
