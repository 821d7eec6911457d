"""What would a finer split cost?  Splits of which none is dominated, from price 0 up, each with its seams.

Candidates come from relaxing all seams up to a price and looking for communities in what is still glued. From each
candidate contexts are merged again, one pair after another, the pair that saves most first, so that every candidate is
a series down to a split of price 0. Those stay that no other beats in price, number of contexts and largest share.

The seams of a division are found in `relax`. What is printed is right in any case: the seams of each split, relaxed,
leave no transaction that crosses, which `verify.still_cut` checks.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from boundary.split.communities import communities
from boundary.split.contract import Contraction, bindings
from boundary.split.evidence import evidence
from boundary.split.relax import Pair, Point, Tables, seams_of_division
from boundary.split.seams import forest, place_of, relaxed_seams
from boundary.split.strict import build_split, strict_split
from boundary.split.usage import usage_of
from boundary.split.verify import InternalError, cut_transactions, still_cut

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.model.scan import Scan, Split
    from boundary.model.wanted import Grain
    from boundary.split.seams import Forest
    from boundary.split.usage import Usage


def frontier(scan: Scan, *, grain: Grain = "mini-service", seed: int = 0, guessed: bool = True) -> tuple[Split, ...]:
    """The strict split, then ever finer ones for ever higher prices, none dominated by another.

    Raises `InternalError` if a split's seams do not free every transaction that it cuts: a bug.
    """
    strict = strict_split(scan, grain=grain, seed=seed, guessed=guessed)
    if not strict.contexts:
        return (strict,)
    trees = forest(bindings(scan, guessed=guessed))
    usage = usage_of(scan)
    start = Point(tuple(frozenset(context.tables) for context in strict.contexts), frozenset(), 0.0)
    points = [start]
    for contexts in _candidates(scan, usage, trees, grain, seed):
        points += _merged_step_by_step(contexts, trees)
    splits = [_split(scan, usage, trees, point, guessed=guessed) for point in _undominated(points) if point != start]
    return (strict, *splits)


def _candidates(scan: Scan, usage: Usage, trees: Forest, grain: Grain, seed: int) -> Iterable[tuple[Tables, ...]]:
    """Divisions that become possible when all seams up to a price are relaxed."""
    everything = sorted({table.name for table in scan.tables} | {use.table for use in usage.uses})
    for price in sorted({link.price.price for link in trees.links}):
        cheap = {link.seam for link in trees.links if link.price.price <= price}
        groups = [tuple(sorted(group)) for group in trees.groups(cheap)]
        bound = {table for group in groups for table in group}
        groups += [(table,) for table in everything if table not in bound]
        groups.sort()
        group_of = {table: number for number, group in enumerate(groups) for table in group}
        graph = evidence(scan, usage, Contraction(tuple(groups), group_of))
        found = communities(graph, grain=grain, seed=seed)
        yield tuple(frozenset(table for node in part for table in graph.groups[node]) for part in found.parts)


def _merged_step_by_step(contexts: tuple[Tables, ...], trees: Forest) -> Iterable[Point]:
    """The division itself, then with contexts merged two by two, each time the pair whose seams cost most."""
    while True:
        point = seams_of_division(contexts, trees)
        yield point
        if not point.price:
            return
        one, other = _dearest_pair(point, trees)
        merged = contexts[one] | contexts[other]
        contexts = (*(tables for number, tables in enumerate(contexts) if number not in {one, other}), merged)


def _dearest_pair(point: Point, trees: Forest) -> Pair:
    """The two contexts whose merging saves most for the size that comes out."""
    saved: dict[Pair, float] = defaultdict(float)
    for seam in sorted(point.seams, key=place_of):
        pairs = sorted(point.between[seam])
        for pair in pairs:
            # a seam between more than two contexts is only a part of what merging two of them would save
            saved[pair] += trees.price[seam] / len(pairs)
    sizes = [len(tables) for tables in point.contexts]
    return min(saved, key=lambda pair: (-saved[pair] / (sizes[pair[0]] + sizes[pair[1]]), pair))


def _undominated(points: Iterable[Point]) -> list[Point]:
    """The points that no other beats in price, number of contexts and largest share at once, cheapest first."""
    kept: list[Point] = []
    ranked = sorted(points, key=lambda point: (point.price, -len(point.contexts), point.largest, _order(point)))
    for point in ranked:
        if not any(len(other.contexts) >= len(point.contexts) and other.largest <= point.largest for other in kept):
            kept.append(point)
    return kept


def _order(point: Point) -> list[list[str]]:
    return sorted(sorted(tables) for tables in point.contexts)


def _split(scan: Scan, usage: Usage, trees: Forest, point: Point, *, guessed: bool) -> Split:
    contexts = [sorted(tables) for tables in point.contexts]
    bare = build_split(f"price {point.price:g}", scan, contexts, usage=usage, guessed=guessed)
    cut = {transaction.id for transaction in cut_transactions(scan, bare, guessed=guessed)}
    split = msgspec.structs.replace(bare, price=point.price, relaxed=relaxed_seams(trees, point.seams, cut))
    split.metrics["relaxed_seams"] = len(split.relaxed)
    left = still_cut(scan, split, guessed=guessed)
    if left:
        raise InternalError(f"the seams of '{split.name}' leave {len(left)} transactions cut: {left[0]}")
    return split
