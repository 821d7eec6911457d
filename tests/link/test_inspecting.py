"""Which of both does a decorator for functions and classes wrap?  What `inspect` says of its argument decides."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SOURCE = """
# file: shop/models.py
from django.db import models
class Order(models.Model):
    pass
class Log(models.Model):
    pass
# file: shop/services.py
import inspect
from functools import partial
from inspect import isclass
from django.db import transaction
from shop.models import Log, Order
def plain():
    pass
def either(thing):
    if {test}:
        Order.objects.create()
    else:
        Log.objects.create()
def place(asked, some):
    with transaction.atomic():  #> {expected}
        either({thing})
"""
YES, NO, BOTH = "insert shop_order", "insert shop_log", "insert shop_order, insert shop_log"
CASES = {
    "a class is one": ("isclass(thing)", "Order", YES),
    "a function is none": ("inspect.isclass(thing)", "plain", NO),
    "an object is none": ("inspect.isclass(thing)", "Order()", NO),
    "not known": ("inspect.isclass(thing)", "asked", BOTH),
    "either": ("inspect.isclass(thing)", "plain if some else Order", BOTH),
    "a function is a function": ("inspect.isfunction(thing)", "plain", YES),
    "so is a lambda": ("inspect.isfunction(thing)", "lambda: None", YES),
    "a class is no function": ("inspect.isfunction(thing)", "Order", NO),
    "what a function is made into need not be one": ("inspect.isfunction(thing)", "partial(plain)", BOTH),
}


@pytest.mark.parametrize(("test", "thing", "expected"), CASES.values(), ids=CASES)
def test_what_inspect_says(test: str, thing: str, expected: str) -> None:
    assert_touches(SOURCE.format(test=test, thing=thing, expected=expected))
