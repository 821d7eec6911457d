"""What do entry points pay for being distributed?  Functionality complexity, and what answers with a context down."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import fsum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from boundary.split.entries import Reach


def functionality_complexity(reached: Sequence[Reach], context_of: Mapping[str, int]) -> float:
    """The mean complexity of an entry point; lower is better, 0 where each stays in one context.

    0 for an entry point in one context, else the sum over its local transactions of the number of other distributed
    entry points that access one of the same tables in a conflicting mode (one reads what the other writes). A local
    transaction is what it does in one context: the order in which it does so is not known. After Santos and Rito
    Silva, "A complexity metric for microservices architecture migration", ICSA 2020.
    """
    known = frozenset(context_of)
    alike = Counter((reach.reads & known, reach.writes & known) for reach in reached)  # each kind is looked at once
    distributed = [
        (*tables, count)
        for tables, count in alike.items()
        if len({context_of[table] for table in tables[0] | tables[1]}) > 1
    ]
    readers = _by_table([reads for reads, _, _ in distributed])
    writers = _by_table([writes for _, writes, _ in distributed])
    planes = _planes([count for _, _, count in distributed])
    total = 0
    for number, (reads, writes, count) in enumerate(distributed):
        conflicting: dict[int, int] = defaultdict(int)  # by the context of the local transaction, a bit for each kind
        for table in reads:
            conflicting[context_of[table]] |= writers.get(table, 0)
        for table in writes:
            conflicting[context_of[table]] |= readers.get(table, 0)
        for others in conflicting.values():
            many = sum((others & plane).bit_count() << place for place, plane in enumerate(planes))
            total += count * (many - (others >> number & 1))  # but for itself
    return total / len(reached) if reached else 0.0


def _by_table(sets: Sequence[frozenset[str]]) -> dict[str, int]:
    """For each table the sets that it is in, a bit for each by its position."""
    found: dict[str, int] = defaultdict(int)
    for number, tables in enumerate(sets):
        for table in tables:
            found[table] |= 1 << number
    return found


def _planes(counts: Sequence[int]) -> list[int]:
    """For each binary digit of the counts the numbers that have it, so that a sum over some counts is a few of bits."""
    planes = [0] * max((count.bit_length() for count in counts), default=0)
    for number, count in enumerate(counts):
        for place in range(count.bit_length()):
            planes[place] |= (count >> place & 1) << number
    return planes


def availability(
    reached: Sequence[Reach], context_of: Mapping[str, int], home: Mapping[str, int], contexts: int
) -> float:
    """The share of entry points that still answer when one context is down, mean over contexts; higher is better.

    An entry point answers while no context is down that holds a table which it reaches, or the code that does so; what
    is deferred may wait. Those that reach no table are not counted. 1 without entry points; with one context, 0.
    """
    needed = [reach.needs(context_of, home) for reach in reached]
    if not needed:
        return 1.0
    return fsum(sum(down not in each for each in needed) / len(needed) for down in range(contexts)) / contexts
