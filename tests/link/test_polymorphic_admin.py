"""Pages of the admin for rows of several classes: each class has its form, and each row the page of its class."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SHOP = """
# file: shop/models.py
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models
from polymorphic.models import PolymorphicModel
class Book(models.Model):
    title = models.TextField()
class Contact(PolymorphicModel):
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.IntegerField()
    about = GenericForeignKey()
class Mail(Contact):
    address = models.TextField()
class Phone(Contact):
    number = models.TextField()
class Part(PolymorphicModel):
    book = models.ForeignKey(Book, on_delete=models.CASCADE)
class Chapter(Part):
    pass
class Index(Part):
    pass
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.admin", "django.contrib.contenttypes"]
"""
DELETED = "delete shop_part, delete shop_chapter, delete shop_index, insert django_admin_log"
CHANGED = "update shop_part, update shop_chapter, update shop_index, insert shop_book, insert django_admin_log"
ADDED = "insert shop_part, insert shop_chapter, insert shop_book, insert django_admin_log"


@pytest.mark.parametrize(
    ("base", "model", "children", "table"),
    [
        ("GenericStackedPolymorphicInline", "Contact", ("Mail", "Phone"), "shop_contact"),
        ("StackedPolymorphicInline", "Part", ("Chapter", "Index"), "shop_part"),
    ],
)
def test_an_inline_of_mixed_rows(base: str, model: str, children: tuple[str, str], table: str) -> None:
    written = [table, *(f"shop_{child.lower()}" for child in children)]
    touched = ", ".join(["insert shop_book", "insert django_admin_log", *(f"write {one}" for one in written)])
    assert_touches(f"""
# file: shop/admin.py
from django.contrib import admin
from polymorphic.admin import PolymorphicInlineSupportMixin, {base}
from shop import models
class MixedInline({base}):
    class First({base}.Child):
        model = models.{children[0]}
    class Second({base}.Child):
        model = models.{children[1]}
    model = models.{model}
    child_inlines = (First, Second)
@admin.register(models.Book)
class BookAdmin(PolymorphicInlineSupportMixin, admin.ModelAdmin):
    inlines = [MixedInline]
    def add_view(self, request, form_url="", extra_context=None):
        return super().add_view(request)  #> {touched}
{SHOP}""")


def test_the_page_of_a_row_is_that_of_its_class() -> None:
    assert_touches(f"""
# file: shop/admin.py
from django.contrib import admin
from polymorphic.admin import PolymorphicChildModelAdmin, PolymorphicParentModelAdmin
from shop.models import Book, Chapter, Index, Part
@admin.register(Part)
class PartAdmin(PolymorphicParentModelAdmin):
    base_model = Part
    child_models = [Chapter, Index]
    def delete_view(self, request, object_id, extra_context=None):
        return super().delete_view(request, object_id)  #> {DELETED}
@admin.register(Chapter)
class ChapterAdmin(PolymorphicChildModelAdmin):
    base_model = Part
    def save_model(self, request, obj, form, change):
        Book.objects.create()
        super().save_model(request, obj, form, change)
    def add_view(self, request, form_url="", extra_context=None):
        return super().add_view(request)  #> {ADDED}
admin.site.register(Index, PolymorphicChildModelAdmin)
{SHOP}""")


def test_a_model_that_is_among_its_own_children_has_a_page_of_its_own() -> None:
    assert_touches(f"""
# file: shop/admin.py
from django.contrib import admin
from polymorphic.admin import PolymorphicChildModelAdmin, PolymorphicParentModelAdmin
from shop.models import Book, Chapter, Part
@admin.register(Part)
class PartAdmin(PolymorphicParentModelAdmin):
    child_models = [Chapter, Part]
    def save_model(self, request, obj, form, change):
        Book.objects.create()  #= insert shop_book
        super().save_model(request, obj, form, change)
    def change_view(self, request, object_id, form_url="", extra_context=None):
        return super().change_view(request, object_id)  #> {CHANGED}
admin.site.register(Chapter, PolymorphicChildModelAdmin)
{SHOP}""")
