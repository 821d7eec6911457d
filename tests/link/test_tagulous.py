"""Fields of tags by django-tagulous: each has a model of tags and a table of pairs."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_tables, assert_touches

TAGS = """
# file: shop/models.py
from django.db import models
from tagulous.models import SingleTagField, TagField, TagModel
class Kind(TagModel):
    pass
class Owned(models.Model):
    marks = TagField(blank=True)
    class Meta:
        abstract = True
class Book(Owned):
    pass
class Shelf(models.Model):
    kinds = TagField(to=Kind)
class Box(models.Model):
    label = SingleTagField()
class Log(models.Model):
    pass
# file: shop/services.py
from django.db import transaction
from shop.models import *
"""
MARKS = "insert shop_tagulous_book_marks, update shop_tagulous_book_marks, delete shop_tagulous_book_marks"
KINDS = "insert shop_kind, update shop_kind, delete shop_kind"
LABELS = "insert shop_tagulous_box_label, update shop_tagulous_box_label, delete shop_tagulous_box_label"


def test_the_tables_of_tags() -> None:
    assert_tables(
        TAGS,
        "shop_book",
        "shop_book_marks",
        "shop_box",
        "shop_kind",
        "shop_log",
        "shop_shelf",
        "shop_shelf_kinds",
        "shop_tagulous_book_marks",
        "shop_tagulous_box_label",
    )


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("book.marks.add('new')", f"insert shop_book_marks, {MARKS}"),
        ("book.marks.remove('old')", f"delete shop_book_marks, {MARKS}"),
        ("book.marks = 'a, b'", "nothing"),
        ("book.save()", f"update shop_book, insert shop_book_marks, delete shop_book_marks, {MARKS}"),
        ("book.delete()", f"delete shop_book, delete shop_book_marks, {MARKS}"),
        ("book.marks.get_tag_list()", "nothing, read shop_tagulous_book_marks"),
        ("list(Book.objects.filter(marks__name='a'))", "nothing, read shop_book_marks"),
        (
            "Book.marks.tag_model.objects.filter(count=0).delete()",
            "delete shop_tagulous_book_marks, delete shop_book_marks",
        ),
        ("Book.marks.through.objects.bulk_create([])", "insert shop_book_marks"),
        ("Book.marks.get_manager(book).save()", f"insert shop_book_marks, delete shop_book_marks, {MARKS}"),
        ("shelf.kinds.set(['a'])", f"insert shop_shelf_kinds, delete shop_shelf_kinds, {KINDS}"),
        ("box.save()", f"update shop_box, {LABELS}"),
        ("Log.objects.create()", "insert shop_log"),
    ],
)
def test_what_fields_of_tags_write(call: str, expected: str) -> None:
    assert_touches(f"""{TAGS}
def touch(book: Book, shelf: Shelf, box: Box):
    with transaction.atomic():  #> {expected}
        {call}
""")


def test_the_fields_of_tags_of_any_row() -> None:
    assert_touches(f"""{TAGS}
def flush(row):
    for field in row._meta.get_fields():
        if isinstance(field, SingleTagField | TagField):
            getattr(type(row), field.name).get_manager(row).post_save_handler()
def touch(book: Book):
    with transaction.atomic():  #> insert shop_book_marks, delete shop_book_marks, {MARKS}
        flush(book)
""")


def test_a_row_is_made_together_with_its_tags() -> None:
    assert_touches(f"""{TAGS}
def touch():
    Book.objects.create(marks="a")  #> insert shop_book, insert shop_book_marks, delete shop_book_marks, {MARKS}
    Log.objects.create()  #= insert shop_log
""")


def test_fields_of_tags_that_are_told_by_what_they_alone_have() -> None:
    scan = assert_touches(f"""{TAGS}
class Copy(models.Model):
    book = models.ForeignKey(Book, on_delete=models.CASCADE)
    shelves = models.ManyToManyField(Shelf)
    marks = TagField()
class Note(models.Model):
    book = models.ForeignKey(Book, on_delete=models.CASCADE)
def tags_removed(model, found):
    tag_fields = [one for one in model._meta.get_fields() if hasattr(one, "tag_options")]
    for field in tag_fields:
        through = field.remote_field.through
        field.related_model.objects.filter(name="a").update(count=0)
        through.objects.filter(pk__in=found).delete()
def pairs_removed(model, found):
    tables = set()
    for field in model._meta.get_fields():
        if hasattr(field, "tag_options"):
            continue
        through = getattr(field, "through", None) or getattr(getattr(field, "remote_field", None), "through", None)
        if through is not None:
            tables.add(through)
    for table in tables:
        table.objects.filter(pk__in=found).delete()
def touch(found):
    with transaction.atomic():  #> update shop_tagulous_copy_marks, delete shop_copy_marks
        tags_removed(Copy, found)
    with transaction.atomic():  #> delete shop_copy_shelves
        pairs_removed(Copy, found)
    with transaction.atomic():  #> nothing
        tags_removed(Note, found)
""")
    assert scan.completeness.blind_spots == 0
