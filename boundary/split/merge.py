"""How large is a context?  Merges communities that are too small to stand alone, or too many for the grain.

A merge joins the smallest community with the one it gains most modularity with; one without any evidence towards
another goes with its like into one rest, since a service around a table that nothing uses is no service.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import pow  # noqa: A004 - the one that always gives a float
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from boundary.model.wanted import Grain


@dataclass(frozen=True, slots=True)
class Size:
    """A context has at least `smallest` tables; of n tables there are at most `factor` * n ** `power` contexts."""

    smallest: int
    factor: float
    power: float

    def most(self, tables: int) -> int:
        """The largest number of contexts for so many tables, two at least."""
        return max(2, round(self.factor * pow(tables, self.power)))


GRAINS: Mapping[Grain, Size] = {
    "mini-service": Size(smallest=3, factor=1.5, power=0.5),  # domain-sized: at most 15 contexts for 100 tables
    "service": Size(smallest=2, factor=1 / 3, power=1.0),
}


@dataclass(frozen=True, slots=True)
class Links:
    """The graph as merging sees it: nodes of so many tables, and the full evidence between and inside them."""

    sizes: Sequence[int]
    weights: Mapping[tuple[int, int], int]

    def between(self, labels: Sequence[int]) -> dict[int, dict[int, int]]:
        """The evidence between every two communities, and of each with itself."""
        found: dict[int, dict[int, int]] = {label: {} for label in labels}
        for (one, other), weight in self.weights.items():
            near, far = labels[one], labels[other]
            found[near][far] = found[near].get(far, 0) + weight
            if near != far:
                found[far][near] = found[far].get(near, 0) + weight
        return found

    def modularity(self, labels: Sequence[int]) -> float:
        """Newman's Q of a division of the graph (inside share minus what chance would give)."""
        total = sum(self.weights.values())
        if not total:
            return 0.0
        quality = 0.0
        for label, row in sorted(self.between(labels).items()):
            quality += row.get(label, 0) / total - (degree(row, label) / (2 * total)) ** 2
        return quality


def degree(row: Mapping[int, int], label: int) -> int:
    """The degree of a community: its evidence towards others, and twice that within."""
    return sum(row.values()) + row.get(label, 0)


def merge_small(labels: Sequence[int], links: Links, size: Size, resolution: float) -> tuple[int, ...]:
    """Merge until every community is large enough and there are few enough of them."""
    merging = _Merging(labels, links, resolution)
    most = size.most(sum(links.sizes))
    alone: set[int] = set()  # small ones that nothing ties to any other, left as they are
    while len(merging.tables.keys() - alone) > 1:
        few = len(merging.tables) > most
        smallest = min(merging.tables.keys() - alone, key=lambda label: (merging.tables[label], label))
        if merging.tables[smallest] >= size.smallest and not few:
            break
        if not merging.merge(smallest, few=few):
            alone.add(smallest)
    return merging.labels()


class _Merging:
    """Communities while they are merged; a label is the community's first node, so that ties do not depend on runs."""

    def __init__(self, labels: Sequence[int], links: Links, resolution: float) -> None:
        first: dict[int, int] = {}
        for node, label in enumerate(labels):
            first.setdefault(label, node)
        self.home = [first[label] for label in labels]
        self.rows = links.between(self.home)
        self.tables: dict[int, int] = defaultdict(int)
        for node, label in enumerate(self.home):
            self.tables[label] += links.sizes[node]
        self.total = sum(links.weights.values())
        self.resolution = resolution
        self.into: dict[int, int] = {}
        self._gather_unconnected()

    def labels(self) -> tuple[int, ...]:
        """The community of each node, by its first node."""
        return tuple(self._now(label) for label in self.home)

    def merge(self, label: int, *, few: bool) -> bool:
        """Merge `label` into its best neighbour; into the next larger one if it has none and there are too many."""
        neighbours = [other for other in self.rows[label] if other != label]
        if neighbours:
            self._join(label, max(neighbours, key=lambda other: (self._gain(label, other), -other)))
            return True
        others = sorted((tables, other) for other, tables in self.tables.items() if other != label)
        alone = [other for _, other in others if len(self.rows[other].keys() - {other}) == 0]
        if few and others:
            self._join(label, alone[0] if alone else others[0][1])
            return True
        return False

    def _gather_unconnected(self) -> None:
        """Small communities without evidence towards any other become one."""
        alone = [label for label in sorted(self.tables) if not self.rows[label].keys() - {label}]
        small = [label for label in alone if self.tables[label] < GRAINS["mini-service"].smallest]
        for label in small[1:]:
            self._join(small[0], label)

    def _gain(self, one: int, other: int) -> float:
        chance = degree(self.rows[one], one) * degree(self.rows[other], other) / (2 * self.total)
        return self.rows[one][other] - self.resolution * chance

    def _join(self, one: int, other: int) -> None:
        """Make one community of two, under the smaller label."""
        keep, gone = min(one, other), max(one, other)
        self.into[gone] = keep
        self.tables[keep] += self.tables.pop(gone)
        row = self.rows.pop(gone)
        mine = self.rows[keep]
        inside = row.pop(gone, 0) + row.pop(keep, 0)
        mine.pop(gone, None)
        if inside:
            mine[keep] = mine.get(keep, 0) + inside
        for label, weight in row.items():
            mine[label] = mine.get(label, 0) + weight
            self.rows[label].pop(gone)
            self.rows[label][keep] = self.rows[label].get(keep, 0) + weight

    def _now(self, label: int) -> int:
        while label in self.into:
            label = self.into[label]
        return label
