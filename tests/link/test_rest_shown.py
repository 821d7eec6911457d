"""Serializers of Django REST framework read what their fields follow, and whether what they take is unique."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

LINES = "nothing, read shop_line"
CUSTOMER = "nothing, read shop_customer"


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("Sourced(line).data", "nothing, read shop_order, read shop_customer"),
        ("ReadOnly(line).data", "nothing, read shop_order, no read shop_customer"),
        ("Named(order).data", "nothing, read shop_customer, read shop_log"),
        ("Slugged(order).data", CUSTOMER),
        ("SluggedMany(order).data", "nothing, read shop_tag"),
        ("Around(order).data", "nothing, read shop_line, read shop_stock"),
        ("Around(Order.objects.all(), many=True).data", "nothing, read shop_order, read shop_line, read shop_stock"),
        ("Renamed(order).data", "nothing, read shop_line, read shop_stock"),
        ("Itself(order).data", "nothing, read shop_tag"),
        ("One(line).data", "nothing, read shop_order, read shop_tag"),
        ("Overridden(line).data", "nothing, read shop_order, read shop_customer"),
        ("Otherwise(order).data", "nothing, read shop_stock"),
        ("Getting(order).data", LINES),
        ("Representing(order).data", "nothing, read shop_customer, read shop_line"),
        ("Managing(order).data", "nothing, read shop_tag"),
        ("Listed(order).data", "nothing, read shop_log"),
        ("ListedBackwards(order).data", LINES),
        ("Called(order).data", "insert shop_log"),
        ("Plain(order).data", "nothing, no read shop_customer, no read shop_line"),
        ("Keyed(line).data", "nothing, no read shop_order"),
        ("Kept(line).data", "nothing, read shop_order, read shop_tag"),
        ("ByKey(line).data", "nothing, no read shop_order, no read shop_stock"),
        ("Deep(line).data", "nothing, read shop_order, read shop_stock"),
        ("AsText(line).data", "nothing, read shop_order, no read shop_stock"),
        ("Many(order).data", "nothing, read shop_tag, read shop_order_tags, no read shop_customer"),
        ("Hidden(line).data", "nothing, no read shop_order, no read shop_customer"),
        ("Around(order)", "nothing, no read shop_line"),
    ],
)
def test_a_serializer(statement: str, expected: str) -> None:
    assert_touches(f"""
# file: shop/models.py
from django.db import models
class Customer(models.Model):
    name = models.TextField()
    def __str__(self):
        Log.objects.count()
        return self.name
class Tag(models.Model):
    text = models.TextField()
class Order(models.Model):
    customer = models.ForeignKey(Customer, models.CASCADE)
    tags = models.ManyToManyField(Tag)
    total = models.IntegerField()
    def noted(self):
        Log.objects.create()
    @property
    def logged(self):
        return Log.objects.count()
class Stock(models.Model):
    left = models.IntegerField()
class Line(models.Model):
    order = models.ForeignKey(Order, models.CASCADE, related_name="lines")
    stock = models.ForeignKey(Stock, models.CASCADE)
class Log(models.Model):
    pass
# file: shop/serializers.py
from rest_framework import serializers
from shop.models import *
class Plain(serializers.Serializer):
    total = serializers.IntegerField()
class Sourced(serializers.Serializer):
    name = serializers.CharField(source="order.customer.name")
class ReadOnly(serializers.Serializer):
    total = serializers.ReadOnlyField(source="order.total")
class Named(serializers.Serializer):
    customer = serializers.StringRelatedField()
class Slugged(serializers.Serializer):
    customer = serializers.SlugRelatedField(slug_field="name", read_only=True)
class SluggedMany(serializers.Serializer):
    tags = serializers.SlugRelatedField(slug_field="text", many=True, read_only=True)
class LineSerializer(serializers.Serializer):
    left = serializers.SerializerMethodField()
    def get_left(self, line):
        return line.stock.left
