"""Members that functions of more-itertools pick."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

PICKED = {
    "first_true(Order.objects.all(), pred=lambda one: one.total)": "update shop_order, read shop_order",
    "first(list(Order.objects.all()), default=None)": "update shop_order, read shop_order",
    "only([Order.objects.get()])": "update shop_order, read shop_order",
    "first_true([], default=Tag.objects.get())": "update shop_tag, read shop_tag",
    "first_true(Order.objects.all(), pred=lambda one: Log.objects.create())": "update shop_order, insert shop_log",
}


@pytest.mark.parametrize("call", PICKED)
def test_a_member(call: str) -> None:
    assert_touches(f"""
from more_itertools import first, first_true, only
def work():
    with transaction.atomic():  #> {PICKED[call]}
        found = {call}
        if found:
            found.save()
""")
