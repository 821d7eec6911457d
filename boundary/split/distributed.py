"""What do entry points pay for being distributed?  Functionality complexity, and what answers with a context down."""

from __future__ import annotations

from collections import Counter
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
    bit = {table: 1 << number for number, table in enumerate(sorted(context_of))}
    inside: dict[int, int] = {}
    for table, context in context_of.items():
        inside[context] = inside.get(context, 0) | bit[table]
    alike = Counter((_mask(reach.reads, bit), _mask(reach.writes, bit)) for reach in reached)
    contexts = {masks: [each for each in inside.values() if each & (masks[0] | masks[1])] for masks in alike}
    distributed = [(*masks, count) for masks, count in alike.items() if len(contexts[masks]) > 1]
    total = 0
    for reads, writes, count in distributed:
        for tables in contexts[reads, writes]:
            read, written = reads & tables, writes & tables
            conflicts = sum(
                many
                for others_reads, others_writes, many in distributed
                if read & others_writes or written & others_reads
            )
            itself = bool(read & writes or written & reads)
            total += count * (conflicts - itself)
    return total / len(reached) if reached else 0.0


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


def _mask(tables: frozenset[str], bit: Mapping[str, int]) -> int:
    return sum(bit.get(table, 0) for table in tables)
