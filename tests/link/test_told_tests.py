"""A variable that says whether a test held tells of the others what the test does."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

LATER = "\n    if is_tag:"
CASES = {
    "is_tag = isinstance(row, Tag)" + LATER: "update shop_tag",
    "is_tag = isinstance(row, (Tag, Log))" + LATER: "update shop_tag, update shop_log",
    "is_tag = isinstance(row, Tag) or isinstance(row, Log)" + LATER: "update shop_tag, update shop_log",
    "is_tag = not isinstance(row, Tag)" + LATER: "update shop_log, update shop_order",
    "is_tag = row.pk and isinstance(row, Tag)" + LATER: "update shop_tag",
    "is_log = isinstance(row, Log)\n    is_tag = not is_log and isinstance(row, (Tag, Log))" + LATER: "update shop_tag",
    "is_tag = isinstance(row, Tag)\n    if not is_tag:": "update shop_log, update shop_order",
    "is_tag = isinstance(row, Tag)\n    if is_tag and row.pk:": "update shop_tag",
    "is_tag = bool(isinstance(row, Tag))" + LATER: "update shop_tag",
    "if is_tag := isinstance(row, Tag):": "update shop_tag",
    "if bool(not isinstance(row, Tag)):": "update shop_log, update shop_order",
    "if isinstance(row, Tag) or isinstance(row, Log):": "update shop_tag, update shop_log",
    "if isinstance(row, Tag) or row is None:": "update shop_tag",
    "if not (isinstance(row, Tag) and isinstance(row, Tag)):": "update shop_log, update shop_order",
}
NOT_TOLD = {
    "is_tag = isinstance(row, Tag)\n    row = other" + LATER: "update shop_order, update shop_tag",
    "is_tag = isinstance(row, Tag)\n    is_tag = other.pk"
    + LATER: "update shop_log, update shop_order, update shop_tag",
    "is_tag = isinstance(row, Tag)\n    for row in [other]: pass" + LATER: "update shop_order, update shop_tag",
}


@pytest.mark.parametrize("written", [*CASES, *NOT_TOLD])
def test_what_a_test_told(written: str) -> None:
    assert_touches(f"""
def work(row: Order | Tag | Log, other: Order | Tag):
    {written}
        with transaction.atomic():  #> {(CASES | NOT_TOLD)[written]}
            row.save()
""")


def test_of_what_nothing_was_known() -> None:
    assert_touches("""
from house import fetch
def work(key):
    row = fetch(key)
    is_tag = isinstance(row, Tag)
    if is_tag:
        with transaction.atomic():  #> update shop_tag
            row.save()
    match row:
        case Log() | Stock():
            with transaction.atomic():  #> update shop_log, update shop_stock
                row.save()
""")


def test_in_each_round_of_a_loop() -> None:
    assert_touches("""
def work(rows: list[Order | Tag]):
    for row in rows:
        is_tag = isinstance(row, Tag)
        if is_tag:
            with transaction.atomic():  #> update shop_tag
                row.save()
        else:
            with transaction.atomic():  #> update shop_order
                row.save()
""")
