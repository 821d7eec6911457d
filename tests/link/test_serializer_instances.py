"""Serializers whose `instance` is put in place by the code around them, before they save or after."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    ("steps", "created", "updated"),
    [
        ("one = serializer.save(); serializer.instance = Order.objects.get(pk=one.pk)", True, True),
        ("serializer.instance = Order.objects.first(); serializer.save()", True, True),
        ("serializer.save()", True, False),
    ],
)
def test_what_a_new_one_saves(steps: str, *, created: bool, updated: bool) -> None:
    made = "insert shop_order, insert shop_log" if created else ""
    changed = "update shop_order, insert shop_tag" if updated else ""
    lines = "\n            ".join(one.strip() for one in steps.split(";"))
    assert_touches(f"""
# file: shop/views.py
from django.db import transaction
from rest_framework import serializers, viewsets
from shop.models import Log, Order, Tag
class OrderSerializer(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = ["total"]
    def create(self, validated_data):
        Log.objects.create()
        return Order.objects.create(**validated_data)
    def update(self, instance, validated_data):
        Tag.objects.create()
        instance.save()
        return instance
class Orders(viewsets.ModelViewSet):
    queryset = Order.objects.all()
    serializer_class = OrderSerializer
    def perform_create(self, serializer):
        with transaction.atomic():  #> {", ".join(filter(None, [made, changed]))}
            {lines}
""")
