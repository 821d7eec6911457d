"""What changes of a split come to: a change a case, and the law that it says what another scan would say."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boundary.errors import InputError, UnknownNameError
from boundary.model.outcome import Change, Outcome
from boundary.split import cut_transactions
from boundary.split.contract import bindings
from boundary.split.given import Division, ground, split_of
from boundary.split.relaxing import without_seams
from boundary.split.seams import forest
from boundary.split.whatif import whatif

from .planted import Planted
from .scans import scan_of, table, transaction

SCAN = scan_of(
    transaction("shop.orders.place: +order +line ?item shop.audit.log>+audit", line=1),
    transaction("shop.orders.ship: =order shop.audit.log>+audit", line=21),
    transaction("shop.stock.count: =item =shelf", line=41),
    tables=[table("shop.orders.models.Order", "order"), table("shop.stock.models.Item", "item")],
    modules="shop.orders shop.stock shop.audit",
)
DIVISION = Division(
    ("orders", "stock"), {"order": "orders", "line": "orders", "audit": "orders", "item": "stock", "shelf": "stock"}
)


def outcome_of(*changes: str) -> Outcome:
    on = ground(SCAN)
    spoken = [Change(text.split()[0], tuple(text.split()[1:])) for text in changes]  # type: ignore[arg-type] # verbs
    return whatif(SCAN, split_of("asked", DIVISION, on), spoken)


@pytest.mark.parametrize(
    ("change", "cut", "price"),
    [
        ("move audit stock", {"shop.orders.place", "shop.orders.ship"}, 1),
        ("move Order stock", {"shop.orders.place", "shop.orders.ship"}, 2),
        ("move shop.audit stock", set(), 0),
        ("merge orders stock", set(), 0),
        ("split orders line", {"shop.orders.place"}, 1),
        ("pin item order", set(), 0),
        ("relax shop/audit.py:7", set(), 0),
    ],
)
def test_what_becomes_cut_and_what_it_costs(change: str, cut: set[str], price: float) -> None:
    found = outcome_of(change)
    assert {one.transaction for one in found.cut} == cut
    assert found.whole == ()
    assert (found.before.price, found.after.price) == (0, price)
    assert found.before.metrics["cut_transactions"] == 0
    assert found.after.metrics["cut_transactions"] == pytest.approx(len(cut) / 3, abs=1e-4)


def test_a_crossing_says_which_tables_lie_where() -> None:
    [ship] = [one for one in outcome_of("move audit stock").cut if one.transaction == "shop.orders.ship"]
    assert ship.tables == {"orders": ("order",), "stock": ("audit",)}


def test_changes_follow_one_another() -> None:
    found = outcome_of("move audit stock", "relax audit.py:7")
    assert found.cut == ()
    assert (found.glued_before.largest, found.glued_after.largest) == (3, 2)
    apart = outcome_of("move audit stock", "split stock audit")
    assert [context.tables for context in apart.after.contexts] == [("line", "order"), ("item", "shelf"), ("audit",)]


def test_what_a_library_does_unasked_is_relaxed_by_its_name() -> None:
    scan = scan_of("f: =a +log|audit.trail", "g: =b +log|audit.trail")
    base = split_of("asked", Division(("one", "two"), {"a": "one", "b": "two", "log": "two"}), ground(scan))
    found = whatif(scan, base, [Change("relax", ("audit.trail",))])
    assert ([one.transaction for one in found.whole], found.glued_after.largest) == (["f"], 1)


def test_what_was_cut_becomes_whole() -> None:
    on = ground(SCAN)
    base = split_of("asked", Division(("a", "b"), dict.fromkeys(DIVISION.tables, "a") | {"line": "b"}), on)
    found = whatif(SCAN, base, [Change("move", ("line", "a"))])
    assert [one.transaction for one in found.whole] == ["shop.orders.place"]
    assert found.whole[0].tables == {"a": ("audit", "order"), "b": ("line",)}


def test_modules_follow_their_tables() -> None:
    found = outcome_of("move shelf orders", "move item orders")
    assert [(one.module, one.before, one.after) for one in found.followers] == [("shop.stock", "stock", "orders")]


@pytest.mark.parametrize(
    ("change", "error", "words"),
    [
        ("move ordr stock", UnknownNameError, "no table or module is called 'ordr'; did you mean order"),
        ("move order stok", UnknownNameError, "no context is called 'stok'; did you mean stock?"),
        ("move order", InputError, "move takes"),
        ("merge orders", InputError, "merge takes"),
        ("split", InputError, "split takes"),
        ("split stock order", InputError, "order is not in it"),
        ("pin item", InputError, "pin takes"),
        ("relax here", InputError, "'here' is not FILE:LINE"),
        ("relax shop/audit.py:8", UnknownNameError, "no transaction passes a seam at .* it has seams at 7"),
    ],
)
def test_a_change_that_cannot_be_made_is_refused(change: str, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        outcome_of(change)


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 10_000))
def test_relaxing_the_seams_of_a_split_leaves_nothing_cut(seed: int) -> None:
    planted = Planted(contexts=3, tables=4, seams=2, seed=seed)
    scan = planted.scan(transactions=4, functions=2)
    division = Division(("0", "1", "2"), {name: str(context) for name, context in planted.context_of.items()})
    split = split_of("plant", division, ground(scan))
    relaxed = without_seams(scan, [one.seam for one in split.relaxed])
    assert cut_transactions(relaxed, split) == ()
    again = forest(bindings(relaxed)).groups()
    assert set(again) == set(forest(bindings(scan)).groups({one.seam for one in split.relaxed}))
