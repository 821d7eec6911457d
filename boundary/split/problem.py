"""What is to be divided, and under which conditions?  Everything that the search for splits starts from, made once."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from boundary.split.contract import Contraction, bindings, tables_of
from boundary.split.costs import costs_of
from boundary.split.evidence import evidence
from boundary.split.merge import GRAINS
from boundary.split.pins import pins_of
from boundary.split.seams import forest, is_bare
from boundary.split.usage import usage_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boundary.config import Settings
    from boundary.model.scan import Scan
    from boundary.model.wanted import Wanted
    from boundary.split.contract import Bound
    from boundary.split.costs import Costs
    from boundary.split.evidence import Evidence
    from boundary.split.merge import Size
    from boundary.split.pins import Pins
    from boundary.split.seams import Forest
    from boundary.split.usage import Usage

Homes = list[int]
"""The context of each unit, from one on."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A scan as the search sees it.

    `graph` holds the evidence between the units (the tables, except those that pins put together), in an order that
    does not depend on names; `trees` all transactions taken apart, `bare` those of them without source, which are edges
    of `costs`. `apart` and `names` are the pins, by unit.
    """

    scan: Scan
    wanted: Wanted
    settings: Settings
    usage: Usage
    graph: Evidence
    bound: tuple[Bound, ...]
    trees: Forest
    bare: tuple[Bound, ...]
    costs: Costs
    pins: Pins
    apart: frozenset[tuple[int, int]]

    @property
    def tables(self) -> int:
        """The number of tables."""
        return sum(self.costs.sizes)

    @property
    def size(self) -> Size:
        """How large contexts of the wanted grain are."""
        return GRAINS[self.wanted.grain]

    def largest(self, contexts: int = 1) -> int:
        """How many tables the largest of so many contexts may have; rounded up, and never less than an equal share."""
        if self.wanted.max_share is None:
            return self.tables
        return max(ceil(self.wanted.max_share * self.tables), ceil(self.tables / contexts))

    def contexts_of(self, homes: Sequence[int]) -> tuple[tuple[str, ...], ...]:
        """The tables of each context, in the order of the contexts' numbers, without empty ones."""
        found: dict[int, list[str]] = {}
        for tables, home in zip(self.costs.tables, homes, strict=True):
            found.setdefault(home, []).extend(tables)
        return tuple(tuple(sorted(found[home])) for home in sorted(found))

    def homes_of(self, context_of: dict[str, int]) -> Homes:
        """The home of each unit, given the context (from one on) of each table."""
        return [context_of[unit[0]] for unit in self.costs.tables]


def problem(scan: Scan, wanted: Wanted, settings: Settings) -> Problem:
    """Gather what the search needs. Raises `InputError` or `UnknownNameError` where pins cannot be kept."""
    tables = tables_of(scan)
    pins = pins_of(wanted, tables)
    usage = usage_of(scan)
    unit_of = {table: number for number, unit in enumerate(pins.units) for table in unit}
    graph = evidence(scan, usage, Contraction(pins.units, unit_of), settings.weights)
    near: list[dict[int, int]] = [{} for _ in graph.groups]
    for (one, other), weight in graph.weights.items():
        if one != other:
            near[one][other] = near[other][one] = weight
    bound = bindings(scan, guessed=wanted.guessed)
    trees = forest(bound, settings.prices, scan.foreign_keys)
    bare = tuple(edge for edge in bound if is_bare(edge))
    rooted = (
        forest([edge for edge in bound if not is_bare(edge)], settings.prices, scan.foreign_keys) if bare else trees
    )
    costs = costs_of(rooted, graph.groups, near, bare, settings.prices.transaction)
    place = {pins.units.index(unit): number for number, unit in enumerate(graph.groups)} if pins.apart else {}
    apart = frozenset((place[one], place[other]) for one, other in pins.apart)
    return Problem(scan, wanted, settings, usage, graph, bound, trees, bare, costs, pins, apart)
