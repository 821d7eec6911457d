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


RELATED = """
# file: shop/models.py
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models
class Note(models.Model):
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.IntegerField()
    about = GenericForeignKey()
    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        Log.objects.create()
class Remark(Note):
    pass
class Reply(models.Model):
    note = models.ForeignKey(Note, on_delete=models.CASCADE)
class Log(models.Model):
    pass
class Book(models.Model):
    notes = GenericRelation(Note)
class Page(models.Model):
    book = models.ForeignKey(Book, on_delete=models.SET_NULL, null=True, related_name="pages")
    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        Log.objects.create()
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.contenttypes"]
"""


@pytest.mark.parametrize(
    ("code", "touched"),
    [
        ("book.notes.add(note)", "update shop_note"),
        ("book.notes.add(note, bulk=False)", "update shop_note, insert shop_log"),
        ("book.notes.add(Note(), bulk=False)", "insert shop_note, insert shop_log"),
        ("book.notes.add(Remark(), bulk=False)", "insert shop_note, insert shop_remark, insert shop_log"),
        ("book.notes.add(*given, bulk=False)", "update shop_note, insert shop_log"),
        ("book.notes.remove(note)", "delete shop_note, delete shop_remark, delete shop_reply"),
        ("book.notes.clear()", "delete shop_note, delete shop_remark, delete shop_reply"),
        ("book.notes.set([note])", "delete shop_note, delete shop_remark, delete shop_reply, update shop_note"),
        ("book.pages.add(page)", "update shop_page"),
        ("book.pages.add(Page(), bulk=False)", "insert shop_page, insert shop_log"),
        ("book.pages.set([Page()], bulk=False)", "insert shop_page, update shop_page, insert shop_log"),
        ("book.pages.remove(page, bulk=False)", "update shop_page, insert shop_log"),
        ("book.pages.clear()", "update shop_page"),
    ],
)
def test_rows_that_hold_the_key_are_changed_themselves(code: str, touched: str) -> None:
    assert_touches(f"""
from shop.models import Book, Note, Page, Remark
def touch(book: Book, note: Note, page: Page, given):
    with transaction.atomic():  #> {touched}
        {code}
{RELATED}""")
