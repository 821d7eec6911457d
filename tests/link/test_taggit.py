"""Tags of django-taggit: a model of the project between an object and its tags, managers of its own."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

TAGS = """
# file: shop/models.py
from django.db import models
from taggit.managers import TaggableManager, _TaggableManager
from taggit.models import GenericTaggedItemBase, TagBase
from taggit.utils import require_instance_manager
class Label(TagBase):
    pass
class Labelled(GenericTaggedItemBase):
    tag = models.ForeignKey(Label, on_delete=models.CASCADE, related_name="labelled")
class AtOnce(_TaggableManager):
    @require_instance_manager
    def add(self, *tags, through_defaults=None, tag_kwargs=None, **kwargs):
        self._remove_prefetched_objects()
        found = self._to_tag_model_instances(tags, tag_kwargs or {})
        lookup = self._lookup_kwargs()
        self.through._default_manager.bulk_create([self.through(tag=tag, **lookup) for tag in found])
class Book(models.Model):
    tags = TaggableManager(through="shop.Labelled", ordering=("name",))
class OwnField(TaggableManager):
    def contribute_to_class(self, cls, name):
        super().contribute_to_class(cls, name)
        self.remote_field.related_name = cls.__name__
class Shelf(models.Model):
    tags = OwnField(through="shop.Labelled", manager=AtOnce)
# file: shop/services.py
from django.db import transaction
from shop.models import *
"""


def test_a_model_between_that_a_text_names() -> None:
    assert_touches(f"""{TAGS}
def mark(book: Book):
    with transaction.atomic():  #> insert shop_label, insert shop_labelled
        book.tags.add("new")
    with transaction.atomic():  #> delete shop_labelled
        book.tags.clear()
""")


def test_a_manager_that_adds_all_tags_at_once() -> None:
    assert_touches(f"""{TAGS}
def mark(shelf: Shelf):
    with transaction.atomic():  #> insert shop_label, insert shop_labelled, read django_content_type
        shelf.tags.add("new")
""")


def test_a_form_saves_the_tags_that_it_lists() -> None:
    assert_touches(f"""{TAGS}
from django import forms
class BookForm(forms.ModelForm):
    class Meta:
        model = Book
        fields = ["tags"]
class ShelfForm(forms.ModelForm):
    class Meta:
        model = Shelf
        fields = "__all__"
class PlainForm(forms.ModelForm):
    class Meta:
        model = Book
        fields = []
def save(data):
    with transaction.atomic():  #> insert shop_book, insert shop_label, insert shop_labelled, delete shop_labelled
        BookForm(data).save()
    with transaction.atomic():  #> insert shop_shelf, insert shop_label, insert shop_labelled, delete shop_labelled
        ShelfForm(data).save()
    with transaction.atomic():  #> insert shop_book
        PlainForm(data).save()
""")


def test_a_form_of_a_row_that_is_there_shows_its_tags() -> None:
    assert_touches(f"""{TAGS}
from django import forms
class BookForm(forms.ModelForm):
    class Meta:
        model = Book
        fields = ["tags"]
class Bare(forms.ModelForm):
    class Meta:
        model = Book
        fields = []
def show(book: Book):
    with transaction.atomic():  #> nothing, read shop_label, read shop_labelled
        BookForm(instance=book)
    with transaction.atomic():  #> nothing, no read shop_labelled
        BookForm()
    with transaction.atomic():  #> nothing, no read shop_labelled
        Bare(instance=book)
""")


def test_the_tags_of_all_objects_of_a_class() -> None:
    assert_touches(f"""{TAGS}
from django.db.models import Count
def choices(model):
    found = model.tags.annotate(count=Count("labelled")).order_by("name")
    return [str(tag) for tag in found]  #= read shop_label, read shop_labelled
def view():
    return choices(Book)
""")


def test_a_serializer_sets_the_tags_of_what_it_stores() -> None:
    assert_touches(f"""{TAGS}
from rest_framework import serializers
from taggit.serializers import TaggitSerializer, TagListSerializerField
class BookSerializer(TaggitSerializer, serializers.ModelSerializer):
    tags = TagListSerializerField(required=False)
    class Meta:
        model = Book
        fields = "__all__"
class BareSerializer(TaggitSerializer, serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = ["id"]
def store(data, book: Book):
    with transaction.atomic():  #> insert shop_book, insert shop_label, insert shop_labelled, delete shop_labelled
        BookSerializer(data=data).save()
    with transaction.atomic():  #> update shop_book, insert shop_label, insert shop_labelled, delete shop_labelled
        BookSerializer(book, data=data).save()
    with transaction.atomic():  #> insert shop_book
        BareSerializer(data=data).save()
""")


def test_who_listens_hears_of_the_tags_of_its_own_rows_alone() -> None:
    assert_touches("""
# file: shop/models.py
from django.db import models
from django.db.models.signals import m2m_changed
from django.dispatch import receiver
from taggit_autosuggest.managers import TaggableManager
class Book(models.Model):
    tags = TaggableManager()
class Paper(models.Model):
    tags = TaggableManager()
class Rare(Book):
    pass
@receiver(m2m_changed, sender=Book.tags.through)
def tagged(sender, instance, action, reverse, pk_set, **kwargs):
    if action in ["pre_add", "pre_remove"] and pk_set and not reverse and isinstance(instance, Book):
        instance.save()
# file: shop/services.py
from django.db import transaction
from shop.models import *
def mark(book: Book, paper: Paper, rare: Rare):
    with transaction.atomic():  #> insert taggit_tag, insert taggit_taggeditem, update shop_book
        book.tags.add("new")
    with transaction.atomic():  #> insert taggit_tag, insert taggit_taggeditem, update shop_book, update shop_rare
        rare.tags.add("new")
    with transaction.atomic():  #> delete taggit_taggeditem, update shop_book
        book.tags.remove("new")
    with transaction.atomic():  #> delete taggit_taggeditem
        book.tags.clear()
    with transaction.atomic():  #> insert taggit_tag, insert taggit_taggeditem
        paper.tags.add("new")
""")


def test_tags_that_are_looked_up_ahead() -> None:
    assert_touches(f"""{TAGS}
def show(pk):
    with transaction.atomic():  #> nothing, read shop_label, read shop_labelled, read shop_book
        return list(Book.objects.prefetch_related("tags"))
""")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Book.objects.filter(tags__name='x')", "read shop_labelled, read shop_label, no read taggit_taggeditem"),
        ("Book.objects.exclude(tags__name__in=['x', 'y'])", "read shop_labelled, read shop_label"),
        ("Book.objects.filter(Q(tags__slug='x') | Q(pk=1))", "read shop_labelled, read shop_label"),
        ("Copy.objects.filter(book__tags__name='x')", "read shop_book, read shop_labelled, read shop_label"),
        ("Shelf.objects.filter(tags__name='x')", "read shop_labelled, read shop_label"),
        ("Copy.objects.filter(tags__name='x')", "read taggit_taggeditem, read taggit_tag, no read shop_label"),
        ("Book.objects.filter(pk__in=[1])", "no read shop_labelled, no read shop_label"),
    ],
)
def test_a_lookup_of_tags_joins_what_is_between(query: str, expected: str) -> None:
    more = (
        "class Copy(models.Model):\n    book = models.ForeignKey(Book, models.CASCADE)\n    tags = TaggableManager()\n"
    )
    assert_touches(f"""{TAGS.replace("# file: shop/services.py", more + "# file: shop/services.py")}
from django.db.models import Q
def look():
    with transaction.atomic():  #> nothing, {expected}
        list({query})
""")
