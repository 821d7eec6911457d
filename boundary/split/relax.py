"""Which seams must be relaxed for a given split?  A cheap set that leaves no transaction and no piece of one divided.

Each transaction has a home, the context that most of what it binds lies in (by price). Every way from it to a table
elsewhere must pass a relaxed seam: a weighted hitting set, solved greedily (the seam that hits most ways for its price
comes first, so the price is within the logarithm of the number of ways of the best for these homes), then thinned of
what turned out not to be needed. What is taken out commits by itself and must be whole too; where it is not,
its ways are added and the search goes on.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from heapq import heapify, heappop, heapreplace
from typing import TYPE_CHECKING

from boundary.split.seams import place_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from boundary.model.scan import Seam
    from boundary.split.seams import Forest

Tables = frozenset[str]
Pair = tuple[int, int]
Way = frozenset["Seam"]


@dataclass(frozen=True, slots=True)
class Point:
    """A division of the tables, the seams that it needs relaxed, and their price together.

    `between` tells for each seam which contexts (by number) the ways that it closes would join.
    """

    contexts: tuple[Tables, ...]
    seams: frozenset[Seam]
    price: float
    between: Mapping[Seam, frozenset[Pair]] = field(default_factory=dict, compare=False)

    @property
    def largest(self) -> int:
        """The number of tables of the largest context."""
        return max(map(len, self.contexts))


def seams_of_division(contexts: tuple[Tables, ...], trees: Forest) -> Point:
    """The seams that a division needs relaxed, found by greedy hitting of all ways that leave home."""
    context_of = {table: number for number, tables in enumerate(contexts) for table in tables}
    ways: dict[Way, set[Pair]] = defaultdict(set)
    relaxed: set[Seam] = set()
    roots = {part for parts in trees.roots.values() for part in parts}
    divided = [part for part in _divided(trees, context_of, relaxed) if part in roots]
    while divided:
        for part in divided:
            for way, pair in _ways_abroad(trees, part, context_of, relaxed):
                ways[way].add(pair)
        relaxed = _thinned(_greedy(ways, trees.price), ways, trees.price)
        divided = _divided(trees, context_of, relaxed)
    between: dict[Seam, set[Pair]] = {seam: set() for seam in relaxed}
    for way, pairs in ways.items():
        for seam in way & relaxed:
            between[seam] |= pairs
    joined = {seam: frozenset(pairs) for seam, pairs in between.items()}
    return Point(contexts, frozenset(relaxed), float(sum(trees.price[seam] for seam in relaxed)), joined)


def _reach(trees: Forest, context_of: Mapping[str, int], relaxed: Collection[Seam]) -> list[set[int]]:
    """The contexts that each part reaches without passing a relaxed seam."""
    reach: list[set[int]] = []
    for part in range(trees.parts):
        found: set[int] = set()
        for link in trees.below[part]:
            if link.seam not in relaxed:
                found |= {context_of[link.child]} if isinstance(link.child, str) else reach[link.child]
        reach.append(found)
    return reach


def _divided(trees: Forest, context_of: Mapping[str, int], relaxed: Collection[Seam]) -> list[int]:
    """The parts that reach several contexts without passing a relaxed seam."""
    return [part for part, contexts in enumerate(_reach(trees, context_of, relaxed)) if len(contexts) > 1]


def _ways_abroad(
    trees: Forest, part: int, context_of: Mapping[str, int], relaxed: Collection[Seam]
) -> list[tuple[Way, Pair]]:
    """The ways from a part to tables away from its home, as sets of seams, unless a relaxed seam lies on them."""
    ways: dict[int, set[Way]] = defaultdict(set)
    stack: list[tuple[int, Way]] = [(part, frozenset())]
    while stack:
        here, passed = stack.pop()
        for link in trees.below[here]:
            if link.seam in relaxed:
                continue
            way = passed | {link.seam}
            if isinstance(link.child, str):
                ways[context_of[link.child]].add(way)
            else:
                stack.append((link.child, way))
    worth = {context: sum(min(trees.price[seam] for seam in way) for way in found) for context, found in ways.items()}
    home = min(worth, key=lambda context: (-worth[context], context))
    return [
        (way, (min(home, context), max(home, context)))
        for context, found in ways.items()
        if context != home
        for way in found
    ]


def _greedy(ways: Iterable[Way], price: Mapping[Seam, int]) -> list[Seam]:
    """Seams that hit every way, in the order in which they hit most of what is left for their price."""
    through: dict[Seam, set[Way]] = defaultdict(set)
    for way in ways:
        for seam in way:
            through[seam].add(way)
    names = {seam: place_of(seam) for seam in through}
    heap = [(price[seam] / len(hit), names[seam], seam) for seam, hit in through.items()]
    heapify(heap)
    left: set[Way] = set(ways)
    chosen: list[Seam] = []
    while left:
        _, name, seam = heap[0]
        hit = through[seam] & left
        worth = price[seam] / len(hit) if hit else None
        if worth is None:
            heappop(heap)
        elif (worth, name) <= heap[0][:2]:
            heappop(heap)
            chosen.append(seam)
            left -= hit
        else:
            heapreplace(heap, (worth, name, seam))
    return chosen


def _thinned(seams: Iterable[Seam], ways: Collection[Way], price: Mapping[Seam, int]) -> set[Seam]:
    """The seams without those that are not needed beside the rest; the dearest and last chosen are tried first."""
    chosen = list(seams)
    kept = set(chosen)
    hits = {way: len(way & kept) for way in ways}
    through: dict[Seam, list[Way]] = defaultdict(list)
    for way in ways:
        for seam in way & kept:
            through[seam].append(way)
    for _, seam in sorted(enumerate(chosen), key=lambda each: (-price[each[1]], -each[0])):
        if all(hits[way] > 1 for way in through[seam]):
            kept.discard(seam)
            for way in through[seam]:
                hits[way] -= 1
    return kept
