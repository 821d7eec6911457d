"""What ties tables, and how strongly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boundary.config import Weights
from boundary.split.communities import adjusted_rand_index, consensus
from boundary.split.contract import contract
from boundary.split.evidence import SCALE, between_groups, evidence
from boundary.split.together import by_kind
from boundary.split.usage import usage_of

from .scans import scan_of, table

if TYPE_CHECKING:
    from boundary.model.scan import Scan


def kinds(scan: Scan, one: str, other: str) -> set[str]:
    """The kinds of evidence that tie two tables."""
    found = by_kind(scan, usage_of(scan))
    return {kind for kind, sets in found.items() if any({one, other} <= tables for tables in sets)}


@pytest.mark.parametrize(
    ("scan", "kind"),
    [
        (scan_of("f: +ant +bee"), "written"),
        (scan_of(outside="f: +ant +bee"), "written"),
        (scan_of("f: +ant ?bee"), "used"),
        (scan_of(outside="f: ?ant ?bee"), "used"),
        (scan_of(joins="ant>bee", tables="ant bee"), "joined"),
        (scan_of(foreign_keys="ant>bee", tables="ant bee"), "referenced"),
        (scan_of(outside="m.f: ?ant\nm.g: ?bee", modules="m"), "modules"),
        (scan_of(tables=[table("a.m.X", "ant"), table("a.m.Y", "bee"), table("b.m.Z", "cow")]), "packages"),
    ],
)
def test_each_kind_is_seen(scan: Scan, kind: str) -> None:
    assert kind in kinds(scan, "ant", "bee")


def test_words_tie_unless_half_of_the_tables_have_them() -> None:
    scan = scan_of(tables="app_user_role app_user_note app_stock app_price app_audit app_order")
    assert kinds(scan, "app_user_role", "app_user_note") == {"words"}
    assert kinds(scan, "app_stock", "app_price") == set()


def test_each_kind_adds_up_to_its_weight() -> None:
    scan = scan_of("f: +ant +bee ?cow", "g: +cow ?ant", foreign_keys="ant>bee")
    graph = evidence(scan, usage_of(scan), contract(scan))
    assert sum(graph.weights.values()) == pytest.approx(
        SCALE * (Weights().written + Weights().used + Weights().referenced), rel=1e-6
    )


def test_groups_add_up_to_what_their_pairs_do() -> None:
    sets = {frozenset("abcd"): 2.0, frozenset("bce"): 1.0, frozenset("ae"): 3.0, frozenset("abcdefgh"): 1.0}
    single = between_groups(sets, {name: number for number, name in enumerate("abcdefgh")}, damp=True)
    home = dict(zip("abcdefgh", (0, 0, 1, 1, 1, 2, 2, 2), strict=True))
    wanted: dict[tuple[int, int], float] = {}
    for (one, other), value in single.items():
        near, far = sorted((home["abcdefgh"[one]], home["abcdefgh"[other]]))
        cell = near, far
        wanted[cell] = wanted.get(cell, 0) + value
    assert between_groups(sets, home, damp=True) == pytest.approx(wanted)


def test_a_hub_ties_less() -> None:
    spokes = {frozenset({"hub", f"s{number}"}): 1.0 for number in range(20)}
    sets = {**spokes, frozenset({"s1", "s2"}): 1.0}
    group_of = {name: number for number, name in enumerate(sorted({name for each in sets for name in each}))}
    found = between_groups(sets, group_of, damp=True)
    hub, one, two = group_of["hub"], group_of["s1"], group_of["s2"]
    assert found[hub, one] < found[min(one, two), max(one, two)] / 2


@pytest.mark.parametrize(
    ("one", "other", "sizes", "index"),
    [
        ((0, 0, 1, 1), (5, 5, 2, 2), (1, 1, 1, 1), 1.0),
        ((0, 0, 1, 1), (0, 1, 0, 1), (1, 1, 1, 1), -0.5),
        ((0, 1), (0, 1), (2, 2), 1.0),
        ((0, 0, 0), (0, 1, 2), (1, 1, 1), 0.0),
        ((), (), (), 1.0),
    ],
)
def test_adjusted_rand_index(
    one: tuple[int, ...], other: tuple[int, ...], sizes: tuple[int, ...], index: float
) -> None:
    assert adjusted_rand_index(one, other, sizes) == pytest.approx(index)


def test_consensus_is_what_most_runs_say() -> None:
    labels = consensus([(0, 0, 1, 1), (0, 0, 1, 1), (0, 1, 1, 1)])
    assert labels[0] == labels[1] != labels[2] == labels[3]
