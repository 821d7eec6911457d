"""Which seams must be relaxed for a division that somebody gives?  The cheapest that can be found for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from boundary.split.costs import costs_of
from boundary.split.pricing import cheapest_seams

if TYPE_CHECKING:
    from boundary.model.scan import Seam
    from boundary.split.seams import Forest

Tables = frozenset[str]


@dataclass(frozen=True, slots=True)
class Point:
    """A division of the tables, the seams that it needs relaxed, and their price together."""

    contexts: tuple[Tables, ...]
    seams: frozenset[Seam]
    price: float


def seams_of_division(contexts: tuple[Tables, ...], trees: Forest) -> Point:
    """The seams that a division needs relaxed: exactly the cheapest where the solver is there (see `pricing`)."""
    units = tuple(tuple(sorted(tables)) for tables in contexts)
    costs = costs_of(trees, units, [{} for _ in units])
    seams, price, _ = cheapest_seams(costs, range(1, len(units) + 1))
    return Point(contexts, frozenset(costs.seams[seam] for seam in seams), float(price))
