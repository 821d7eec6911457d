"""Which links are cut, and what do the cut seams cost?  Kept up to date while units and parts change their homes.

A seam is paid once, as soon as one of its links is cut. A part with very many callers (a hub) keeps account of what
they want, so that asking it costs no more than there are contexts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.split.costs import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boundary.split.costs import Costs

HUB = 40
"""A part with more callers than this keeps account of what they want, instead of asking each of them every time."""


class Links:
    """Homes of units and parts; `price` is what the cut seams cost, `home[v]` the context of vertex `v`."""

    def __init__(self, costs: Costs, homes: Sequence[int], contexts: int) -> None:
        self.costs, self.contexts = costs, contexts
        self.home = [*homes, *([NOWHERE] * costs.parts)]
        self._width = width = contexts + 1
        vertices = costs.units + costs.parts
        self._out: list[list[int]] = [[] for _ in range(vertices)]
        self._into: list[list[int]] = [[] for _ in range(vertices)]
        self._links: list[list[int]] = [[] for _ in costs.price]
        self._from = [0] * (width * len(costs.child))  # how many parents of each link are at home in each context
        self._many = [len(parents) for parents in costs.parents]
        for link, (child, parents) in enumerate(zip(costs.child, costs.parents, strict=True)):
            self._into[child].append(link)
            for parent in parents:
                self._out[parent].append(link)
            self._links[costs.seam_of[link]].append(link)
            self._from[link * width] = len(parents)
        self._branched = [len(links) > 1 for links in self._links]
        self._bad = [bool(self.home[child]) for child in costs.child]  # all parts are nowhere, yet
        self._cut = [0] * len(costs.price)
        for link, bad in enumerate(self._bad):
            self._cut[costs.seam_of[link]] += bad
        self._prices = list(costs.price)
        self.price = self._sum_of_cut()
        hubs = [part for part in range(costs.units, vertices) if len(self._into[part]) > HUB]
        self._hubs: dict[int, list[int]] = {part: [0] * width for part in hubs}
        self._all_into: dict[int, int] = {}
        self._branches: dict[int, frozenset[int]] = {}
        self._to_hub = [
            child in self._hubs and not self._branched[seam]
            for child, seam in zip(costs.child, costs.seam_of, strict=True)
        ]

    def seams(self) -> list[int]:
        """The seams that are cut, by number."""
        return [seam for seam, cut in enumerate(self._cut) if cut]

    def _sum_of_cut(self) -> int:
        return sum(price for price, cut in zip(self.costs.price, self._cut, strict=True) if cut)

    def _relabel(self, vertex: int, old: int, context: int) -> None:
        costs, home, width = self.costs, self.home, self._width
        home[vertex] = context
        bad, count, child, many = self._bad, self._from, costs.child, self._many
        for link in self._out[vertex]:
            base = link * width
            if self._to_hub[link]:
                wanted, price = self._hubs[child[link]], self._prices[costs.seam_of[link]]
                if count[base + old] == many[link]:
                    wanted[old] -= price
                if count[base + context] == many[link] - 1:
                    wanted[context] += price
            count[base + old] -= 1
            count[base + context] += 1
            there = home[child[link]]
            now = there != NOWHERE and count[base + there] != many[link]
            if now != bad[link]:
                self._flip(link, now=now)
        for link in self._into[vertex]:
            now = context != NOWHERE and count[link * width + context] != many[link]
            if now != bad[link]:
                self._flip(link, now=now)

    def _flip(self, link: int, *, now: bool) -> None:
        self._bad[link] = now
        seam = self.costs.seam_of[link]
        before = self._cut[seam]
        self._cut[seam] = after = before + (1 if now else -1)
        if not before:
            self.price += self._prices[seam]
        elif not after:
            self.price -= self._prices[seam]

    def _reprice(self, seam: int, price: int) -> None:
        """Let a seam have another price for now."""
        more = price - self._prices[seam]
        self._prices[seam] = price
        self.price += more * bool(self._cut[seam])
        for link in self._links[seam]:
            if self._to_hub[link]:
                part = self.costs.child[link]
                self._all_into[part] += more
                there = self.home[self.costs.parents[link][0]]
                if self._from[link * self._width + there] == self._many[link]:
                    self._hubs[part][there] += more

    def _branched_into(self, part: int) -> frozenset[int]:
        """The seams with several links that lead to a hub."""
        known = self._branches.get(part)
        if known is None:
            seams = {self.costs.seam_of[link] for link in self._into[part]}
            known = self._branches[part] = frozenset(seam for seam in seams if self._branched[seam])
        return known

    def _ask_hubs(self) -> None:
        """Count anew what the callers of every hub want, at the present prices."""
        home, width = self.home, self._width
        for part, wanted in self._hubs.items():
            wanted[:] = [0] * width
            self._all_into[part] = 0
            for link in self._into[part]:
                if self._to_hub[link]:
                    price = self._prices[self.costs.seam_of[link]]
                    self._all_into[part] += price
                    there = home[self.costs.parents[link][0]]
                    if self._from[link * width + there] == self._many[link]:
                        wanted[there] += price
