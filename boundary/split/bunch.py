"""The metric that Bunch is published with: TurboMQ.

Mitchell and Mancoridis, "On the automatic modularization of software systems using the Bunch tool", IEEE TSE 2006.
"""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

from boundary.split.relations import external

if TYPE_CHECKING:
    from collections.abc import Mapping

    from boundary.split.relations import Placed


def turbo_mq(placed: Placed, home: Mapping[str, int]) -> float:
    """TurboMQ = sum_i 2 mu_i / (2 mu_i + eps_i); higher is better, at most the number of contexts.

    mu_i is the weight of the relations inside context i, eps_i that of those that leave it.
    """
    leaving = external(placed, home)
    twice = [2 * placed.within(index) for index in range(len(placed.sizes))]
    return fsum(inside / (inside + leaving[index]) for index, inside in enumerate(twice) if inside)
