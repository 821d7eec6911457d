"""What `TypeAdapter` of pydantic makes of a value."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

STATEMENTS = {
    "TypeAdapter(object).validate_python(order).save()": "update shop_order",
    "UNKNOWN.validate_python(order).save()": "update shop_order",
    "UNKNOWN.validate_python(getattr(order, 'save'))()": "update shop_order",
    "pydantic.TypeAdapter(Any).validate_python(order).save()": "update shop_order",
    "TypeAdapter[object](object).validate_python(order).save()": "update shop_order",
    "TypeAdapter(Close).validate_python({}).run()": "insert shop_log",
    "TypeAdapter(Close).validate_json(text).run()": "insert shop_log",
    "TypeAdapter(Out).validate_python(order)": "nothing, read shop_customer",
    "TypeAdapter(Out).validate_json(text)": "nothing, no read shop_customer",
    "TypeAdapter(object).dump_python(order)": "nothing",
}


@pytest.mark.parametrize("statement", STATEMENTS)
def test_adapters(statement: str) -> None:
    assert_touches(f"""
from typing import Any
import pydantic
from pydantic import BaseModel, TypeAdapter
UNKNOWN = TypeAdapter(object)
class Close(BaseModel):
    def run(self):
        Log.objects.create()
class CustomerOut(BaseModel):
    pk: int
class Out(BaseModel):
    customer: CustomerOut
def work(text, pk):
    order = Order.objects.get(pk=pk)
    with transaction.atomic():  #> {STATEMENTS[statement]}
        {statement}
""")


def test_a_proxy_that_checks_what_it_hands_on() -> None:
    assert_touches("""
from pydantic import TypeAdapter
ATTRIBUTE = TypeAdapter(object)
class Proxy:
    def __init__(self, inner):
        self._inner = inner
    def __getattr__(self, name):
        return ATTRIBUTE.validate_python(getattr(self._inner, name))
def work(pk):
    with transaction.atomic():  #> update shop_order
        Proxy(Order.objects.get(pk=pk)).save()
""")
