"""What was stored under a key a moment ago is there, be it in a collection of which nothing, or not all, is known."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

CACHED = {
    "behind a test": "if key not in results:\n            results[key] = make(*args)\n        return results[key]",
    "in a handler": (
        "try:\n            return results[key]\n        except KeyError:\n            results[key] = make(*args)\n"
        "        return results[key]"
    ),
    "in a variable": "results[key] = make(*args)\n        found = results[key]\n        return found",
}


@pytest.mark.parametrize("body", list(CACHED.values()), ids=list(CACHED))
@pytest.mark.parametrize("results", ["shared()", "{}"])
def test_what_was_stored_under_a_key(body: str, results: str) -> None:
    assert_touches(f"""
# file: shop/caching.py
from elsewhere import shared
def cached(make):
    results = {results}
    def caching(*args):
        key = hash(args)
        {body}
    return caching

# file: shop/services.py
from functools import partial
from django.db import transaction
from shop.caching import cached
from shop.models import Log, Order
@cached
def view_of(function):
    return function
def place(order: Order):
    with transaction.atomic():  #> update shop_order
        view_of(partial(order.save))()
""")


def test_what_was_stored_under_another_key_is_not_there() -> None:
    assert_touches("""
from elsewhere import shared
def place(first, second, order: Order, log: Log):
    results = shared()
    results[first] = order
    results[second] = log
    with transaction.atomic():  #> update shop_order
        results[first].save()
    with transaction.atomic():  #> update shop_log
        results[second].save()
""")
