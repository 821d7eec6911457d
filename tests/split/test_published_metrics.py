"""The metrics that others have published, on numbers small enough to count by hand."""

from __future__ import annotations

from math import log, log2

import msgspec
import pytest

from boundary.model.scan import Access, EntryPoint
from boundary.split import bunch, cargo, distributed, mono2micro
from boundary.split.entries import Reach, reaches
from boundary.split.relations import Relations, place, related_in, relations_of
from boundary.split.usage import Modules

from .scans import scan_of

HOME = {"a": 0, "b": 0, "c": 1, "d": 1, "e": 1}
RELATIONS = Relations(
    weights={("a", "b"): 3, ("b", "c"): 1, ("a", "d"): 2, ("c", "d"): 1, ("d", "e"): 1, ("e", "x"): 4, ("x", "y"): 9},
    calls={("a", "b"): 1, ("b", "c"): 3, ("e", "x"): 1},
)
PLACED = place(RELATIONS, HOME, 2)
"""Two contexts: a-b (weight 3), c-d-e (1 + 1); between them b-c and a-d (3); x and y are in none."""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        # mu = 1 of 2 modules, 2 of 3; sigma = 2 pairs
        (mono2micro.structural_modularity(PLACED), (1 / 4 + 2 / 9) / 2 - 2 * (2 / 6) / 2),
        (mono2micro.structural_modularity(place(RELATIONS, dict.fromkeys("abcde", 0), 1)), 5 / 25),
        # a-b stays; b-c (three places) and e-x (x is in no context) cross
        (mono2micro.inter_context_calls(RELATIONS, HOME), (log(3) + 2) / (log(3) + 3)),
        (mono2micro.inter_context_calls(Relations({}, {}), HOME), 0),
        (mono2micro.interface_number(PLACED), 2 / 2),
        (mono2micro.non_extreme_distribution(PLACED), 1),
        (mono2micro.non_extreme_distribution(place(RELATIONS, {**HOME, "f": 1, "g": 1}, 2)), 1 - 5 / 7),
        # across: b-c 1, a-d 2, e-x 4; inside 3 and 2
        (cargo.coupling(PLACED), 7 / 12),
        (cargo.cohesion(PLACED, HOME), (6 / (6 + 3) + 4 / (4 + 7)) / 2),
        (bunch.turbo_mq(PLACED, HOME), 6 / (6 + 3) + 4 / (4 + 7)),
    ],
)
def test_on_modules(value: float, expected: float) -> None:
    assert value == pytest.approx(expected)


def reach(name: str, *, reads: str = "", writes: str = "", modules: frozenset[str] = frozenset()) -> Reach:
    return Reach(EntryPoint("route", name, name, "v.py", 1), frozenset(reads), frozenset(writes), modules)


CONTEXT_OF = {"o": 0, "p": 0, "s": 1, "t": 1}
REACHED = (
    reach("place", reads="p", writes="os"),  # both contexts; at home in 0 by a tie
    reach("ship", reads="o", writes="t"),  # both; at home in 1
    reach("list", reads="op", modules=frozenset({"views"})),  # context 0 alone
    reach("count", reads="st"),  # context 1 alone
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        # context 0: place 2 tables, ship 1, list 2; context 1: place 1, ship 1, count 2
        (
            mono2micro.business_context_purity(REACHED, CONTEXT_OF, 2),
            ((-2 * 2 / 5 * log2(2 / 5) - 1 / 5 * log2(1 / 5)) + 1.5) / 2,
        ),
        (mono2micro.business_context_purity(REACHED[2:], CONTEXT_OF, 2), 0),
        # o: place 0, ship 1, list 0; p: 0 0; s: place 0, count 1; t: 1 1
        (
            cargo.transactional_purity(REACHED, CONTEXT_OF, 2),
            1 - (-(2 / 3) * log2(2 / 3) - (1 / 3) * log2(1 / 3) + 0 + 1 + 0) / 4,
        ),
        (cargo.transactional_purity(REACHED, dict.fromkeys("opst", 0), 1), 1),
        # place in 0 writes o, which ship reads: 1; place in 1 writes s, which no distributed one reads: 0;
        # ship in 0 reads o, which place writes: 1; ship in 1: 0; of four
        (distributed.functionality_complexity(REACHED, CONTEXT_OF), 2 / 4),
        (distributed.functionality_complexity(REACHED[2:], CONTEXT_OF), 0),
        # 0 down: count answers; 1 down: list answers
        (distributed.availability(REACHED, CONTEXT_OF, {}, 2), (1 / 4 + 1 / 4) / 2),
        # "list" is answered by code of context 1
        (distributed.availability(REACHED[2:], CONTEXT_OF, {"views": 1}, 2), (1 / 2 + 0) / 2),
        (distributed.availability((), CONTEXT_OF, {}, 2), 1),
    ],
)
def test_on_entry_points(value: float, expected: float) -> None:
    assert value == pytest.approx(expected)


def test_relations_are_imports_and_calls_between_modules_both_ways() -> None:
    scan = scan_of(modules="a b c", imports="a>b b>a a>a a>elsewhere b.f>c")
    assert relations_of(related_in(scan, Modules(scan))) == Relations({("a", "b"): 2, ("b", "c"): 1}, {})


def test_what_entry_points_reach() -> None:
    access = [Access("o", "read"), Access("o", "lock"), Access("s", "insert")]
    entry = EntryPoint("route", "r", "f", "v.py", 1, tuple(access))
    none = EntryPoint("route", "none", "g", "v.py", 2)
    scan = msgspec.structs.replace(scan_of(), entry_points=(entry, none))
    assert reaches(scan, Modules(scan)) == (Reach(entry, frozenset("o"), frozenset("os")),)
