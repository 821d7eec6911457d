"""Variables that are the method of a collection: `add = rows.append`."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    ("made", "method", "call", "asked"),
    [
        ("[]", "rows.append", "add(Order())", "rows"),
        ("set()", "rows.add", "add(Order())", "rows"),
        ("[]", "rows.extend", "add([Order()])", "rows"),
        ("{}", "rows.update", "add(a=Order())", "rows.values()"),
        ("collections.deque()", "rows.appendleft", "add(Order())", "rows"),
    ],
)
def test_a_collection_is_filled_by_a_name_of_its_method(made: str, method: str, call: str, asked: str) -> None:
    assert_touches(f"""
import collections
def work(names):
    rows = {made}
    add = {method}
    for name in names:
        {call}
    with transaction.atomic():  #> insert shop_order
        for row in {asked}:
            row.save()
""")


def test_what_a_parameter_is_filled_with() -> None:
    assert_touches("""
def collect(out):
    add = out.append
    add(Order())
def work():
    rows = []
    collect(rows)
    with transaction.atomic():  #> insert shop_order
        for row in rows:
            row.save()
""")


def test_a_name_that_is_no_method_any_more() -> None:
    assert_touches("""
def work():
    rows = [Order()]
    add = rows.append
    add = print
    add(Tag())
    with transaction.atomic():  #> insert shop_order
        for row in rows:
            row.save()
""")
