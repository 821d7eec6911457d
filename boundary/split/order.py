"""In which order are seams to be relaxed?  First the one that frees most for its price, then again on what is left.

A transaction that needs several seams gives each of them its share of the credit: the fewer are missing, the more a
seam is worth.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from boundary.model.scan import Relaxed
from boundary.split.prices import REMEDIES
from boundary.split.seams import WHOLE, place_of, relaxed_seams

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from boundary.model.scan import Seam
    from boundary.split.problem import Problem


def in_order(problem: Problem, seams: Collection[Seam], cut: Collection[str]) -> tuple[Relaxed, ...]:
    """The seams with what they cost and which of the `cut` transactions (by id) they help to free, in order."""
    found = [*relaxed_seams(problem.trees, seams, cut), *_whole(problem, seams)]
    waiting = {one.seam: one for one in sorted(found, key=lambda one: place_of(one.seam))}
    missing: dict[str, set[Seam]] = defaultdict(set)
    for one in waiting.values():
        for name in one.frees:
            missing[name].add(one.seam)
    credit = {seam: sum(1 / len(missing[name]) for name in one.frees) for seam, one in waiting.items()}
    ordered = []
    while waiting:
        seam = min(waiting, key=lambda each: (-credit[each] / waiting[each].price, place_of(each)))
        one = waiting.pop(seam)
        ordered.append(one)
        for name in one.frees:
            before = len(missing[name])
            missing[name].discard(seam)
            for other in missing[name]:
                credit[other] += 1 / (before - 1) - 1 / before
    return tuple(ordered)


def _whole(problem: Problem, seams: Collection[Seam]) -> Sequence[Relaxed]:
    """The transactions without source that are taken apart as a whole."""
    by_id = {edge.transaction.id: edge for edge in problem.bare}
    price = problem.settings.prices.transaction
    return [
        Relaxed(seam, price, REMEDIES["transaction"], (seam.file,), by_id[seam.file].tables)
        for seam in seams
        if seam.calls == WHOLE
    ]
