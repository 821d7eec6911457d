"""What an annotation says of a parameter of which nothing else is known."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

CASES = [
    ("tuple[int, Order]", "given[1].save()"),
    ("tuple[Order, ...]", "given[3].save()"),
    ("Tuple[Tag, Order, int]", "_, row, n = given\n        row.save()"),
    ("list[tuple[int, Order]]", "for _, row in given:\n            row.save()"),
    ("dict[str, tuple[int, Order]]", "given['a'][1].save()"),
    ("Iterable[Order]", "for row in given:\n            row.save()"),
    ("collections.deque[Order]", "given.popleft().save()"),
    ("FrozenSet[Order]", "for row in given:\n            row.save()"),
    ("Mapping[str, Sequence[Order]]", "given['a'][0].save()"),
    ("object", "if type(given) is Order:\n            given.save()"),
    ("object", "if type(given) in (int, Order):\n            given.save()"),
]


@pytest.mark.parametrize(("annotation", "statement"), CASES)
def test_what_is_promised(annotation: str, statement: str) -> None:
    assert_touches(f"""
import collections
from typing import *
def work(given: {annotation}):
    with transaction.atomic():  #> write shop_order
        {statement}
""")


@pytest.mark.parametrize(
    ("annotation", "statement"),
    [
        ("AsyncIterator[Order]", "async for row in given:\n        await row.asave()"),
        ("Awaitable[Order]", "await (await given).asave()"),
        ("Coroutine[Any, Any, Order]", "await (await given).asave()"),
    ],
)
def test_what_is_promised_for_later(annotation: str, statement: str) -> None:
    assert_touches(f"""
import asyncio
from typing import *
async def store(given: {annotation}):
    {statement}
def work(given):
    with transaction.atomic():  #> write shop_order
        asyncio.run(store(given))
""")


def test_what_a_test_of_types_excludes() -> None:
    assert_touches("""
def work(given):
    with transaction.atomic():  #> write shop_tag
        if type(given) is Order:
            Tag().save()
        elif type(given) is not Tag:
            pass
""")


@pytest.mark.parametrize(
    ("annotation", "saved"),
    [
        ("Callable[[int], Log]", "given(1).save()"),
        ("Callable[..., Awaitable[Log]]", "(await given()).save()"),
        ("Callable[..., AbstractContextManager[Log]]", "with given() as row: row.save()"),
        ("Callable[[], list[Log]]", "[row.save() for row in given()]"),
    ],
)
def test_what_a_function_is_promised_to_give(annotation: str, saved: str) -> None:
    assert_touches(f"""
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager
async def work(given: {annotation}):
    with transaction.atomic():  #> update shop_log
        {saved}
""")


def test_a_manager_that_is_said_to_be_its_queryset_keeps_its_model() -> None:
    assert_touches("""
from typing import cast
from shop.models import Order
from shop.rows import Rows
def close():
    rows = cast(Rows, Order.objects)
    with transaction.atomic():  #> update shop_order
        rows.open().update(total=0)
# file: shop/rows.py
from django.db import models
class Rows(models.QuerySet):
    def open(self):
        return self.filter(total=1)
# file: shop/models.py
from django.db import models
from shop.rows import Rows
class Order(models.Model):
    total = models.IntegerField(default=0)
    objects = Rows.as_manager()
""")


@pytest.mark.parametrize("test", ["not row", "row is None", "row == None"])
@pytest.mark.parametrize("given", ["store.get(x)", "caches['orders'].get(x)", "kept(x)"])
def test_what_is_asked_for_may_not_be_there_whatever_is_promised(test: str, given: str) -> None:
    assert_touches(f"""
from django.core.cache import caches
from elsewhere import store
def kept(x) -> Order:
    return store.get(x)
def work(x):
    with transaction.atomic():  #> update shop_order, read shop_order
        row: Order = {given}
        if {test}:
            row = Order.objects.get(pk=x)
        row.save()
""")


def test_what_is_made_is_there() -> None:
    assert_touches("""
def made() -> Order:
    return Order()
def work(x):
    with transaction.atomic():  #> insert shop_order
        row: Order = made()
        if row is None:
            Log.objects.create()
        row.save()
""")


@pytest.mark.parametrize(
    ("declared", "written"),
    [
        ("actions: 'Actions' = Lazy.new()", "update shop_order"),
        ("actions: 'Actions | None' = Lazy()", "update shop_order"),
        ("actions: ClassVar[Actions] = Lazy.new()", "update shop_order"),
        ("actions = Lazy.new()", "nothing"),
        ("actions: int = Lazy.new()", "nothing"),
    ],
)
def test_what_a_class_promises_of_what_a_package_gives(declared: str, written: str) -> None:
    assert_touches(f"""
from typing import ClassVar
from lazy_things import Lazy
class Actions:
    def __init__(self, order: Order):
        self.order = order
    def close(self):
        self.order.save()
class Closing:
    {declared}
def work():
    with transaction.atomic():  #> {written}
        Closing().actions.close()
""")


DECLARED = [
    "kept: Order = Lazy(lambda: 1)",
    "kept: 'Order' = registry['kept']",
    "kept: Order = cast(Order, Lazy(lambda: Early()))",
    "kept: Order | None = Lazy(lambda: 1)",
]


@pytest.mark.parametrize("statement", DECLARED)
def test_what_a_variable_of_a_module_is_declared_to_be(statement: str) -> None:
    assert_touches(f"""
from typing import cast
from elsewhere import Lazy, registry
class Early: ...
{statement}
def work():
    with transaction.atomic():  #> write shop_order
        kept.save()
""")


def test_a_cast_of_what_is_something_else_for_now() -> None:
    assert_touches("""
from typing import cast
from elsewhere import given
class Early: ...
def first():
    return Early() or given
def work():
    row = cast(Order, first())
    with transaction.atomic():  #> write shop_order
        row.save()
""")


def test_a_variable_that_functions_of_its_module_set() -> None:
    assert_touches("""
from typing import Any
kept: "Order | Stock | None" = None
def configure():
    global kept
    kept = Stock()
def work():
    with transaction.atomic():  #> write shop_stock
        kept.save()
""")