class Around(serializers.Serializer):
    lines = LineSerializer(many=True)
class Renamed(serializers.Serializer):
    items = LineSerializer(source="lines.all", many=True)
class Inner(serializers.Serializer):
    labels = serializers.SerializerMethodField()
    def get_labels(self, order):
        return [tag.text for tag in order.tags.all()]
class Itself(serializers.Serializer):
    info = Inner(source="*")
class One(serializers.Serializer):
    order = Inner()
class InnerOverridden(serializers.Serializer):
    def to_representation(self, order):
        return {{**super().to_representation(order), "customer": order.customer.name}}
class Overridden(serializers.Serializer):
    order = InnerOverridden()
class Otherwise(serializers.Serializer):
    lines = serializers.SerializerMethodField("look_up")
    def look_up(self, order):
        return Stock.objects.count()
class Lines(serializers.Field):
    def get_attribute(self, order):
        return order.lines.count()
class Getting(serializers.Serializer):
    lines = Lines()
class Name(serializers.Field):
    def to_representation(self, customer):
        return customer.order_set.first().lines.count()
class Representing(serializers.Serializer):
    customer = Name()
class Managed(serializers.Field):
    def to_representation(self, tags):
        return [tag.text for tag in tags.all()]
class Managing(serializers.Serializer):
    tags = Managed()
