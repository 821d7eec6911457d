"""A function that the package `decorator` decorates is called by the decorator's own."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

FORMS = {
    "a function": "@decorator.decorator\ndef logged(function, *args, **kwargs):\n    {body}",
    "a function by its name": "@made\ndef logged(function, *args, **kwargs):\n    {body}",
    "a value by its place": "@made\ndef log(function, text, *args, **kwargs):\n    {body}\nlogged = log('x')",
    "a value by its name": "@made\ndef log(function, text='', *args, **kwargs):\n    {body}\nlogged = log(text='x')",
    "an object": """
class Logged:
    def __call__(self, function):
        return made(self._log, function)
    def _log(self, function, *args, **kwargs):
        {body}
logged = Logged()""",
    "a decorator written out": """
def around(function, *args, **kwargs):
    {body}
def logged(function):
    return decorator.decorate(function, around)""",
}


@pytest.mark.parametrize("form", list(FORMS))
def test_a_decorator_calls_the_function(form: str) -> None:
    indent = "        " if "class" in FORMS[form] else "    "
    body = f"Log.objects.create()\n{indent}return function(*args, **kwargs)"
    assert_touches(f"""
import decorator
from decorator import decorator as made
from django.db import transaction
from shop.models import *
{FORMS[form].format(body=body)}
class Page:
    @logged
    def post(self, order):
        self.save(order)
    def save(self, order):
        Order.objects.create()
def run():
    with transaction.atomic():  #> insert shop_log, insert shop_order
        Page().post(1)
""")
