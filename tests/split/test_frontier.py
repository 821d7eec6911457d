"""Finer splits, and what they cost."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given, settings

from boundary.split import cut_transactions, strict_split
from boundary.split.communities import adjusted_rand_index
from boundary.split.frontier import frontier
from boundary.split.verify import still_cut

from .planted import Planted
from .scans import scan_of, shuffled
from .test_strict import scans

if TYPE_CHECKING:
    from boundary.model.scan import Scan


def test_it_begins_with_the_strict_split() -> None:
    scan = Planted(3, 6, seams=1).scan()
    assert frontier(scan)[0] == strict_split(scan)
    assert frontier(scan_of()) == (strict_split(scan_of()),)


@pytest.mark.parametrize("seed", range(3))
def test_planted_seams_are_found(seed: int) -> None:
    planted = Planted(4, 8, noise=0.1, seams=2, seed=seed)
    scan = planted.scan()
    assert strict_split(scan).metrics["largest_share"] == 1
    best = max(frontier(scan), key=lambda split: (len(split.contexts) == 4, -split.price))
    found = {name: number for number, context in enumerate(best.contexts) for name in context.tables}
    names = sorted(found)
    wanted = tuple(planted.context_of[name] for name in names)
    assert adjusted_rand_index(tuple(found[name] for name in names), wanted, [1] * len(names)) >= 0.95
    assert len(best.relaxed) == 2
    assert all(relaxed.seam.line >= 9000 for relaxed in best.relaxed)  # where the seams were planted


@settings(deadline=None, max_examples=30)
@given(scans())
def test_no_point_is_dominated_and_the_seams_free_what_is_cut(scan: Scan) -> None:
    splits = frontier(scan)
    for one, other in combinations(splits, 2):
        assert one.price < other.price
        assert len(other.contexts) > len(one.contexts) or other.metrics["largest_share"] < one.metrics["largest_share"]
    for split in splits:
        cut = {transaction.id for transaction in cut_transactions(scan, split)}
        assert cut <= {owner for relaxed in split.relaxed for owner in relaxed.frees}
        assert still_cut(scan, split) == ()
        assert split.price == sum(relaxed.price for relaxed in split.relaxed)


def test_order_does_not_matter() -> None:
    scan = Planted(3, 6, noise=0.3, seams=2).scan()
    assert msgspec.json.encode(frontier(shuffled(scan, 3))) == msgspec.json.encode(frontier(scan))


def test_seams_that_are_not_relaxed_are_missed() -> None:
    scan = scan_of("f: +a log>+b", tables="a b")
    split = next(split for split in [*frontier(scan), strict_split(scan)] if len(split.contexts) == 1)
    assert still_cut(scan, split) == ()
    apart = msgspec.structs.replace(split, contexts=tuple(type(split.contexts[0])(name, (name,)) for name in "ab"))
    assert [transaction.id for transaction in still_cut(scan, apart)] == ["f"]
