"""Loops that are written as expressions, and what they put into the members of a collection."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    "filled",
    [
        "[row.update(model=Order) for row in rows]",
        "[row.update(model=Order) for row in rows if row for _ in range(1)]",
        "[rows[at].update(model=Order) for at in range(2)]",
        "list(map(fill, rows))",
        "list(map(lambda row: row.update(model=Order), rows))",
        "any(fill(row) for row in rows)",
        "deque(map(fill, rows), maxlen=0)",
        'next(iter(rows))["model"] = Order',
        'row = next(iter(rows)); row["model"] = Order',
        'row = next(one for one in rows if one); row["model"] = Order',
    ],
)
def test_what_a_loop_in_one_line_puts_into_the_members_is_there(filled: str) -> None:
    assert_touches(f"""
from collections import deque
def fill(row):
    row["model"] = Order
def work(total):
    rows = [{{"total": 1}}, {{"total": total}}]
    {filled}
    with transaction.atomic():  #> insert shop_order
        for row in rows:
            row["model"].objects.create()
""")


def test_the_variables_of_an_expression_are_its_own() -> None:
    assert_touches("""
def work():
    model = Order
    [model.objects.count() for model in [Log]]
    with transaction.atomic():  #> insert shop_order
        model.objects.create()
""")


def test_a_condition_that_never_holds_keeps_its_members_out() -> None:
    assert_touches("""
def work():
    rows = [{}]
    [row.update(model=Order) for row in rows if False]
    with transaction.atomic():  #> nothing
        for row in rows:
            row["model"].objects.create()
""")
