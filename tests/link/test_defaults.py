"""What does a new row ask for by itself?  The defaults of its fields that are functions of the project."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SOURCE = """
# file: shop/models.py
from django.db import models, transaction
class Plan(models.Model):
    name = models.CharField(max_length=10)
def cheapest():
    return Plan.objects.get_or_create(name="free")[0].pk
def in_turn():
    return Counter.objects.create().pk
class Counter(models.Model): pass
class Account(models.Model):
    plan = models.ForeignKey(Plan, default=cheapest, on_delete=models.SET_DEFAULT)
    note = models.TextField(default=str)
class Order(models.Model):
    account = models.ForeignKey(Account, on_delete=models.CASCADE)
class Late(Order):
    number = models.IntegerField(default=in_turn)
def touch(plan: Plan, order: Order, values):
%s
"""


def assert_makes(call: str, expected: str) -> None:
    assert_touches(SOURCE % f"    with transaction.atomic():  #> {expected}\n        {call}")


def test_a_default_that_makes_rows() -> None:
    assert_makes("Account.objects.create(note='a')", "insert shop_account, insert shop_plan")
    assert_makes("Account().save()", "insert shop_account, insert shop_plan")
    assert_makes("Account.objects.bulk_create([Account()])", "insert shop_account, insert shop_plan")
    assert_makes("Late.objects.create()", "insert shop_late, insert shop_order, insert shop_counter")


def test_a_default_that_nobody_asks() -> None:
    assert_makes("Account.objects.create(plan=plan)", "insert shop_account")
    assert_makes("Account.objects.create(plan_id=1)", "insert shop_account")
    assert_makes("Account.objects.first().save()", "update shop_account")
    assert_makes("Order.objects.create()", "insert shop_order")


@pytest.mark.parametrize(
    ("handed", "written"),
    [
        ("*args, **kwargs", "insert shop_tag"),
        ("**kwargs", "insert shop_tag"),
        ("1, *args", "insert shop_tag"),
        ("1, None, **kwargs", "nothing"),
        ("1, OtherForm, **kwargs", "insert shop_log"),
        ("form_class=OtherForm, **kwargs", "insert shop_log"),
    ],
)
def test_a_default_where_it_is_not_known_what_is_handed_on(handed: str, written: str) -> None:
    assert_touches(f"""
from django import forms
class TagForm(forms.ModelForm):
    class Meta:
        model = Tag
class OtherForm(forms.ModelForm):
    class Meta:
        model = Log
def add(request, pk=None, form_class=TagForm):
    with transaction.atomic():  #> {written}
        form_class(request.POST).save()
def guarded(request, *args, **kwargs):
    add(request, {handed})
""")
