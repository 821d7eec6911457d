"""Clusters of django-modelcluster."""

from __future__ import annotations

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
