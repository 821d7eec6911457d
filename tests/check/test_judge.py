"""When is a finding new?  Moves, renames, growth, and what has been fixed."""

from __future__ import annotations

import msgspec
import pytest

from boundary.check.entries import Entry, entry_of
from boundary.check.judge import compare
from boundary.model.findings import Finding, Site


def finding(
    rule: str = "BND202", symbol: str = "shop.orders.a.place", target: str = "billing_invoice", places: int = 1
) -> Finding:
    sites = tuple(Site("shop/orders/a.py", 10 + number, symbol) for number in range(places))
    return Finding(rule, "", "orders", "billing", symbol, target, "write", "", sites)


def state(now: list[Finding], before: list[Finding], names: set[str] = frozenset()) -> tuple[list[str], int]:  # type: ignore[assignment]
    """The states of the findings of today, and how many entries are left over."""
    known = {one.symbol for one in now} | {one.target for one in now} | names
    compared = compare(now, [entry_of(one) for one in before], frozenset(known))
    return [one.state for one in compared.findings], len(compared.fixed)


def test_by_fingerprint() -> None:
    assert state([finding()], [finding()]) == (["known"], 0)
    assert state([finding()], []) == (["new"], 0)
    assert state([], [finding()]) == ([], 1)


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        ("BND202", ("shop.orders.a.place", "t"), ("shop.orders.flow.place", "t")),
        ("BND202", ("shop.orders.a.place", "t"), ("shop.orders.a.place_order", "t")),
        ("BND202", ("shop.orders.a.Cart.save", "t"), ("shop.orders.b.Cart.save", "t")),
        ("BND102", ("shop.orders.a.place", "shop.billing.x.pay"), ("shop.orders.a.place", "shop.billing.y.pay")),
        ("BND101", ("shop.orders.a", "shop.billing.models"), ("shop.orders.a", "shop.billing.tables")),
        ("BND102", ("shop.orders.a.place", "shop.billing.x.pay"), ("shop.orders.b.place", "shop.billing.y.pay")),
    ],
)
def test_what_has_moved_is_known_once(rule: str, before: tuple[str, str], after: tuple[str, str]) -> None:
    was, now = finding(rule, *before), finding(rule, *after)
    assert state([now], [was]) == (["known"], 0)
    copy = msgspec.structs.replace(now, symbol=f"{now.symbol}_too")
    assert sorted(state([now, copy], [was])[0]) == ["known", "new"]
    changed = before[0] if before[0] != after[0] else before[1]
    assert state([now], [was], {changed})[0] == ["new"]  # what it came from is still there


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("shop.orders.a.Cart.save", "t"), ("shop.orders.b.Order.save", "t")),
        (("shop.orders.a.place", "t"), ("shop.orders.b.pay", "t")),
        (("shop.orders.a.place", "t"), ("shop.orders.a.place", "u")),
    ],
)
def test_what_only_looks_alike_is_new(before: tuple[str, str], after: tuple[str, str]) -> None:
    names = {"t", "u"}
    assert state([finding("BND202", *after)], [finding("BND202", *before)], names) == (["new"], 1)


def test_growth_is_judged_over_all_who_do_the_same() -> None:
    one, two = "shop.orders.a.one", "shop.orders.a.two"
    assert state([finding(places=3)], [finding(places=2)])[0] == ["new"]
    assert state([finding(places=2)], [finding(places=3)])[0] == ["known"]
    before = [finding(symbol=one, places=2), finding(symbol=two, places=2)]
    shifted = [finding(symbol=one, places=3), finding(symbol=two, places=1)]
    assert state(shifted, before)[0] == ["known", "known"]
    assert state([finding("BND201", places=3)], [finding("BND201", places=2)])[0] == ["known"]  # reads do not grow


def test_an_entry_knows_its_fingerprint() -> None:
    entry = entry_of(finding(), why="because", since="2026-01-01")
    assert entry.id == entry.true_id
    assert msgspec.json.decode(msgspec.json.encode(entry), type=Entry) == entry
