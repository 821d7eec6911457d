"""What does a division cost now, and what would it cost after a move?  Kept up to date move by move, with undo.

When a unit moves, the parts that reach it may be better off elsewhere too (see `homes`). Every state is a valid answer:
the seams that are cut in it suffice for the division, though cheaper ones may exist.

A move costs time in proportion to the links of the unit and of the parts that follow it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from boundary.split.costs import NOWHERE
from boundary.split.homes import Homes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from boundary.split.costs import Costs


@dataclass(frozen=True, slots=True)
class Limits:
    """What a division must keep: the tables of its largest and smallest context, and units that must be apart."""

    largest: int
    smallest: int = 1
    apart: frozenset[tuple[int, int]] = frozenset()


class Division(Homes):
    """Homes of units and parts; `price` is what the cut seams and edges cost, `home[v]` the context of vertex `v`.

    `cohesion` is low where evidence stays inside contexts: the evidence between contexts and what chance would put
    inside them, that is, Newman's modularity turned round. `faults` tells how far the limits are exceeded. `open` are
    the contexts that there are; one that has been merged into another is taken out of it.
    """

    def __init__(self, costs: Costs, homes: Sequence[int], contexts: int, limits: Limits) -> None:
        super().__init__(costs, homes, contexts)
        self.limits = limits
        self.open = set(range(1, self._width))
        self._stakes: dict[int, frozenset[int]] = {}
        self._edges: list[list[int]] = [[] for _ in range(costs.units)]
        self._pins = [0] * (self._width * len(costs.edges))
        self._apart: dict[int, list[int]] = defaultdict(list)
        for one, other in limits.apart:
            self._apart[one].append(other)
            self._apart[other].append(one)
        self._crowded = sum(self.home[one] == self.home[other] for one, other in limits.apart)
        self.size = [0] * self._width
        for unit, size in enumerate(costs.sizes):
            self.size[self.home[unit]] += size
        self._count_evidence()
        paid = self._count_edges()
        self.settle_anew()
        self.price = paid + self._sum_of_cut()
        self._log.clear()

    def _count_edges(self) -> int:
        """Count where the units of every edge are; what the cut ones cost."""
        costs, home, paid = self.costs, self.home, 0
        for edge, units in enumerate(costs.edges):
            for unit in units:
                self._edges[unit].append(edge)
                self._pins[edge * self._width + home[unit]] += 1
            if self._pins[edge * self._width + home[units[0]]] < len(units):
                paid += costs.edge_price[edge]
        return paid

    def _count_evidence(self) -> None:
        costs, home = self.costs, self.home
        self._degree = [0] * self._width
        for unit, degree in enumerate(costs.degrees):
            self._degree[home[unit]] += degree
        self._all = max(1, sum(costs.degrees))
        self.cohesion = sum(degree * degree // self._all for degree in self._degree)
        for unit, near in enumerate(costs.near):
            self.cohesion += sum(weight for other, weight in near.items() if home[unit] != home[other])

    @property
    def faults(self) -> int:
        """By how many tables contexts are too large or too small, and how many pairs that must be apart are not."""
        over = sum(max(0, size - self.limits.largest) for size in self.size[1:])
        under = sum(max(0, self.limits.smallest - size) for size in self.size[1:])
        under -= self.limits.smallest * (self.contexts - len(self.open))
        return over + under + self._crowded

    def move(self, unit: int, context: int) -> None:
        """Move a unit, and let the parts that reach it follow where that saves."""
        old = self.home[unit]
        self.put(unit, context)
        if self.costs.parts:
            self._follow(unit, old, context)

    def price_after(self, unit: int, context: int) -> int:
        """What the seams would cost after a move, with the parts that would follow; nothing changes."""
        mark, here = self.mark(), self.home[unit]
        self._relabel(unit, here, context)
        self._follow(unit, here, context)
        price = self.price
        self.back_to(mark)
        self._relabel(unit, context, here)
        return price

    def _follow(self, unit: int, old: int, context: int) -> None:
        """Let the parts that reach a unit settle, as far as they are where it was, where it is, or nowhere."""
        parents, home, concerned = self.costs.parents, self.home, {old, context, NOWHERE}
        self.settle(parent for link in self._into[unit] for parent in parents[link] if home[parent] in concerned)

    def merge(self, context: int, into: int) -> None:
        """Put everything of one context into another, and close it."""
        for vertex in range(self.costs.units + self.costs.parts):
            if self.home[vertex] == context:
                self.put(vertex, into)
        self.open.discard(context)
        self.settle(range(self.costs.units, self.costs.units + self.costs.parts))

    def _unit_moves(self, unit: int, old: int, context: int) -> None:
        costs, home, width, pins = self.costs, self.home, self._width, self._pins
        size = costs.sizes[unit]
        self.size[old] -= size
        self.size[context] += size
        for edge in self._edges[unit]:
            base, all_ = edge * width, len(costs.edges[edge])
            if pins[base + old] == all_:
                self.price += costs.edge_price[edge]
            pins[base + old] -= 1
            pins[base + context] += 1
            if pins[base + context] == all_:
                self.price -= costs.edge_price[edge]
        for other, weight in costs.near[unit].items():
            there = home[other]
            if there == old:
                self.cohesion += 2 * weight
            elif there == context:
                self.cohesion -= 2 * weight
        self.cohesion += self.by_chance(unit, old, context)
        self._degree[old] -= costs.degrees[unit]
        self._degree[context] += costs.degrees[unit]
        for other in self._apart.get(unit, ()):
            self._crowded += (home[other] == context) - (home[other] == old)

    def must_be_apart(self, one: int, other: int) -> bool:
        """Whether pins forbid to merge two contexts."""
        home = self.home
        return any({home[a], home[b]} == {one, other} for a, b in self.limits.apart)

    def merging(self) -> dict[tuple[int, int], int]:
        """How much lower the cohesion would be, for every two open contexts, if they were merged."""
        home, all_, degree = self.home, self._all, self._degree
        between: dict[tuple[int, int], int] = dict.fromkeys(combinations(sorted(self.open), 2), 0)
        for unit, near in enumerate(self.costs.near):
            for other, weight in near.items():
                if home[unit] < home[other]:
                    between[home[unit], home[other]] += weight
        return {
            (one, other): 2 * (weight - degree[one] * degree[other] // all_) for (one, other), weight in between.items()
        }

    def fewer_crowded(self, unit: int, context: int) -> int:
        """How many fewer pairs that must be apart would share a context if a unit moved."""
        here = self.home[unit]
        return sum((self.home[other] == here) - (self.home[other] == context) for other in self._apart.get(unit, ()))

    def by_chance(self, unit: int, old: int, context: int) -> int:
        """How much more evidence chance would put inside contexts if a unit moved from one to another."""
        all_, degree, left, there = self._all, self.costs.degrees[unit], self._degree[old], self._degree[context]
        gone = left * left // all_ - (left - degree) * (left - degree) // all_
        return (there + degree) * (there + degree) // all_ - there * there // all_ - gone

    def gains_of_edges(self, unit: int) -> dict[int, int]:
        """What the edges of a unit would save, by the context that it moves to; only where there are no parts."""
        costs, home, width, pins = self.costs, self.home, self._width, self._pins
        here = home[unit]
        lost = 0
        saved: dict[int, int] = {}
        for edge in self._edges[unit]:
            units, base = costs.edges[edge], edge * width
            others = len(units) - 1
            if pins[base + here] == others + 1:
                lost += costs.edge_price[edge]
                continue
            there = home[units[0]] if units[0] != unit else home[units[1]]
            if there != here and pins[base + there] == others:
                saved[there] = saved.get(there, 0) + costs.edge_price[edge]
        return {context: saved.get(context, 0) - lost for context in self.open if context != here}

    def at_stake(self, unit: int) -> int:
        """What a move of a unit can save at most: the price of the cut seams around the parts that reach it."""
        prices, cut = self._prices, self._cut
        return sum(prices[seam] for seam in self._around_unit(unit) if cut[seam])

    def _around_unit(self, unit: int) -> frozenset[int]:
        known = self._stakes.get(unit)
        if known is None:
            seam_of, parents = self.costs.seam_of, self.costs.parents
            found: set[int] = set()
            seen: set[int] = set()
            waiting = [unit]
            while waiting:
                vertex = waiting.pop()
                found.update(seam_of[link] for link in self._out[vertex])
                for link in self._into[vertex]:
                    found.add(seam_of[link])
                    for parent in parents[link]:
                        if parent not in seen:
                            seen.add(parent)
                            waiting.append(parent)
            known = self._stakes[unit] = frozenset(found)
        return known

    def crossings(self) -> Iterator[tuple[int, set[int]]]:
        """The price of every seam and edge that is cut, with the contexts that it is cut between."""
        costs, home = self.costs, self.home
        for seam, cut in enumerate(self._cut):
            if cut:
                homes = {home[costs.child[link]] for link in self._links[seam]}
                homes |= {home[part] for link in self._links[seam] for part in costs.parents[link]}
                if NOWHERE in homes:
                    homes |= self._callers(seam)
                yield costs.price[seam], homes - {NOWHERE}
        for units, price in zip(costs.edges, costs.edge_price, strict=True):
            homes = {home[unit] for unit in units}
            if len(homes) > 1:
                yield price, homes

    def _callers(self, seam: int) -> set[int]:
        """The contexts of those who call the parts at home nowhere that pass a seam, however far up."""
        parents, home = self.costs.parents, self.home
        found: set[int] = set()
        seen: set[int] = set()
        waiting = [part for link in self._links[seam] for part in parents[link] if home[part] == NOWHERE]
        while waiting:
            part = waiting.pop()
            for link in self._into[part]:
                for caller in parents[link]:
                    if home[caller] != NOWHERE:
                        found.add(home[caller])
                    elif caller not in seen:
                        seen.add(caller)
                        waiting.append(caller)
        return found
