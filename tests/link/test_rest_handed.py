"""What serializers and views of REST framework are given where nothing in the code gives it to them."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SERIALIZER = """
from rest_framework import serializers, viewsets
class OrderSerializer(BASE):
    class Meta:
        model = Order
        fields = ["total"]
"""


@pytest.mark.parametrize("base", ["serializers.ModelSerializer", "Base"])
def test_the_instance_of_a_serializer_is_a_row_of_its_model(base: str) -> None:
    between = "class Base(serializers.ModelSerializer): pass\nclass OrderSerializer"
    assert_touches(f"""
{SERIALIZER.replace("class OrderSerializer", between).replace("BASE", base)}
    def update(self, instance, validated_data):
        with transaction.atomic():  #> update shop_order
            instance.save()
        return instance
""")


@pytest.mark.parametrize(
    ("asked", "writes"), [("perform_create", "insert shop_order"), ("perform_update", "update shop_order")]
)
def test_the_serializer_of_a_view_is_of_its_class(asked: str, writes: str) -> None:
    assert_touches(f"""
{SERIALIZER.replace("BASE", "serializers.ModelSerializer")}
class OrderView(viewsets.ModelViewSet):
    serializer_class = OrderSerializer
    queryset = Order.objects.all()
    def create(self, request):
        pass
    def update(self, request):
        pass
    def {asked}(self, serializer):
        with transaction.atomic():  #> {writes}
            serializer.save()
""")


def test_a_serializer_of_no_model_says_nothing_of_what_it_is_given() -> None:
    assert_touches("""
from rest_framework import serializers
class OrderSerializer(serializers.Serializer):
    class Meta:
        model = Order
    def update(self, instance, validated_data):
        with transaction.atomic():  #> nothing
            instance.save()
""")


def test_what_is_taken_out_of_a_registry_is_handed_on_as_a_row_of_the_model() -> None:
    assert_touches(f"""
{SERIALIZER.replace("BASE", "serializers.ModelSerializer")}
    def update(self, instance, validated_data):
        with transaction.atomic():  #> update shop_order
            instance.save()
        return instance
def change(held, data):
    serializer = OrderSerializer(held.pop(), data=data)
    serializer.save()
""")
