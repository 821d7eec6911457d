"""graphene-django-extensions: mutations that save a serializer or delete a row, nodes, serializers in one another."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches

APP = """
# file: shop/models.py
from django.db import models
class Owner(models.Model):
    name = models.TextField()
class Order(models.Model):
    owner = models.ForeignKey(Owner, on_delete=models.CASCADE, related_name="orders")
    tags = models.ManyToManyField("Tag", related_name="orders")
class Line(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="lines")
class Tag(models.Model):
    name = models.TextField()
class Log(models.Model):
    text = models.TextField()
class Ask(models.Model):
    text = models.TextField()

# file: shop/services.py
from django.db import transaction
from graphene_django_extensions import CreateMutation, DeleteMutation, UpdateMutation, DjangoNode
from graphene_django_extensions import NestingModelSerializer
from graphene_django_extensions.bases import DjangoMutation
from graphene_django_extensions.permissions import BasePermission
from rest_framework import serializers
from shop.models import *

class MayAsk(BasePermission):
    @classmethod
    def has_permission(cls, user):
        Ask.objects.create()
        return True

class OwnerSerializer(NestingModelSerializer):
    class Meta:
        model = Owner
        fields = ["pk", "name"]
"""


@pytest.mark.parametrize(
    ("base", "method", "written"),
    [
        ("CreateMutation", "create", "insert shop_owner, insert shop_log"),
        ("UpdateMutation", "update", "update shop_owner, insert shop_log"),
    ],
)
def test_a_mutation_saves_its_serializer(base: str, method: str, written: str) -> None:
    assert_touches(f"""{APP}
class Saving(OwnerSerializer):
    def create(self, validated_data):
        with transaction.atomic():{f"  #> {written}" if method == "create" else ""}
            Log.objects.create()
            return super().create(validated_data)
    def update(self, instance, validated_data):
        with transaction.atomic():{f"  #> {written}" if method == "update" else ""}
            Log.objects.create()
            return super().update(instance, validated_data)
class Mutation({base}):
    class Meta:
        serializer_class = Saving
        permission_classes = [MayAsk]
""")


def test_a_mutation_deletes_what_it_has_validated() -> None:
    assert_touches(f"""{APP}
class TagDelete(DeleteMutation):  #> delete shop_tag, delete shop_order_tags
    class Meta:
        model = Tag
    @classmethod
    def validate_deletion(cls, tag, user):
        with transaction.atomic():  #> update shop_tag
            tag.save()
""")


def test_a_mutation_of_its_own() -> None:
    assert_touches(f"""{APP}
class Ping(DjangoMutation):
    class Meta:
        serializer_class = OwnerSerializer
        permission_classes = [MayAsk]
    @classmethod
    def custom_mutation(cls, info, input_data):
        with transaction.atomic():  #> insert shop_log
            Log.objects.create()
""")


def test_permissions_are_asked() -> None:
    source = f"""{APP}
class May(BasePermission):
    @classmethod
    def has_{{0}}_permission(cls, *args):
        with transaction.atomic():  #> insert shop_ask
            Ask.objects.create()
        return True
class Asked({{1}}):
    class Meta:
        {{2}}
        permission_classes = [May]
"""
    for asked, base, meta in (
        ("create", "CreateMutation", "serializer_class = OwnerSerializer"),
        ("update", "UpdateMutation", "serializer_class = OwnerSerializer"),
        ("node", "DjangoNode", "model = Owner"),
    ):
        text = source.format(asked, base, meta)
        node = "    @classmethod\n    def get_node(cls, info, id):\n        return super().get_node(info, id)\n"
        assert_touches(text + node if asked == "node" else text)


@pytest.mark.parametrize("base", ["CreateMutation", "UpdateMutation"])
def test_serializers_in_one_another(base: str) -> None:
    verb = "insert" if base == "CreateMutation" else "update"
    written = f"{verb} shop_order, write shop_owner, write shop_line, delete shop_line, insert shop_log"
    assert_touches(f"""{APP}
class LineSerializer(NestingModelSerializer):
    class Meta:
        model = Line
        fields = ["pk"]
class OrderSerializer(NestingModelSerializer):
    owner = OwnerSerializer()
    lines = LineSerializer(many=True)
    class Meta:
        model = Order
        fields = ["pk", "owner", "lines"]
    def save(self, **kwargs):
        with transaction.atomic():  #> {written}
            Log.objects.create()
            return super().save(**kwargs)
class Mutation({base}):
    class Meta:
        serializer_class = OrderSerializer
""")


def test_mutations_are_entry_points() -> None:
    source = f"""{APP}
class OwnerCreate(CreateMutation):
    class Meta:
        serializer_class = OwnerSerializer
"""
    assert_enters(source, "mutation shop.services.OwnerCreate.mutate")
