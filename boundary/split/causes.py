"""What would be left of the core without what nobody wrote out?  Libraries that write unasked, deletions that cascade.

A log of the admin, versions of rows and a search index glue together what has nothing to do with one another, and so
does a row at which everything points once it is deleted. Each hides the other, as several such tables do, so they are
left out as a kind: first each, then all of them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from boundary.split.contract import UnionFind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from boundary.model.scan import Access
    from boundary.split.contract import Bound

KINDS: tuple[tuple[str, Callable[[Access], bool]], ...] = (
    ("what libraries write unasked", lambda access: bool(access.library)),
    ("what deletions cascade to", lambda access: access.because == "cascade"),
)


@dataclass(frozen=True, slots=True)
class Cause:
    """One kind of access, in words, by which so many `transactions` bind `tables` of the largest group.

    `largest` is the size of the largest group that would be left of it if all of that committed by itself.
    """

    words: str
    tables: tuple[str, ...]
    transactions: int
    largest: int

    def __str__(self) -> str:
        return f"without {self.words} the largest group has {self.largest} tables"


def causes(held: Sequence[Bound], largest: Sequence[str]) -> tuple[Cause, ...]:
    """The kinds of access that hold the `largest` group together without code of its own, all of them together last.

    `held` are the transactions that hold it together.
    """
    found = [(words, cause) for words, is_one in KINDS if (cause := _without(held, largest, words, is_one))]
    alone = [cause for _, cause in found]
    if len(found) < 2:  # noqa: PLR2004 - several
        return tuple(alone)
    together = _without(
        held, largest, " and ".join(words for words, _ in found), lambda one: any(is_one(one) for _, is_one in KINDS)
    )
    return (*alone, together) if together else tuple(alone)


def _without(
    held: Sequence[Bound], largest: Sequence[str], words: str, is_one: Callable[[Access], bool]
) -> Cause | None:
    """What is left without a kind of access; None where there is no such access that matters."""
    sets, gone, transactions = UnionFind(largest), set[str](), set[str]()
    for edge in held:
        left = sorted({access.table for access in edge.accesses if not is_one(access)})
        for other in left[1:]:
            sets.union(left[0], other)
        if len(left) < len(edge.tables):
            gone.update(set(edge.tables).difference(left))
            transactions.add(edge.transaction.id)
    if not gone:
        return None
    return Cause(words, tuple(sorted(gone)), len(transactions), max(Counter(map(sets.find, largest)).values()))
