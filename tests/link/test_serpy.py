"""Serializers of serpy read what their fields show."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("Named(order).data", "nothing, read shop_customer"),
        ("Dotted(order).data", "nothing, read shop_customer"),
        ("Asked(order).data", "nothing, read shop_line"),
        ("Otherwise(order).data", "nothing, read shop_stock"),
        ("Around(order).data", "nothing, read shop_line, read shop_stock"),
        ("Around(Order.objects.all(), many=True).data", "nothing, read shop_order, read shop_line, read shop_stock"),
        ("Called(order).data", "insert shop_log"),
        ("Plain(order).data", "nothing, no read shop_customer, no read shop_line"),
        ("Named(order)", "nothing, no read shop_customer"),
    ],
)
def test_a_serializer(statement: str, expected: str) -> None:
    assert_touches(f"""
# file: shop/models.py
from django.db import models
class Customer(models.Model):
    name = models.TextField()
class Order(models.Model):
    customer = models.ForeignKey(Customer, models.CASCADE)
    total = models.IntegerField()
    def noted(self):
        Log.objects.create()
class Stock(models.Model):
    left = models.IntegerField()
class Line(models.Model):
    order = models.ForeignKey(Order, models.CASCADE, related_name="lines")
    stock = models.ForeignKey(Stock, models.CASCADE)
class Log(models.Model):
    pass
# file: shop/serializers.py
import serpy
from shop.models import Stock
class Field(serpy.Field):
    pass
class Light(serpy.Serializer):
    def __init__(self, *args, **kwargs):
        kwargs.pop("files", None)
        super().__init__(*args, **kwargs)
class Plain(Light):
    total = Field()
class Named(Plain):
    customer = Field()
class Dotted(Light):
    name = Field(attr="customer.name")
class Asked(Light):
    lines = serpy.MethodField()
    def get_lines(self, order):
        return [line.pk for line in order.lines.all()]
class Otherwise(Light):
    lines = serpy.MethodField("look_up")
    def look_up(self, order):
        return Stock.objects.count()
class Called(Light):
    noted = Field(call=True)
class LineSerializer(Light):
    left = Field("stock.left")
    def to_value(self, value):
        if hasattr(value, "all"):
            return super().to_value(value.all())
        return super().to_value(value)
class Around(Light):
    lines = LineSerializer(many=True)
# file: shop/services.py
from django.db import transaction
from shop.models import *
from shop.serializers import *
def show(order: Order):
    with transaction.atomic():  #> {expected}
        {statement}
""")
