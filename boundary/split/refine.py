"""Which moves make a division better?  Passes of Fiduccia and Mattheyses over the units.

A pass moves every unit at most once, always the one whose move gains most, even where that is a loss, and goes back to
the best state on the way: so it gets over hills that a descent stops at. Gains are looked up when they come to the top
of the queue (lazily), so that a move costs no more than its neighbourhood.

References: Fiduccia and Mattheyses 1982; Sanchis 1989 (more than two sides).
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heapify, heappop, heappush, heapreplace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boundary.split.division import Division

PASSES = 6
PATIENCE, HASTE = 40, 10
"""A pass ends after so many moves without a new best state; where parts follow, which costs more, after fewer."""

TARGETS = 3
"""Where parts follow, a unit is tried in so many contexts, those first that the evidence draws it to."""

WATCHED = 4
"""Where parts follow, so many of the nearest units are looked at again after a move."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What is minimised: `fault` times the faults, `price` times the price, and `cohesion` times the cohesion cut."""

    fault: int
    price: int
    cohesion: int

    def of(self, division: Division) -> int:
        """The value of a division, lower is better."""
        return self.fault * division.faults + self.price * division.price + self.cohesion * division.cohesion


def refine(division: Division, aim: Aim, passes: int = PASSES) -> int:
    """Improve a division until a pass finds nothing; the value that it ends with."""
    for _ in range(passes):
        if not _Pass(division, aim).run():
            break
    return aim.of(division)


class _Pass:
    def __init__(self, division: Division, aim: Aim) -> None:
        self.division, self.aim = division, aim
        self.locked: set[int] = set()

    def run(self) -> bool:
        """Make the moves of one pass; whether it found something better."""
        division, aim, locked = self.division, self.aim, self.locked
        begin = best = aim.of(division)
        best_at = division.mark()
        queue = [(-gain, unit, context) for unit in range(division.costs.units) for gain, context in self._best(unit)]
        heapify(queue)
        fruitless, patience = 0, HASTE if division.costs.parts else PATIENCE
        while queue and fruitless < patience:
            _, unit, _ = queue[0]
            found = [] if unit in locked else self._best(unit)
            if not found:
                heappop(queue)
                continue
            gain, context = found[0]
            if (-gain, unit, context) > queue[0]:
                heapreplace(queue, (-gain, unit, context))
                continue
            heappop(queue)
            locked.add(unit)
            division.move(unit, context)
            value = aim.of(division)
            fruitless += 1
            if value < best:
                best, best_at, fruitless = value, division.mark(), 0
            for other in self._watched(unit):
                if other not in locked:
                    for gain, context in self._best(other):
                        heappush(queue, (-gain, other, context))
        division.back_to(best_at)
        return best < begin

    def _watched(self, unit: int) -> list[int]:
        near = self.division.costs.near[unit]
        if not self.division.costs.parts:
            return list(near)
        return sorted(near, key=lambda other: (-near[other], other))[:WATCHED]

    def _best(self, unit: int) -> list[tuple[int, int]]:
        """The best move of a unit as (gain, context), if it has one."""
        division, aim = self.division, self.aim
        home, here = division.home, division.home[unit]
        near = [0] * (division.contexts + 1)
        for other, weight in division.costs.near[unit].items():
            near[home[other]] += weight
        by_edges = division.gains_of_edges(unit)
        stakes = division.at_stake(unit) if division.costs.parts else 0
        full = division.size[here] > division.limits.largest
        best: tuple[int, int] | None = None
        for context in self._targets(near, here, everywhere=full or not division.costs.parts):
            closer = 2 * (near[context] - near[here]) - division.by_chance(unit, here, context)
            gain = aim.fault * self._fewer_faults(unit, context) + aim.cohesion * closer
            gain += aim.price * by_edges.get(context, 0)
            if division.costs.parts:
                if gain + aim.price * stakes <= (best[0] if best else 0) and not full:
                    continue
                gain += aim.price * (division.price - division.price_after(unit, context))
            if best is None or gain > best[0]:
                best = (gain, context)
        return [best] if best else []

    def _targets(self, near: Sequence[int], here: int, *, everywhere: bool) -> list[int]:
        """The contexts that a unit may move to: those that the evidence draws it to most, or all of them."""
        open_ = self.division.open
        if everywhere and not self.division.costs.parts:
            return [context for context in sorted(open_) if context != here]
        drawn = [context for context in open_ if (near[context] or everywhere) and context != here]
        return sorted(drawn, key=lambda context: (-near[context], context))[:TARGETS]

    def _fewer_faults(self, unit: int, context: int) -> int:
        division = self.division
        size, limits = division.costs.sizes[unit], division.limits
        here, there = division.size[division.home[unit]], division.size[context]
        fewer = division.fewer_crowded(unit, context)
        for before, after in ((here, here - size), (there, there + size)):
            fewer += max(0, before - limits.largest) + max(0, limits.smallest - before)
            fewer -= max(0, after - limits.largest) + max(0, limits.smallest - after)
        return fewer
