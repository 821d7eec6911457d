"""Where do the parts of transactions belong, once the units are placed?  Wherever the seams around them cost least.

`settle` lets parts move, one after another, as long as that saves (iterated conditional modes, Besag 1986). What no
part would begin alone, because the first to pay for a shared seam pays all of it, is found in two ways: `settle_anew`
begins as if the price were shared out, and `polish` tries every shared seam both relaxed and not.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from boundary.split.costs import NOWHERE
from boundary.split.links import Links

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from boundary.split.costs import Costs

ROUND = 1000
"""Prices are multiplied by this while they are shared out."""

ROUNDS = 3
"""How often all shared seams are tried again while that saves something."""

CROWD = 12
"""Parts that share a link with more others than this are not looked at again for every move of one of them."""


class Homes(Links):
    """The links, with parts that find their homes by themselves and moves that can be taken back."""

    def __init__(self, costs: Costs, homes: Sequence[int], contexts: int) -> None:
        super().__init__(costs, homes, contexts)
        self._log: list[tuple[int, int]] = []
        self._at: dict[tuple[int, int], tuple[tuple[int, ...], tuple[int, ...]]] = {}

    def mark(self) -> int:
        """A point to go back to."""
        return len(self._log)

    def back_to(self, mark: int) -> None:
        """Undo everything since `mark`."""
        log = self._log
        while len(log) > mark:
            vertex, old = log.pop()
            self.put(vertex, old)
            log.pop()

    def put(self, vertex: int, context: int) -> None:
        """Give a vertex another home; nothing follows."""
        old = self.home[vertex]
        if old == context:
            return
        self._log.append((vertex, old))
        if vertex < self.costs.units:
            self._unit_moves(vertex, old, context)
        self._relabel(vertex, old, context)

    def _unit_moves(self, unit: int, old: int, context: int) -> None:
        """What else changes when a unit moves."""

    def settle(self, parts: Iterable[int]) -> None:
        """Let these parts, and those around what moves, go where they cost least, until nothing moves."""
        waiting = sorted(set(parts))
        queued = set(waiting)
        while waiting:
            following: set[int] = set()
            for part in waiting:
                wish = self._wish(part)
                if wish != self.home[part]:
                    self.put(part, wish)
                    following |= self._around(part)
            queued = following
            waiting = sorted(queued)

    def settle_anew(self) -> None:
        """Put the parts where they belong, whatever their homes were before."""
        parts = range(self.costs.units, self.costs.units + self.costs.parts)
        # at first as if all who pass a seam shared its price, so that none shies away from what the first would pay
        self._prices = [
            ROUND * price // max(1, count) for price, count in zip(self.costs.price, self.costs.passing, strict=True)
        ]
        self._ask_hubs()
        self._follow_weight()
        self.settle(parts)
        self._prices = list(self.costs.price)
        self._ask_hubs()
        self.settle(parts)

    def _follow_weight(self) -> None:
        """Put every part where most of what it reaches lies, by price."""
        costs, home = self.costs, self.home
        pull: list[dict[int, int]] = [defaultdict(int) for _ in range(costs.parts)]
        for part in range(costs.parts):
            mine = pull[part]
            for link in self._out[costs.units + part]:
                child, price = costs.child[link], self._prices[costs.seam_of[link]]
                if child < costs.units:
                    mine[home[child]] += price
                else:
                    for context, weight in pull[child - costs.units].items():
                        mine[context] += min(weight, price)
            if mine:
                self.put(costs.units + part, min(mine, key=lambda context: (-mine[context], context)))

    def renew(self, *, thorough: bool = True) -> None:
        """Settle all parts anew, and keep that if it costs less: after many moves they are where history left them.

        Being `thorough` costs as much again: seams that many share are then tried both ways.
        """
        mark, before = self.mark(), self.price
        of_edges = before - self._sum_of_cut()
        self.settle_anew()
        self.price = of_edges + self._sum_of_cut()
        if thorough:
            self.polish()
        if self.price >= before:
            self.back_to(mark)
            self.price = before

    def adopt(self, seams: Iterable[int]) -> None:
        """Put every part where it reaches when these seams are relaxed, which must suffice."""
        costs, home, relaxed = self.costs, self.home, set(seams)
        reach = [NOWHERE] * costs.parts
        for part in range(costs.parts):
            for link in self._out[costs.units + part]:
                child = costs.child[link]
                there = home[child] if child < costs.units else reach[child - costs.units]
                if costs.seam_of[link] not in relaxed and there != NOWHERE:
                    reach[part] = there
        for part, context in enumerate(reach):
            self.put(costs.units + part, context)

    def polish(self) -> None:
        """Try every seam that several parts pass both ways, relaxed and not, and keep what saves.

        A seam that many share is worth relaxing only when all of them go along, which no part would begin alone.
        """
        shared = [seam for seam, links in enumerate(self._links) if sum(self._many[link] for link in links) > 1]
        for _ in range(ROUNDS):
            before = self.price
            for seam in sorted(shared, key=lambda each: (self._prices[each], each)):
                self._try_other_way(seam)
            if self.price == before:
                break

    def _try_other_way(self, seam: int) -> None:
        """Let the parts around a seam settle as if it were free (or forbidden, where it is cut), and see."""
        price, before, mark = self._prices[seam], self.price, self.mark()
        parts = {part for link in self._links[seam] for part in self.costs.parents[link]}
        if self._cut[seam]:
            parts |= {self.costs.child[link] for link in self._links[seam]} - set(range(self.costs.units))
        for trial in (ROUND * price if self._cut[seam] else 0, price):
            self._reprice(seam, trial)
            self.settle(parts)
        if self.price >= before:
            self.back_to(mark)

    def _around(self, part: int) -> set[int]:
        """The parts whose wish may change when `part` moves."""
        costs = self.costs
        found: set[int] = set()
        for link in self._out[part]:
            if costs.child[link] >= costs.units:
                found.add(costs.child[link])
            if self._many[link] <= CROWD:
                found.update(costs.parents[link])
        for link in self._into[part]:
            if self._many[link] <= CROWD:
                found.update(costs.parents[link])
        found.discard(part)
        return found

    def _wish(self, part: int) -> int:
        """Where the seams around a part cost least; if several homes are as good, nowhere, then where it is now."""
        costs, home, width, count = self.costs, self.home, self._width, self._from
        here = home[part]
        saved: dict[int, int] = {here: 0}
        branched: set[int] = set()
        for link in self._out[part]:
            seam = costs.seam_of[link]
            there = home[costs.child[link]]
            if self._branched[seam]:
                branched.add(seam)
            elif there and count[link * width + there] - (here == there) == self._many[link] - 1:
                saved[there] = saved.get(there, 0) + self._prices[seam]
        if part in self._hubs:
            self._save_callers_of_hub(part, saved)
            branched |= self._branched_into(part)
        else:
            self._save_callers(part, branched, saved)
        if branched:
            self._save_branched(part, branched, saved)
        best = max(saved.values())
        if saved.get(NOWHERE) == best:  # a seam further on is shared by more
            return NOWHERE
        if saved[here] == best:
            return here
        return min(context for context, value in saved.items() if value == best)

    def _save_callers(self, part: int, branched: set[int], saved: dict[int, int]) -> None:
        """Add what the seams of the callers would save, by where the part might be at home."""
        costs, home, width, count = self.costs, self.home, self._width, self._from
        for link in self._into[part]:
            seam = costs.seam_of[link]
            if self._branched[seam]:
                branched.add(seam)
                continue
            saved[NOWHERE] = saved.get(NOWHERE, 0) + self._prices[seam]
            there = home[costs.parents[link][0]]
            if there and count[link * width + there] == self._many[link]:
                saved[there] = saved.get(there, 0) + self._prices[seam]

    def _save_callers_of_hub(self, part: int, saved: dict[int, int]) -> None:
        """The same, from the account that a hub keeps."""
        saved[NOWHERE] = saved.get(NOWHERE, 0) + self._all_into[part]
        for context, price in enumerate(self._hubs[part]):
            if context and price:
                saved[context] = saved.get(context, 0) + price

    def _save_branched(self, part: int, seams: Iterable[int], saved: dict[int, int]) -> None:
        """Add what the seams with several links would save, for each home that leaves none of their links cut."""
        bad, cut = self._bad, self._cut
        for seam in seams:
            links = self._at.get((part, seam))
            if links is None:
                seam_of = self.costs.seam_of
                around = (self._out[part], self._into[part])
                out, into = (tuple(link for link in each if seam_of[link] == seam) for each in around)
                links = self._at[part, seam] = (out, into)
            if cut[seam] > sum(bad[link] for each in links for link in each):
                continue  # another of its links is cut, whatever this part does
            price = self._prices[seam]
            for context in self._homes_that_spare(part, *links):
                saved[context] = saved.get(context, 0) + price

    def _homes_that_spare(self, part: int, out: Iterable[int], into: Iterable[int]) -> set[int]:
        """The homes of `part` with which none of these links is cut; empty too if it has no say in it."""
        costs, home, width, count = self.costs, self.home, self._width, self._from
        here = home[part]
        homes: set[int] | None = None
        for link in out:
            there = home[costs.child[link]]
            if there:
                others = count[link * width + there] - (here == there) == self._many[link] - 1
                homes = ({there} if others else set()) if homes is None else homes & ({there} if others else set())
        for link in into:
            there = home[costs.parents[link][0]]
            spared = {NOWHERE, there} if count[link * width + there] == self._many[link] else {NOWHERE}
            homes = spared if homes is None else homes & spared
        return homes or set()
