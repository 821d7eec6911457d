"""What a serializer takes in, and the relations that it saves by that."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

HEAD = """
from rest_framework import serializers
class TagSerializer(serializers.ModelSerializer):
    class Meta:
        model = Tag
        fields = ["id"]
"""
META = """
    class Meta:
        model = Order
        fields = {fields}
        {more}
"""
SETS = "insert shop_order, insert shop_order_tags, delete shop_order_tags"
FIELDS = '["total", "tags"]'
BESIDE = """tags = TagSerializer(many=True, read_only=True)
    marks = serializers.PrimaryKeyRelatedField(many=True, queryset=Tag.objects.all(), source='tags')"""


@pytest.mark.parametrize("checked", [True, False])
@pytest.mark.parametrize(
    ("field", "fields", "more", "expected"),
    [
        ("pass", FIELDS, "", SETS),
        ("tags = serializers.PrimaryKeyRelatedField(many=True, queryset=Tag.objects.all())", FIELDS, "", SETS),
        ("marks = serializers.PrimaryKeyRelatedField(many=True, queryset=Tag.objects.all(), source='tags')",
         '["total", "marks"]', "", SETS),
        ("tags = serializers.StringRelatedField(many=True)", FIELDS, "", "insert shop_order"),
        ("tags = serializers.SlugRelatedField(many=True, read_only=True, slug_field='id')", FIELDS, "",
         "insert shop_order"),
        ("tags = serializers.SerializerMethodField()", FIELDS, "", "insert shop_order"),
        ("tags = serializers.ReadOnlyField(source='tags.all')", "'__all__'", "", "insert shop_order"),
        ("tags = TagSerializer(many=True, read_only=True)", FIELDS, "", "insert shop_order"),
        ("tags = TagSerializer(many=True)", FIELDS, "", "insert shop_order"),
        (BESIDE, '["total", "tags", "marks"]', "", SETS),
        ("pass", FIELDS, "read_only_fields = ['tags']", "insert shop_order"),
        ("pass", FIELDS, "extra_kwargs = {'tags': {'read_only': True}}", "insert shop_order"),
        ("pass", FIELDS, "extra_kwargs = {'tags': {'required': False}}", SETS),
        ("pass", FIELDS, "depth = 1", "insert shop_order"),
        ("pass", '["total", "lines"]', "", "insert shop_order, update shop_line"),
        ("lines = serializers.PrimaryKeyRelatedField(many=True, queryset=Line.objects.all())", '["lines"]', "",
         "insert shop_order, update shop_line"),
    ],
)  # fmt: skip
def test_the_relations_that_are_set(field: str, fields: str, more: str, expected: str, *, checked: bool) -> None:
    assert_touches(f"""{HEAD}
class OrderSerializer(serializers.ModelSerializer):
    {field}{META.format(fields=fields, more=more)}
def work(data):
    serializer = OrderSerializer(data=data)
    {"serializer.is_valid()" if checked else "pass"}
    with transaction.atomic():  #> {expected}
        serializer.save()
""")


def test_what_is_taken_out_before_the_row_is_saved() -> None:
    assert_touches(f"""{HEAD}
class OrderSerializer(serializers.ModelSerializer):{META.format(fields=FIELDS, more="")}
    def create(self, validated_data):
        tags = validated_data.pop("tags")
        with transaction.atomic():  #> insert shop_order
            order = super().create(validated_data)
        with transaction.atomic():  #> insert shop_order_tags
            order.tags.add(*tags)
        return order
    def update(self, instance, validated_data):
        tags = validated_data.pop("tags", [])
        with transaction.atomic():  #> update shop_order
            return super().update(instance, validated_data)
def work(data, order: Order):
    for serializer in (OrderSerializer(data=data), OrderSerializer(order, data=data)):
        serializer.is_valid()
        serializer.save()
""")


def test_pairs_of_a_model_are_only_shown() -> None:
    assert_touches("""
# file: shop/models.py
from django.db import models
class Tag(models.Model):
    pass
class Order(models.Model):
    tags = models.ManyToManyField(Tag, through="Pair")
class Pair(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE)
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE)
# file: shop/services.py
from django.db import transaction
from rest_framework import serializers
from shop.models import Order
class OrderSerializer(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = "__all__"
def work(data):
    serializer = OrderSerializer(data=data)
    serializer.is_valid()
    with transaction.atomic():  #> insert shop_order
        serializer.save()
""")


def test_what_is_added_to_data_of_which_nothing_is_known() -> None:
    assert_touches(f"""{HEAD}
class OrderSerializer(serializers.ModelSerializer):{META.format(fields=FIELDS, more="")}
    def create(self, validated_data):
        validated_data["total"] = 1
        with transaction.atomic():  #> {SETS}
            return super().create(validated_data)
def work(data, unknown):
    OrderSerializer(data=data).create(unknown)
""")


def test_what_a_serializer_puts_into_the_data_for_a_relation_that_it_only_shows() -> None:
    assert_touches("""
from rest_framework import serializers
class TagSerializer(serializers.ModelSerializer):
    class Meta:
        model = Tag
        fields = ["id"]
class OrderSerializer(serializers.ModelSerializer):
    tags = TagSerializer(many=True, read_only=True)
    class Meta:
        model = Order
        fields = ["tags", "total"]
class GivenSerializer(OrderSerializer):
    def create(self, validated_data):
        validated_data["tags"] = []
        for pk in self.initial_data.get("tag_ids", []):
            validated_data["tags"].append(pk)
        return super().create(validated_data)
def shown(data):
    serializer = OrderSerializer(data=data)
    serializer.is_valid()
    with transaction.atomic():  #> insert shop_order
        serializer.save()
def given(data):
    serializer = GivenSerializer(data=data)
    serializer.is_valid()
    with transaction.atomic():  #> insert shop_order, insert shop_order_tags, delete shop_order_tags
        serializer.save()
""")


@pytest.mark.parametrize("shown_first", [True, False])
def test_a_field_takes_in_what_another_one_shows(shown_first: bool) -> None:  # noqa: FBT001 - a parameter
    taken = (
        "keys = serializers.PrimaryKeyRelatedField("
        "many=True, write_only=True, source='tags', queryset=Tag.objects.all())"
    )
    shown = "tags = serializers.SerializerMethodField()"
    first, second = (shown, taken) if shown_first else (taken, shown)
    assert_touches(f"""
from rest_framework import serializers
class OrderIn(serializers.ModelSerializer):
    {first}
    {second}
    class Meta:
        model = Order
        fields = ["total", "tags", "keys"]
    def get_tags(self, order): ...
def work(order: Order, data):
    taken = OrderIn(order, data=data)
    taken.is_valid()
    with transaction.atomic():  #> update shop_order, insert shop_order_tags, delete shop_order_tags
        taken.save()
""")
