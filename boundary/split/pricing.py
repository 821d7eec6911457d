"""What does this division cost, and which seams does it need?  Exact where the solver is there, else with a bound.

The search keeps homes for the parts of transactions, which always give seams that suffice. They are polished, and with
the extra `exact` an integer program finds the cheapest. Without it the price is the best that was found, and `bound`
comes from transactions of which no two share a seam: each costs at least its own cheapest way to be whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from boundary.model.scan import Seam
from boundary.split import exact
from boundary.split.bound import lower_bound
from boundary.split.division import Division, Limits
from boundary.split.seams import WHOLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boundary.split.contract import Bound
    from boundary.split.costs import Costs
    from boundary.split.problem import Problem


@dataclass(frozen=True, slots=True)
class Priced:
    """The seams to relax, their price together, and what no set of seams can be below."""

    seams: frozenset[Seam]
    price: int
    bound: float

    @property
    def gap(self) -> float:
        """How far the price may be above the lowest, as a share of it; 0 where it is proven to be the lowest."""
        return max(0.0, 1 - self.bound / self.price) if self.price else 0.0


def priced(problem: Problem, homes: Sequence[int]) -> Priced:
    """The seams that a division needs."""
    costs = problem.costs
    bare = frozenset(seam for edge in problem.bare for seam in _of_bare(problem, edge, homes))
    of_bare = sum(problem.trees.price.get(seam, problem.settings.prices.transaction) for seam in bare)
    numbers, price, bound = cheapest_seams(costs, homes)
    return Priced(bare | {costs.seams[number] for number in numbers}, of_bare + price, of_bare + bound)


def cheapest_seams(costs: Costs, homes: Sequence[int]) -> tuple[tuple[int, ...], int, float]:
    """The seams that the units' homes need, by number, their price, and what no set of seams can be below."""
    if not costs.parts:
        return (), 0, 0.0
    division = Division(costs, homes, max(homes), Limits(sum(costs.sizes)))
    division.polish()
    seams, price = tuple(division.seams()), division.price
    best = exact.cheapest(costs, homes) if exact.available() else None
    if best is not None and best.price <= price:
        seams, price = best.seams, best.price
    return seams, price, min(price, best.bound if best is not None else lower_bound(costs, homes))


def _of_bare(problem: Problem, edge: Bound, homes: Sequence[int]) -> list[Seam]:
    """The cheaper of two ways to make a transaction without source whole: access by access, or as a whole."""
    home = {table: homes[unit] for unit, tables in enumerate(problem.costs.tables) for table in tables}
    if len({home[table] for table in edge.tables}) == 1:
        return []
    name = edge.transaction.id
    prices = problem.trees.price
    by_context: dict[int, list[Seam]] = {}
    for access in sorted(edge.accesses, key=lambda each: (each.table, each.op)):
        function = access.function or edge.transaction.function
        seam = Seam(name, access.line, function, f"{access.op} {access.table}")
        by_context.setdefault(home[access.table], []).append(seam)
    worth = {context: sum(prices[seam] for seam in set(seams)) for context, seams in by_context.items()}
    stays = min(worth, key=lambda context: (-worth[context], context))
    if sum(worth.values()) - worth[stays] > problem.settings.prices.transaction:
        return [Seam(name, 0, edge.transaction.function, WHOLE)]
    return [seam for context, seams in by_context.items() if context != stays for seam in dict.fromkeys(seams)]
