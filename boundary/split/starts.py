"""Where does the search begin?  Divisions by random contraction: what one transaction ties is put together first.

Clusters grow along randomly drawn edges and evidence until few are left (coarsening), are packed into contexts, and
that is refined. Many different starts matter more than a good one.

References: Karger 1993 (random contraction); Karypis et al. 1997 (multi-level hypergraph partitioning).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.split.division import Division

if TYPE_CHECKING:
    from random import Random

    from boundary.split.costs import Costs
    from boundary.split.division import Limits
    from boundary.split.refine import Aim


def clusters(costs: Costs, count: int, largest: int, draw: Random) -> list[int]:
    """The cluster of each unit, after random contraction down to about `count` clusters of at most `largest` tables."""
    drawn = [(draw.random() ** (1 / price), edge) for edge, price in zip(costs.edges, costs.edge_price, strict=True)]
    total = sum(sum(near.values()) for near in costs.near) or 1
    scale = (sum(costs.edge_price) or sum(costs.price) or 1) / total
    drawn += [
        (draw.random() ** (1 / max(weight * scale, 1e-9)), (unit, other))
        for unit, near in enumerate(costs.near)
        for other, weight in near.items()
        if unit < other
    ]
    drawn.sort(reverse=True)
    home = list(range(costs.units))
    size = list(costs.sizes)

    def top(unit: int) -> int:
        while home[unit] != unit:
            home[unit] = home[home[unit]]
            unit = home[unit]
        return unit

    left = costs.units
    for _, edge in drawn:
        if left <= count:
            break
        tops = sorted({top(unit) for unit in edge})
        if len(tops) > 1 and sum(size[each] for each in tops) <= largest:
            for each in tops[1:]:
                home[each] = tops[0]
                size[tops[0]] += size[each]
            left -= len(tops) - 1
    number: dict[int, int] = {}
    return [number.setdefault(top(unit), len(number)) for unit in range(costs.units)]


def packed(costs: Costs, contexts: int, limits: Limits, aim: Aim, draw: Random) -> Division:
    """Every unit, the largest first, into the context where it costs least for the room that is there."""
    order = sorted(range(costs.units), key=lambda unit: (-costs.sizes[unit], draw.random()))
    homes = [0] * costs.units
    size = [0] * (contexts + 1)
    pull: list[list[float]] = [[0.0] * (contexts + 1) for _ in range(costs.units)]
    edges_of: list[list[int]] = [[] for _ in range(costs.units)]
    for edge, units in enumerate(costs.edges):
        for unit in units:
            edges_of[unit].append(edge)
    fill = sum(costs.sizes) / contexts
    for unit in order:
        best = max(
            range(1, contexts + 1),
            key=lambda context: (
                size[context] + costs.sizes[unit] <= limits.largest,
                pull[unit][context] - (size[context] / fill) * (1 + draw.random()) * max(1.0, *pull[unit]),
                -size[context],
            ),
        )
        homes[unit] = best
        size[best] += costs.sizes[unit]
        for edge in edges_of[unit]:
            pins = costs.edges[edge]
            for other in pins:
                pull[other][best] += aim.price * costs.edge_price[edge] / (len(pins) - 1)
        for other, weight in costs.near[unit].items():
            pull[other][best] += aim.cohesion * weight
    for context in range(1, contexts + 1):  # none stays empty
        if context not in homes:
            largest = max(range(1, contexts + 1), key=lambda each: (homes.count(each), -each))
            homes[next(unit for unit in reversed(order) if homes[unit] == largest)] = context
    return Division(costs, homes, contexts, limits)
