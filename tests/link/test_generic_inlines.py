"""Inlines of the admin that edit the rows of a generic relation: they are added, changed and deleted with the page."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SHOP = """
# file: shop/models.py
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models
class Note(models.Model):
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.IntegerField()
    about = GenericForeignKey()
    text = models.TextField()
class Book(models.Model):
    title = models.TextField()
    notes = GenericRelation(Note)
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.admin", "django.contrib.contenttypes"]
"""
ALLOWED = {
    "all": ("", "insert shop_note, update shop_note, delete shop_note"),
    "no deleting": ("can_delete = False", "insert shop_note, update shop_note"),
    "fixed": ("fields = readonly_fields = ('text',)\n    can_delete = False", "read shop_note"),
}  # fmt: skip


@pytest.mark.parametrize("base", ["GenericTabularInline", "GenericStackedInline"])
@pytest.mark.parametrize(("body", "touched"), ALLOWED.values(), ids=ALLOWED)
def test_a_page_with_rows_of_a_generic_relation(base: str, body: str, touched: str) -> None:
    assert_touches(f"""
# file: shop/admin.py
from django.contrib import admin
from django.contrib.contenttypes.admin import {base}
from shop.models import Book, Note
class NoteInline({base}):
    model = Note
    {body or "pass"}
@admin.register(Book)
class BookAdmin(admin.ModelAdmin):
    inlines = [NoteInline]
    def change_view(self, request, object_id, form_url="", extra_context=None):
        return super().change_view(request, object_id)  #> update shop_book, insert django_admin_log, {touched}
{SHOP}""")
