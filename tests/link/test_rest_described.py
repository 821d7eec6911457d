"""What REST framework says of a model's relations, and code of serializers that asks it."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    ("statement", "touched"),
    [
        ("info.relations['tags'].related_model.objects.create()", "insert shop_tag"),
        ("info.forward_relations['customer'].related_model.objects.create()", "insert shop_customer"),
        ("info.reverse_relations['lines'].related_model.objects.create()", "insert shop_line"),
        ("info.forward_relations['lines'].related_model.objects.create()", "nothing"),
        (
            "[getattr(order, name).clear() for name, one in info.relations.items() if one.to_many]",
            "delete shop_order_tags",
        ),
        (
            "[getattr(order, name).create() for name, one in info.reverse_relations.items() if one.to_many]",
            "insert shop_line",
        ),
        (
            "info.relations['tags'].model_field.save_form_data(order, [])",
            "write shop_order_tags, delete shop_order_tags",
        ),
    ],
)
def test_what_is_said_of_relations(statement: str, touched: str) -> None:
    assert_touches(f"""
from rest_framework.utils import model_meta
def work(order: Order):
    info = model_meta.get_field_info(order)
    with transaction.atomic():  #> {touched}
        {statement}
""")


def test_a_serializer_that_creates_rows_as_the_library_does() -> None:
    assert_touches("""
from rest_framework import serializers
from rest_framework.utils import model_meta

class OrderSerializer(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = ["tags", "total"]

    def create(self, validated_data):
        model = self.Meta.model
        info = model_meta.get_field_info(model)
        many = {}
        for name, relation in info.relations.items():
            if relation.to_many and name in validated_data:
                many[name] = validated_data.pop(name)
        with transaction.atomic():  #> insert shop_order, write shop_order_tags, delete shop_order_tags
            order = model._default_manager.create(**validated_data)
            for name, value in many.items():
                getattr(order, name).set(value)
        return order

def work(data):
    serializer = OrderSerializer(data=data)
    serializer.is_valid()
    serializer.save()
""")
