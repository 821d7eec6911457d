"""What ties two sides, a kind a case, and that the seams between them are enough and proven."""

from __future__ import annotations

import msgspec
import pytest

from boundary.model.scan import Access, EntryPoint
from boundary.split.ties import glue_between

from .scans import scan_of, transaction

SCAN = scan_of(
    transaction("shop.a.place: +order ?item shop.log.log>+audit", line=1),
    transaction("shop.a.move: =order shop.log.log>+audit", line=21),
    outside="shop.b.show: ?item ?order",
    foreign_keys="order>item",
    joins="item>order",
    modules="shop.a shop.b shop.log",
    imports="shop.a>shop.log shop.b>shop.a",
)


def test_the_cheapest_seam_is_paid_once_and_proven() -> None:
    found = glue_between(SCAN, {"order"}, {"audit"})
    assert found.transactions == ("shop.a.place", "shop.a.move")
    assert [(one.seam.calls, one.price, len(one.frees)) for one in found.seams] == [("insert audit", 1, 2)]
    assert found.exact


@pytest.mark.parametrize(
    ("kind", "ties"),
    [
        ("foreign key", [("order", "item", "")]),
        ("join", [("item", "order", "")]),
        ("read while writing", [("order", "item", "shop.a.place")]),
        ("function", [("item", "order", "shop.a.place"), ("item", "order", "shop.b.show")]),
        ("entry point", [("item", "order", "route /show")]),
        ("import", [("shop.b", "shop.a", "")]),
    ],
)
def test_what_ties_tables_that_nothing_glues(kind: str, ties: list[tuple[str, str, str]]) -> None:
    entry = EntryPoint("route", "/show", "v.show", "v.py", 1, (Access("item", "read"), Access("order", "read")))
    scan = msgspec.structs.replace(SCAN, entry_points=(entry,))
    found = glue_between(scan, {"item"}, {"order"}, ({"shop.b"}, {"shop.a"}))
    assert (found.seams, found.transactions, found.exact) == ((), (), True)
    same = [(one.one, one.other, one.function) for one in found.ties if one.kind == kind]
    assert [{*pair[:2]} for pair in same] == [{*pair[:2]} for pair in ties]
    assert [pair[2] for pair in same] == [pair[2] for pair in ties]


def test_a_table_that_nothing_binds_is_glued_to_nothing() -> None:
    assert glue_between(SCAN, {"item"}, {"audit"}).seams == ()
