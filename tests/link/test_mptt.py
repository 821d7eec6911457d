"""django-mptt: where nodes of a tree go, managers of the project's own say."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
from django.db import models
from mptt.managers import TreeManager
from mptt.models import MPTTModel
class Number(models.Model):
    pass
class Moved(models.Model):
    pass
class Trees(TreeManager):
    def _get_next_tree_id(self):
        return Number.objects.create().pk
    def _move_child_to_new_tree(self, node, target, position):
        super()._move_child_to_new_tree(node, target, position)
        Moved.objects.create()
class Node(MPTTModel):
    objects = Trees()
class Leaf(MPTTModel):
    pass
"""


@pytest.mark.parametrize(
    ("call", "touched"),
    [
        ("Node.objects.create()", "insert shop_node, update shop_node, insert shop_number"),
        ("Node.objects.get_or_create(name='a')", "insert shop_node, update shop_node, insert shop_number"),
        ("Node.objects.get(pk=1).save()", "update shop_node, insert shop_moved"),
        ("Node.objects.move_node(Node.objects.get(pk=1), None)", "update shop_node, insert shop_moved"),
        ("Node.objects.insert_node(Node.objects.get(pk=1), None)", "insert shop_number"),
        (
            "for node in Node.objects.build_tree_nodes({}):\n        Moved.objects.create()",
            "insert shop_moved, insert shop_number",
        ),
        ("Leaf.objects.create()", "insert shop_leaf, update shop_leaf"),
        ("Leaf.objects.get(pk=1).move_to(None)", "update shop_leaf"),
    ],
)
def test_what_a_tree_writes(call: str, touched: str) -> None:
    assert_touches(f"""
from shop.models import Leaf, Moved, Node
@transaction.atomic  #> {touched}
def touch():
    {call}
# file: shop/models.py{MODELS}""")


def test_who_hears_of_a_move() -> None:
    assert_touches(f"""
from django.dispatch import receiver
from mptt.signals import node_moved
from shop.models import Leaf, Moved, Node
@receiver(node_moved, sender=Leaf)
def note(sender, instance, **kwargs):
    Moved.objects.create()
@transaction.atomic  #> update shop_leaf, insert shop_moved
def touch():
    Leaf.objects.get(pk=1).save()
# file: shop/models.py{MODELS}""")


@pytest.mark.parametrize(
    "asked",
    [
        "Book.objects.filter(pk=1).get_descendants()",
        "Book.objects.filter(pk=1).get_ancestors(include_self=True)",
        "Book.objects.get_queryset_descendants(Book.objects.filter(pk=1))",
    ],
)
def test_where_rows_stand_is_read_before_others_are_asked_for(asked: str) -> None:
    assert_touches(f"""
from shop.models import Book
@transaction.atomic  #> nothing, read shop_book, read shop_shelf
def touch():
    return {asked}
# file: shop/models.py
from django.db import models
from mptt.models import MPTTModel, TreeForeignKey
class Shelf(models.Model):
    name = models.TextField()
class Book(MPTTModel):
    shelf = models.ForeignKey(Shelf, models.CASCADE)
    parent = TreeForeignKey("self", models.CASCADE, null=True)
    class Meta:
        ordering = ["shelf__name"]
""")
