"""Which division is best?  Many starts, each refined; the best is shaken and refined again (iterated local search)."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from boundary.split.division import Division
from boundary.split.refine import refine
from boundary.split.starts import clusters, packed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from boundary.split.costs import Costs
    from boundary.split.division import Limits
    from boundary.split.refine import Aim

SHAKEN, LEADERS = 0.15, 3
"""So many units move in a shake, which begins from one of the best so far."""

COARSE = 5
"""Contraction goes down to so many clusters a context."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How long to look: random `starts`, `shakes` of the best that were found, `passes` of each refinement."""

    starts: int
    shakes: int
    passes: int


THOROUGH = Effort(starts=24, shakes=12, passes=6)
"""Where there are no calls to follow, so that each start takes milliseconds."""

BRIEF = Effort(starts=0, shakes=0, passes=2)
"""Where there are: the evidence knows better where to begin."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: the division of `costs` into so many `contexts`, within `limits`, that meets `aim` best."""

    costs: Costs
    contexts: int
    limits: Limits
    aim: Aim
    effort: Effort = THOROUGH
    seed: int = 0

    def best(self, given: Iterable[Sequence[int]] = ()) -> tuple[int, list[int]]:
        """The lowest value found, and the home of each unit in it; `given` are homes to start from as well."""
        draw = Random(self.seed)  # noqa: S311 - repeatable on purpose, no secret
        found = [self._refined(homes) for homes in given]
        starts = self.effort.starts or (0 if found else 1)
        found += [self._from_clusters(self.contexts * (COARSE if start % 2 else 2), draw) for start in range(starts)]
        found.sort()
        best = found[0]
        for _ in range(self.effort.shakes):
            _, homes = found[draw.randrange(min(LEADERS, len(found)))]
            best = min(best, self._refined(self._shaken(homes, draw)))
        return best

    def _from_clusters(self, goal: int, draw: Random) -> tuple[int, list[int]]:
        costs = self.costs
        share = self.limits.largest if draw.random() < 0.5 else max(1, self.limits.largest // 2)  # noqa: PLR2004 - as often as not
        cluster_of = clusters(costs, goal, share, draw)
        coarse = costs.contracted(cluster_of)
        if coarse.units < self.contexts or self.limits.apart:
            cluster_of, coarse = list(range(costs.units)), costs
        division = packed(coarse, self.contexts, self.limits, self.aim, draw)
        refine(division, self.aim, self.effort.passes)
        return self._refined([division.home[cluster_of[unit]] for unit in range(costs.units)])

    def _refined(self, homes: Sequence[int]) -> tuple[int, list[int]]:
        division = Division(self.costs, homes, self.contexts, self.limits)
        value = refine(division, self.aim, self.effort.passes)
        return value, division.home[: self.costs.units]

    def _shaken(self, homes: Sequence[int], draw: Random) -> list[int]:
        """A random few units moved elsewhere."""
        moved = list(homes)
        for unit in draw.sample(range(self.costs.units), max(1, round(SHAKEN * self.costs.units))):
            moved[unit] = draw.randrange(self.contexts) + 1
        return moved
