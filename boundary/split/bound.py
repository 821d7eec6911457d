"""What does a division cost at least?  A bound that needs no solver.

Every divided transaction must pay for some of its own seams. A seam's price is handed out once: a transaction in turn
takes from the seams that it passes as much as would make it whole most cheaply if that were all they cost, and what it
took is gone for those after it. What was taken in all is a bound, by duality (the primal-dual method for hitting sets:
Bar-Yehuda and Even 1981).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boundary.split.costs import Costs


def lower_bound(costs: Costs, homes: Sequence[int]) -> float:
    """No set of seams that makes every part whole under `homes` costs less; linear in ways that it looks at."""
    left = list(costs.price)
    below: list[list[tuple[int, int]]] = [[] for _ in range(costs.parts)]
    for link, parents in enumerate(costs.parents):
        for parent in parents:
            below[parent - costs.units].append((costs.seam_of[link], costs.child[link]))
    paid = 0
    for part in range(costs.parts):  # those that are called first: what they pay is what all their callers share
        while conflict := _conflict(costs, homes, below, left, part):
            least = min(left[seam] for seam in conflict)
            paid += least
            for seam in conflict:
                left[seam] -= least
    return float(paid)


def _conflict(
    costs: Costs, homes: Sequence[int], below: Sequence[Sequence[tuple[int, int]]], left: Sequence[int], part: int
) -> set[int]:
    """The seams on two ways from a part to different contexts on which every seam still has a price; empty if none."""
    first: tuple[int, set[int]] | None = None
    seen: dict[int, set[int]] = {}
    stack: list[tuple[int, tuple[int, ...]]] = [(costs.units + part, ())]
    while stack:
        here, passed = stack.pop()
        if here < costs.units:
            if first is None:
                first = homes[here], set(passed)
            elif homes[here] != first[0]:
                return first[1] | set(passed)
            continue
        for seam, child in below[here - costs.units]:
            if left[seam] and child not in seen:
                if child >= costs.units:
                    seen[child] = set()
                stack.append((child, (*passed, seam)))
    return set()
