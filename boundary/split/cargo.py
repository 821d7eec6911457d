"""The metrics that CARGO is published with: coupling, cohesion, transactional purity.

Nitin et al., "CARGO: AI-guided dependency analysis for migrating monolithic applications to microservices
architecture", ASE 2022.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import fsum, log2
from typing import TYPE_CHECKING

from boundary.split.mono2micro import entropy
from boundary.split.relations import external

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from boundary.split.entries import Reach
    from boundary.split.relations import Placed


def coupling(placed: Placed) -> float:
    """w(cross) / w(all): the weight of relations that leave a context, over all; lower is better. 0 without any."""
    cross = sum(placed.across.values())
    total = cross + sum(placed.within(index) for index in range(len(placed.sizes)))
    return cross / total if total else 0.0


def cohesion(placed: Placed, home: Mapping[str, int]) -> float:
    """mean_i 2 w_in / (2 w_in + w_ext); higher is better. A context without relations counts 0."""
    leaving = external(placed, home)
    shares = []
    for index in range(len(placed.sizes)):
        twice = 2 * placed.within(index)
        shares.append(twice / (twice + leaving[index]) if twice else 0.0)
    return fsum(shares) / len(shares)


def transactional_purity(reached: Iterable[Reach], context_of: Mapping[str, int], contexts: int) -> float:
    """1 - mean over tables of the entropy of the contexts of the entry points that touch it; higher is better.

    The entropy is in units of log K, so the purity is between 0 and 1. An entry point counts for the context that it
    is at home in. It does not look at transactions: for comparison only. 1 for one context or without entry points.
    """
    users: dict[str, Counter[int]] = defaultdict(Counter)
    for reach in reached:
        home = reach.home(context_of)
        if home is not None:
            for table in reach.tables:
                users[table][home] += 1
    if contexts == 1 or not users:
        return 1.0
    return 1 - fsum(entropy(counts.values()) for _, counts in sorted(users.items())) / (len(users) * log2(contexts))
