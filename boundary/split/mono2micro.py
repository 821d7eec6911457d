"""The metrics that Mono2Micro is published with: SM, ICP, IFN, NED, BCP.

Kalia et al., "Mono2Micro: a practical and effective tool for decomposing monolithic Java applications to
microservices", ESEC/FSE 2021. A class of theirs is a module here, a business use case an entry point.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import fsum, log, log2
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from boundary.split.entries import Reach
    from boundary.split.relations import Placed, Relations

SMALL, LARGE = 5, 20
"""NED: a context of so many modules is neither too small nor too large."""


def structural_modularity(placed: Placed) -> float:
    """SM = (1/K) sum_i mu_i/n_i^2 - (2/(K(K-1))) sum_{i<j} sigma_ij/(n_i n_j); higher is better.

    mu_i are the related pairs of modules inside context i, sigma_ij those between i and j, n_i its modules. A context
    without modules adds nothing; the second sum is 0 for one context.
    """
    count, sizes = len(placed.sizes), placed.sizes
    inside = fsum(mu / size**2 for mu, size in zip(placed.related, sizes, strict=True) if size) / count
    if count == 1:
        return inside
    crossing = fsum(pairs / (sizes[one] * sizes[other]) for (one, other), pairs in placed.between.items())
    return inside - 2 * crossing / (count * (count - 1))


def inter_context_calls(relations: Relations, home: Mapping[str, int]) -> float:
    """ICP = sum over crossing calls of (ln v + 1), over the same sum of all calls; lower is better.

    v is the number of places at which one module calls another. A module of no context calls across. 0 without calls.
    """
    total = fsum(log(places) + 1 for places in relations.calls.values())
    crossing = fsum(
        log(places) + 1
        for (one, other), places in relations.calls.items()
        if home.get(one, one) != home.get(other, other)
    )
    return crossing / total if total else 0.0


def interface_number(placed: Placed) -> float:
    """IFN = (1/K) x the number of pairs of modules that are related across contexts; lower is better."""
    return sum(placed.between.values()) / len(placed.sizes)


def non_extreme_distribution(placed: Placed) -> float:
    """NED = 1 - (sum of n_i with 5 <= n_i <= 20) / (sum of n_i); lower is better. 1 without modules."""
    total = sum(placed.sizes)
    return 1 - sum(size for size in placed.sizes if SMALL <= size <= LARGE) / total if total else 1.0


def business_context_purity(reached: Iterable[Reach], context_of: Mapping[str, int], contexts: int) -> float:
    """BCP = (1/K) sum_i -sum_e p_ie log2 p_ie; lower is better.

    p_ie is the share of entry point e in the tables of context i that entry points reach, each counted once for every
    entry point that reaches it. In bits; a context that one entry point reaches, or none, adds 0.
    """
    used: dict[int, Counter[int]] = defaultdict(Counter)
    for number, reach in enumerate(reached):
        for table in reach.tables:
            if table in context_of:
                used[context_of[table]][number] += 1
    return fsum(entropy(counts.values()) for counts in used.values()) / contexts


def entropy(counts: Iterable[int]) -> float:
    """Shannon's entropy of a distribution that is given by counts, in bits."""
    held = list(counts)
    total = sum(held)
    return fsum(-count / total * log2(count / total) for count in held if count)
