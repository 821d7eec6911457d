"""Does a split come back with other seeds and less evidence?  The whole of it, and each context by itself.

Communities are looked for at the finest resolution, several times: with other seeds, and with one piece of evidence in
twenty left out. In each of these divisions, a context is made of the communities that have most of their tables in it.
A split that follows the evidence is what they then add up to; one whose boundary goes through what belongs together,
or that hangs on a few pieces of evidence, is not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import fsum
from typing import TYPE_CHECKING

from boundary.split.communities import adjusted_rand_index, fine_divisions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boundary.split.communities import Labels
    from boundary.split.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Stability:
    """`whole` is the mean adjusted Rand index over the tables; `contexts` the mean share of each that comes back.

    That share is the Jaccard index of a context with the communities that make it up.
    """

    whole: float
    contexts: dict[int, float]


class Witnesses:
    """Divisions of the same evidence that splits are held against, made once."""

    def __init__(self, evidence: Evidence, seed: int) -> None:
        self._sizes = evidence.sizes
        self._divisions = fine_divisions(evidence, seed)

    def stability(self, homes: Sequence[int]) -> Stability:
        """How stable the division is that gives each unit its home."""
        found = [self._put_together(homes, labels) for labels in self._divisions]
        whole = fsum(adjusted_rand_index(tuple(homes), other, self._sizes) for other in found) / len(found)
        contexts = {
            home: fsum(self._overlap(homes, other, home) for other in found) / len(found) for home in sorted(set(homes))
        }
        return Stability(whole, contexts)

    def _put_together(self, homes: Sequence[int], labels: Labels) -> Labels:
        """The communities of one division, each in the context that holds most of its tables."""
        votes: dict[int, Counter[int]] = defaultdict(Counter)
        for home, label, size in zip(homes, labels, self._sizes, strict=True):
            votes[label][home] += size
        most = {label: min(count, key=lambda home: (-count[home], home)) for label, count in votes.items()}
        return tuple(most[label] for label in labels)

    def _overlap(self, homes: Sequence[int], others: Sequence[int], context: int) -> float:
        both = either = 0
        for home, other, size in zip(homes, others, self._sizes, strict=True):
            both += size * (home == context == other)
            either += size * (context in {home, other})
        return both / either
