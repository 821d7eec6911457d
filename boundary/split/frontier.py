"""What would a finer split cost?  Splits of which none is dominated, from price 0 up, each with its seams.

From several divisions that follow the evidence (communities at several resolutions, the present packages), units move
where that saves; then contexts are merged one pair after another, down to two. By price alone that leaves a core from
which one small context after the other is taken; with more evidence it leaves parts of like size that belong together.
Both are wanted, so each start gives a series for each of `PULLS`. Of all divisions on the way those stay that no other
beats in price, number of contexts and largest share; their prices are then made exact.

Evidence counts in every move (`BALANCE`): by price alone the cheapest contexts are the few tables that nobody writes.
After a merge no unit moves any more: between a large core and small contexts, small gains would drive tables of one
domain into another's context, and nobody would recognise what comes out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from boundary.split import exact
from boundary.split.communities import communities
from boundary.split.division import Division, Limits
from boundary.split.merge import GRAINS, Links, merge_small
from boundary.split.names import table_labels
from boundary.split.pricing import priced
from boundary.split.refine import Aim, refine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from boundary.model.wanted import Grain
    from boundary.split.pricing import Priced
    from boundary.split.problem import Homes, Problem

BALANCE = 3.0
"""How much modularity counts: losing a tenth of it weighs as much as three tenths of the price of the division."""

PASSES = 2
"""Passes of refinement of each start."""

PULLS = (0.0, 0.3, 1.0)
"""How much evidence counts, beside the price, when the pair of contexts to merge is chosen: a series for each."""

NOTEWORTHY, MORE = 0.05, 2
"""A split of the frontier is worth a line if the largest share falls by so much, or there are so many contexts more."""


@dataclass(frozen=True, slots=True)
class Point:
    """A division, by the homes of its units, with the price of its seams."""

    homes: tuple[int, ...]
    contexts: int
    largest: int
    price: float
    paid: Priced | None = None

    @property
    def rank(self) -> tuple[float, int, int]:
        """Cheapest first, then with most contexts, then with the smallest core."""
        return self.price, -self.contexts, self.largest


def frontier_points(problem: Problem, strict: Point) -> list[Point]:
    """The divisions beyond the strict one that nothing dominates, cheapest first, with their seams.

    The strict split is the answer for price 0, whatever else could be had for nothing.
    """
    points = [point for start in starts(problem) for point in series(problem, start) if point.price]
    budget = problem.wanted.budget
    kept = noteworthy(undominated([strict, *points]), problem.tables)
    proven = [strict, *(with_price(problem, point) for point in kept if point is not strict)]
    return [point for point in undominated(proven) if point.price > 0 and (budget is None or point.price <= budget)]


def noteworthy(points: Sequence[Point], tables: int) -> list[Point]:
    """The points, cheapest first, without those that bring too little beside the ones before them."""
    kept: list[Point] = []
    for point in points:
        smaller = all(other.largest - point.largest >= NOTEWORTHY * tables for other in kept)
        if smaller or all(point.contexts >= other.contexts + MORE for other in kept):
            kept.append(point)
    return kept


def with_price(problem: Problem, point: Point) -> Point:
    """The same point with its price made exact, or as low as can be found."""
    paid = priced(problem, point.homes)
    return Point(point.homes, point.contexts, point.largest, paid.price, paid)


def undominated(points: Iterable[Point]) -> list[Point]:
    """The points that no other beats or equals in price, number of contexts and largest share, cheapest first."""
    kept: list[Point] = []
    for point in sorted(points, key=lambda each: each.rank):
        if not any(other.contexts >= point.contexts and other.largest <= point.largest for other in kept):
            kept.append(point)
    return kept


def starts(problem: Problem) -> Iterator[Homes]:
    """Divisions to begin with, finest contexts that the grain allows."""
    graph, seed = problem.graph, problem.wanted.seed
    grains: tuple[Grain, ...] = ("mini-service", "service")
    seen = set()
    for grain in grains:
        found = communities(graph, grain=grain, seed=seed)
        labels = [0] * len(graph.groups)
        for label, part in enumerate(found.parts):
            for unit in part:
                labels[unit] = label
        seen.add(numbered(_of_grain(problem, labels)))
    by_table = table_labels(problem.scan, [table for unit in graph.groups for table in unit])
    words = sorted(set(by_table.values()))
    packages = [words.index(by_table[unit[0]]) for unit in graph.groups]
    seen.add(numbered(_of_grain(problem, packages)))
    yield from (list(homes) for homes in sorted(seen) if len(set(homes)) > 1)


def _of_grain(problem: Problem, labels: Sequence[int]) -> Sequence[int]:
    links = Links(problem.graph.sizes, problem.graph.weights)
    return merge_small(labels, links, GRAINS[problem.wanted.grain], 1.0)


def numbered(labels: Sequence[int]) -> tuple[int, ...]:
    """Labels as contexts from one on, in order of their first unit."""
    number: dict[int, int] = {}
    return tuple(number.setdefault(label, len(number) + 1) for label in labels)


def series(problem: Problem, start: Homes) -> Iterator[Point]:
    """The start, refined, then with contexts merged two by two; once for each of `PULLS`."""
    sizes = Counter[int]()
    for unit, home in enumerate(start):
        sizes[home] += problem.costs.sizes[unit]
    # a small context that nothing ties to any other stays as it is
    smallest = min(problem.size.smallest, *sizes.values())
    limits = Limits(problem.tables, smallest, problem.apart)
    division = Division(problem.costs, start, max(start), limits)
    _take_cheapest(problem, division)
    aim = balanced(problem, division.price)
    refine(division, aim, PASSES)
    division.renew()
    homes = division.home[: problem.costs.units]
    for pull in PULLS:
        merged = division if pull == PULLS[-1] else Division(problem.costs, homes, max(start), limits)
        yield from _merged(merged, aim, pull)


def _merged(division: Division, aim: Aim, pull: float) -> Iterator[Point]:
    """The division, then with contexts merged until two are left or pins allow no more."""
    while True:
        if not division.faults:
            yield _point(division)
        if len(division.open) <= 2 or not merge_a_pair(division, aim, pull):  # noqa: PLR2004 - one context is the whole
            return
        division.renew(thorough=False)


def _take_cheapest(problem: Problem, division: Division) -> None:
    """Put the parts where the cheapest seams leave them, as far as they can be found."""
    division.polish()
    if exact.available() and problem.costs.parts:
        found = exact.cheapest(problem.costs, division.home)
        if found is not None and found.price < division.price:
            division.adopt(found.seams)


def merge_a_pair(division: Division, aim: Aim, pull: float) -> bool:
    """Merge the two contexts whose merging saves most, evidence counting `pull` times; False where pins allow none."""
    pair = _pair_to_merge(division, aim, pull)
    if pair is None:
        return False
    one, other = pair
    division.merge(other, one)
    return True


def balanced(problem: Problem, price: int) -> Aim:
    """Price and evidence, so weighed that each can outvote the other; faults outvote both.

    `price` is that of the finest division, which says how much is at stake.
    """
    everything = max(1, sum(problem.costs.degrees))
    reference = max(1, price)
    return Aim(10 * everything * reference, everything, round(BALANCE * reference))


def _point(division: Division) -> Point:
    sizes = [size for size in division.size[1:] if size]
    homes = numbered(division.home[: division.costs.units])
    return Point(homes, len(sizes), max(sizes), division.price)


def _pair_to_merge(division: Division, aim: Aim, pull: float) -> tuple[int, int] | None:
    """The two contexts whose merging saves most: the price of what is cut between them, and the evidence.

    A seam between several contexts is shared out over their pairs. Of pairs that save alike, the smaller one.
    """
    size = division.size
    saved: dict[tuple[int, int], float] = defaultdict(float)
    for price, homes in division.crossings():
        pairs = list(combinations(sorted(homes & division.open), 2))
        for pair in pairs:
            saved[pair] += aim.price * price / len(pairs)
    for pair, closer in division.merging().items():
        saved[pair] += pull * aim.cohesion * closer
    allowed = [pair for pair in saved if not division.must_be_apart(*pair)]
    return min(allowed, key=lambda pair: (-saved[pair], size[pair[0]] + size[pair[1]], pair), default=None)
