"""Seams, what they cost, and the cheapest of them between two tables."""

from __future__ import annotations

from importlib.util import find_spec
from itertools import combinations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boundary.model.scan import Scan, Seam
from boundary.split.contract import bindings, contract
from boundary.split.mincut import Separation, separate
from boundary.split.seams import Forest, forest, relaxed_seams

from .scans import scan_of


def trees_of(*lines: str) -> Forest:
    return forest(bindings(scan_of(*lines)))


def separated(one: str, other: str, *lines: str) -> Separation:
    """What separates two tables; afterwards they are separated."""
    trees = trees_of(*lines)
    found = separate(trees, one, other)
    assert not any({one, other} <= group for group in trees.groups({relaxed.seam for relaxed in found.seams}))
    return found


def calls(found: Separation) -> list[str]:
    return [relaxed.seam.calls for relaxed in found.seams]


def test_without_relaxing_anything_the_groups_are_those_of_the_rule() -> None:
    scan = scan_of("f: +a log>+b", "g: log>+b +c", "h: +d")
    assert {tuple(sorted(group)) for group in forest(bindings(scan)).groups()} == set(contract(scan).groups)


def test_a_shared_seam_is_paid_once() -> None:
    found = separated("order", "audit", "f: =order log>write>+audit", "g: =stock log>write>+audit", "h: =stock =order")
    assert calls(found) == ["insert audit"] or calls(found) == ["write"]
    assert found.price == found.bound == 1
    assert found.seams[0].frees == ("f", "g")
    assert str(found) == "1 seams, price 1"


def test_what_a_library_does_unasked_is_one_seam_wherever_it_does_it() -> None:
    """Its own reads of its own table go with it: nothing of the project's reads the row back."""
    found = separated("a", "b", "f: =a +log|audit ?log|audit", "g: =b +log|audit", "h: =c +log|audit")
    assert [one.seam for one in found.seams] == [Seam("", 0, "audit", "insert log")]
    assert (found.price, found.seams[0].frees) == (1, ("f", "g", "h"))
    assert trees_of("f: =a +log|audit ?log").price[Seam("", 0, "audit", "insert log")] == 8


def test_what_is_behind_a_relaxed_call_stays_together() -> None:
    trees = trees_of("f: =order log>+audit log>+audit_line")
    seam = next(link.seam for link in trees.links if link.seam.calls == "log")
    assert set(trees.groups({seam})) == {frozenset({"order"}), frozenset({"audit", "audit_line"})}


def test_the_cheaper_way_out_is_taken() -> None:
    assert calls(separated("a", "c", "f: !a +b", "g: =b =c ?b ?c")) == ["insert b"]


def test_tables_that_nothing_glues_need_no_seam() -> None:
    assert separated("a", "b", "f: +a", "g: +b") == Separation((), 0.0, 0.0)


def test_a_table_cannot_be_separated_from_itself() -> None:
    with pytest.raises(ValueError, match="from itself: a"):
        separate(trees_of("f: +a +b"), "a", "a")


def test_without_source_each_access_of_each_transaction_is_a_seam() -> None:
    from .scans import transaction

    scan = scan_of(transaction("f: +a +b", file=""), transaction("g: +a +b", file=""))
    bare = Scan(
        root="x",
        transactions=tuple(
            type(each)(
                each.id,
                each.kind,
                each.function,
                "",
                0,
                0,
                accesses=tuple(type(access)(access.table, access.op) for access in each.accesses),
            )
            for each in scan.transactions
        ),
    )
    assert len(separate(forest(bindings(bare)), "a", "b").seams) == 2


@pytest.mark.parametrize(
    ("accesses", "price", "remedy"),
    [
        ("=order log>+audit", 1, "outbox"),
        ("=order log>+audit ?audit", 8, "saga with compensation"),
        ("=order log>=audit", 3, "event after commit"),
        ("=order log>=audit log>?audit", 3, "event after commit"),
        ("=order log>-audit ?audit", 8, "saga with compensation"),
        ("=order log>!audit", 13, "keep together"),
    ],
)
def test_prices(accesses: str, price: float, remedy: str) -> None:
    trees = trees_of(f"f: {accesses}")
    seam = next(link.seam for link in trees.links if link.seam.calls == "log")
    [relaxed] = relaxed_seams(trees, {seam})
    assert (relaxed.price, relaxed.remedy, relaxed.tables) == (price, remedy, ("audit",))


names = st.sampled_from("abcd")
ways = st.sampled_from(["", "log>", "log>write>", "save>"])
transactions = st.lists(st.tuples(ways, st.sampled_from("+=!?"), names), min_size=1, max_size=3)


@settings(deadline=None, max_examples=80)
@given(st.lists(transactions, min_size=1, max_size=3))
def test_no_cheaper_set_of_seams_separates(drawn: list[list[tuple[str, str, str]]]) -> None:
    lines = [
        f"m.f{number}: {' '.join(way + op + name for way, op, name in sorted(set(each)))}"
        for number, each in enumerate(drawn)
    ]
    trees = trees_of(*lines)
    if not {"a", "b"} <= set(trees.tables):
        return
    found = separated("a", "b", *lines)
    prices = {link.seam: link.price.price for link in trees.links}
    cheapest = min(
        sum(prices[seam] for seam in some)
        for count in range(len(prices) + 1)
        for some in combinations(prices, count)
        if not any({"a", "b"} <= group for group in trees.groups(set(some)))
    )
    assert found.bound - 1e-6 <= cheapest <= found.price
    if found.exact:
        assert found.price == cheapest
    assert found.exact or find_spec("scipy") is None


def test_a_cascade_is_one_seam_wherever_the_deletion_begins() -> None:
    scan = scan_of("f: -order =line", "g: -stock =line", "h: -order -stock")
    plain = msgspec.to_builtins(scan)
    for transaction in plain["transactions"]:
        for access in transaction["accesses"]:
            if access["table"] == "line":
                access |= {"op": "delete", "because": "cascade"}
    trees = forest(bindings(msgspec.convert(plain, Scan)))
    found = separate(trees, "order", "line")
    assert calls(found) == ["delete line by cascade"]
    assert found.seams[0].frees == ("f", "g")
    assert found.price == 3


@pytest.mark.parametrize(
    ("function", "price"),
    [("recalculate_order", 2), ("update_search_vector", 2), ("refresh_from", 2), ("change_order", 3)],
)
def test_what_can_be_computed_again_is_cheaper(function: str, price: float) -> None:
    trees = trees_of(f"f: =order m.{function}>=audit")
    assert {seam.calls: paid for seam, paid in trees.price.items()}["update audit"] == price
