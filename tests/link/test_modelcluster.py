"""Clusters of django-modelcluster."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SAVED = "update shop_menu, write shop_menu_tags, delete shop_menu_tags, write shop_dish, delete shop_dish"


def test_a_cluster_is_saved_with_its_children() -> None:
    assert_touches(f"""
from shop.models import *
def touch(pk):
    menu = Menu.objects.get(pk=pk)
    with transaction.atomic():  #> {SAVED}
        menu.save()
    with transaction.atomic():  #> update shop_menu
        menu.save(update_fields=["title"])
    with transaction.atomic():  #> insert shop_tag
        Tag(name="new").save()
# file: shop/models.py
from django.db import models
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
class Tag(models.Model):
    name = models.TextField()
class Menu(ClusterableModel):
    title = models.TextField()
    tags = ParentalManyToManyField(Tag)
class Dish(models.Model):
    menu = ParentalKey(Menu, related_name="dishes", on_delete=models.CASCADE)
class Opinion(models.Model):
    menu = models.ForeignKey(Menu, on_delete=models.CASCADE)
""")


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("menu.tags.add('new')", "insert taggit_tag, read shop_tagged"),
        ("menu.tags.remove('old')", "nothing, read shop_tagged, read taggit_tag"),
        ("menu.tags.clear()", "nothing"),
        ("menu.save()", "update shop_menu, write shop_tagged, delete shop_tagged"),
        ("[tag.name for tag in menu.tags.all()]", "nothing, read shop_tagged, read taggit_tag"),
        ("MenuForm(instance=menu).save(commit=False)", "nothing"),
    ],
)
def test_tags_are_saved_with_their_cluster(call: str, expected: str) -> None:
    assert_touches(f"""
from django import forms
from shop.models import *
class MenuForm(forms.ModelForm):
    class Meta:
        model = Menu
        fields = ["tags"]
def touch(menu: Menu):
    with transaction.atomic():  #> {expected}
        {call}
# file: shop/models.py
from django.db import models
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from taggit.models import TaggedItemBase
class Tagged(TaggedItemBase):
    content_object = ParentalKey("Menu", related_name="tagged", on_delete=models.CASCADE)
class Menu(ClusterableModel):
    tags = ClusterTaggableManager(through=Tagged)
""")
