"""Names are evidence of last resort, and what they suggest is guessed."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    "call",
    [
        "order.save()",
        "self.order.save()",
        "request.order.save()",
        "_order.save()",
        "x.get_order().save()",
        "x['a'].order.save()",
    ],
)
def test_a_name_of_one_model(call: str) -> None:
    assert_touches(f"""
class Handler:
    def touch(self, request, x, order=unknown, _order=unknown):
        with transaction.atomic():  #> write shop_order?
            {call}
""")


@pytest.mark.parametrize("rows", ["(order,)", "[self.order, x]", "{x, request.order}"])
def test_a_name_in_what_a_loop_goes_through(rows: str) -> None:
    assert_touches(f"""
class Handler:
    def touch(self, request, x, order=unknown):
        with transaction.atomic():  #> write shop_order?
            for each in {rows}:
                each.save()
""")


@pytest.mark.parametrize("rows", ["orders", "order_list", "order_qs"])
def test_a_plural(rows: str) -> None:
    assert_touches(f"""
def touch({rows}):
    with transaction.atomic():  #> write shop_order?
        for x in {rows}:
            x.save()
""")


@pytest.mark.parametrize("name", ["x", "instance", "obj", "item", "order_id", "border", "record"])
def test_a_name_of_no_model(name: str) -> None:
    assert_touches(f"""
def touch({name}):
    with transaction.atomic():  #> nothing
        {name}.save()
""")


def test_a_known_value_is_not_guessed_at() -> None:
    assert_touches("""
class Plain:
    def save(self):
        pass
def touch(stock: Stock):
    order = Plain()
    with transaction.atomic():  #> nothing
        order.save()
    order = stock
    with transaction.atomic():  #> write shop_stock
        order.save()
    order = {}
    with transaction.atomic():  #> nothing
        order.update(x=1)
""")


def test_two_models_of_one_name_are_no_evidence() -> None:
    assert_touches("""
def touch(order):
    with transaction.atomic():  #> nothing
        order.save()
# file: billing/models.py
from django.db import models
class Order(models.Model): pass
""")


def test_a_method_with_one_owner() -> None:
    assert_touches("""
class Cart(models.Model):
    def close_forever(self):
        self.save()
def touch(x):
    with transaction.atomic():  #> write shop_cart?
        x.close_forever()
""")


def test_a_method_of_the_managers_of_one_model() -> None:
    assert_touches("""
class CartManager(models.Manager):
    def create_special(self):
        cart = self.model()
        cart.save()
        self.filter(x=1).update(x=2)
class Cart(models.Model):
    objects = CartManager()
def touch(x):
    with transaction.atomic():  #> insert shop_cart?, update shop_cart?
        x.create_special()
""")


def test_a_method_with_two_owners() -> None:
    assert_touches("""
class Cart(models.Model):
    def close_forever(self):
        self.save()
class Wish(models.Model):
    def close_forever(self):
        self.save()
def touch(x):
    with transaction.atomic():  #> nothing
        x.close_forever()
""")


@pytest.mark.parametrize("call", ["x.save()", "x.create(a=1)", "x.delete()", "x.update(a=1)", "x.add(1)", "x.clear()"])
def test_common_methods_are_no_evidence(call: str) -> None:
    assert_touches(f"""
class Cart(models.Model):
    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
def touch(x):
    with transaction.atomic():  #> nothing
        {call}
""")


def test_what_follows_a_guess_is_guessed() -> None:
    assert_touches("""
def helper(row):
    row.lines.update(x=1)
def touch(order):
    with transaction.atomic():  #> update shop_line?
        helper(order)
    with transaction.atomic():  #> write shop_customer?
        order.customer.save()
""")


@pytest.mark.parametrize(
    ("fields", "written"),
    [
        ("['left']", "update shop_stock?"),
        ("('left', 'shelf')", "update shop_stock?"),
        ("['name']", "nothing"),
        ("['left', 'name']", "nothing"),
        ("names", "nothing"),
    ],
)
def test_what_is_saved_by_the_fields_that_are_named(fields: str, written: str) -> None:
    assert_touches(f"""
# file: shop/models.py
from django.db import models
class Stock(models.Model):
    left = models.IntegerField()
    shelf = models.TextField()
class Tag(models.Model):
    name = models.TextField()
class Label(models.Model):
    name = models.TextField()
# file: shop/services.py
import networkx
from django.db import transaction
def work(graph, names):
    with transaction.atomic():  #> {written}
        graph.nodes[1]["held"].save(update_fields={fields})
def drawn(names):
    graph = networkx.DiGraph()
    with transaction.atomic():  #> {written}
        graph.nodes[1]["held"].save(update_fields={fields})
""")


def test_methods_of_built_in_values_are_nobodys() -> None:
    assert_touches("""
class Word(models.Model):
    def translate(self, table):
        self.save()
    def retranslate(self, table):
        self.save()
def write(x):
    with transaction.atomic():  #> nothing
        x["a"].translate({})
    with transaction.atomic():  #> write shop_word?
        x["a"].retranslate({})
""")


@pytest.mark.parametrize("kind", ["classmethod", "staticmethod"])
def test_a_method_of_the_class_of_a_guess_is_guessed(kind: str) -> None:
    first = "cls, " if kind == "classmethod" else ""
    assert_touches(f"""
# file: shop/models.py
from django.db import models
class Log(models.Model):
    text = models.CharField(max_length=9)
class Parcel(models.Model):
    @{kind}
    def forget({first}name):
        Log.objects.filter(text=name).delete()
# file: shop/work.py
from django.db import transaction
from shop.models import Parcel
def work(parcel, name):
    with transaction.atomic():  #> delete shop_log?
        parcel.forget(name)
def surely(name):
    with transaction.atomic():  #> delete shop_log
        Parcel.forget(name)
def made(name):
    with transaction.atomic():  #> delete shop_log
        Parcel().forget(name)
""")


def test_names_in_libraries_mean_no_models_of_the_project() -> None:
    assert_touches("""
# file: shop/models.py
from django.db import models
class Instance(models.Model):
    pass
class Log(models.Model):
    text = models.CharField(max_length=9)
# file: shop/views.py
from django.db import transaction
from rest_framework import serializers
from shop.models import Log
class LogSerializer(serializers.ModelSerializer):
    class Meta:
        model = Log
        fields = ["text"]
class TextSerializer(serializers.ModelSerializer):
    class Meta:
        fields = ["text"]
def work(row, instance):
    with transaction.atomic():  #> nothing
        TextSerializer(row).save()
    with transaction.atomic():  #> update shop_instance?
        instance.save()
""")