class Listed(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = ["total", "logged"]
class ListedBackwards(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = ["total", "lines"]
class Called(serializers.Serializer):
    noted = serializers.CharField()
class Keyed(serializers.Serializer):
    order = serializers.PrimaryKeyRelatedField(read_only=True)
class Kept(serializers.Serializer):
    instance = Inner(source="order")
    data = serializers.CharField()
class ByKey(serializers.ModelSerializer):
    class Meta:
        model = Line
        fields = "__all__"
class Deep(ByKey):
    class Meta(ByKey.Meta):
        depth = 1
class AsText(ByKey):
    serializer_related_field = serializers.StringRelatedField
    class Meta:
        model = Line
        exclude = ["stock"]
class Many(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = "__all__"
class Hidden(serializers.Serializer):
    name = serializers.CharField(source="order.customer.name", write_only=True)
# file: shop/services.py
from django.db import transaction
from shop.models import *
from shop.serializers import *
def show(order: Order, line: Line):
    with transaction.atomic():  #> {expected}
        {statement}
""")


TOGETHER = "class Meta:\n        unique_together = ['weight', 'sent']"


@pytest.mark.parametrize(
    ("model", "fields", "expected"),
    [
        ("code = models.TextField(unique=True)", '["code"]', "read shop_parcel"),
        ("code = models.TextField(unique=True)", '"__all__"', "read shop_parcel"),
        ("code = models.TextField(unique=True)", '["weight"]', "no read shop_parcel"),
        ("code = models.TextField()", '["code"]', "no read shop_parcel"),
        ("code = models.TextField(unique=True)", '["code"]\n        read_only_fields = ["code"]',
         "no read shop_parcel"),
        ("class Meta:\n        unique_together = [('code', 'weight')]", '["code", "weight"]', "read shop_parcel"),
        ("class Meta:\n        unique_together = 'code', 'weight'", '["code", "weight"]', "read shop_parcel"),
        ("class Meta:\n        unique_together = [('code', 'weight')]", '["code"]', "no read shop_parcel"),
        ("class Meta:\n        constraints = [models.UniqueConstraint(fields=['weight'], name='a')]", '["weight"]',
         "read shop_parcel"),
        (f"sent = models.BooleanField(default=False)\n    {TOGETHER}",
         '["weight", "sent"]\n        read_only_fields = ["sent"]', "read shop_parcel"),
        (f"sent = models.BooleanField()\n    {TOGETHER}",
         '["weight", "sent"]\n        read_only_fields = ["sent"]', "no read shop_parcel"),
        ("order = models.OneToOneField(Order, models.CASCADE)", '["order"]', "read shop_parcel"),
        ("code = models.TextField(primary_key=True)", '["code"]', "read shop_parcel"),
        ("code = models.TextField(primary_key=True)", '["weight"]', "no read shop_parcel"),
        ("code = models.BigAutoField(primary_key=True)", '["code"]', "no read shop_parcel"),
        ("code = models.TextField(primary_key=True, editable=False)", '["code"]', "no read shop_parcel"),
        ("code = models.TextField(unique=True, editable=False)", '["code"]', "no read shop_parcel"),
        ("order = models.ForeignKey(Order, models.CASCADE)", '["order"]', "no read shop_parcel"),
    ],
)  # fmt: skip
def test_what_must_be_unique(model: str, fields: str, expected: str) -> None:
    assert_touches(f"""
from rest_framework import serializers
class Parcel(models.Model):
    weight = models.IntegerField()
    {model}
class ParcelSerializer(serializers.ModelSerializer):
    class Meta:
        model = Parcel
        fields = {fields}
def touch(data):
    with transaction.atomic():  #> nothing, {expected}
        ParcelSerializer(data=data).is_valid()
""")


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("lines = LineSerializer(many=True)", "nothing, read shop_line"),
        ("held = LineSerializer(many=True, source='lines', read_only=True)", "nothing, read shop_line"),
        ("customer = CustomerSerializer()", "nothing, read shop_customer"),
        ("lines = LineSerializer(many=True, write_only=True)", "nothing, no read shop_line"),
        ("customer = CustomerField()", "nothing, no read shop_customer"),
    ],
)
def test_a_field_is_a_serializer_that_is_not_read(field: str, expected: str) -> None:
    assert_touches(f"""
from elsewhere.serializers import CustomerField, CustomerSerializer, LineSerializer
from rest_framework import serializers
class OrderSerializer(serializers.ModelSerializer):
    {field}
    class Meta:
        model = Order
        exclude = ()
def work(x):
    order = Order.objects.get(pk=x)
    with transaction.atomic():  #> {expected}
        OrderSerializer(order).data
""")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ('Shown({"lines": found, "of": line}).data', "nothing, read shop_line, read shop_order, no read shop_tag"),
        ('Shown([{"lines": found, "of": line}], many=True).data', "nothing, read shop_line, read shop_order"),
        ("Shown(listed(found), many=True).data", "nothing, read shop_line, read shop_tag"),
        ('Shown({"lines": [line], "of": None}).data', "nothing, read shop_stock, no read shop_line"),
        ('Shown({"values": found}).data', "nothing, no read shop_line"),
        ("Shown(Page(line)).data", "nothing, read shop_stock, no read shop_line"),
    ],
    ids=["a dict", "a list of dicts", "gathered dicts", "a list in a dict", "other keys", "a list of an object"],
)  # fmt: skip
def test_dicts_and_lists_that_are_shown(given: str, expected: str) -> None:
    """A field shows what a dict has under its name, and each row of a list that it finds."""
    assert_touches(f"""
from rest_framework import serializers
class LineSerializer(serializers.ModelSerializer):
    held = serializers.CharField(source="stock.name")
    class Meta:
        model = Line
        fields = ["id"]
class Shown(serializers.Serializer):
    lines = LineSerializer(many=True)
    of = serializers.CharField(source="of.order.total")
    tags = serializers.SerializerMethodField()
    def get_tags(self, shown):
        return [one.text for one in shown["tags"]] if "tags" in shown else []
class Page:
    def __init__(self, line):
        self.lines = [line]
def listed(found):
    held = []
    for tags in [Tag.objects.all()]:
        held.append({{"lines": found, "tags": tags}})
    return held
def show(line: Line, some):
    found = Line.objects.filter(pk=some)
    with transaction.atomic():  #> {expected}
        {given}
""")
