"""Which tables hold the core together?  Those without whose writes it would fall apart.

An audit log that is written whenever a row is saved glues every transaction to every other, and no place alone is to
blame for it. Such a table is a cut vertex of the graph of tables and transactions: for every table at once, what would
be left without it is found by one depth-first search (Hopcroft and Tarjan, CACM 16(6), 1973), linear in the bound
accesses. Several such tables hide one another: see `causes`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from boundary.split.contract import Bound


@dataclass(frozen=True, slots=True)
class Hub:
    """A table of the largest group that `transactions` (so many) bind together with others.

    `frees` is how many tables smaller the largest group would be if what is written to this one alone committed by
    itself, the table itself among them. `libraries` are the packages that write to it unasked, in `unasked` of the
    transactions with nobody else doing so.
    """

    table: str
    transactions: int
    frees: int
    libraries: tuple[str, ...] = ()
    unasked: int = 0

    def __str__(self) -> str:
        count = f"{self.transactions} transactions"
        return f"{self.table} is written by {count}; without it the largest group loses {self.frees}"


def hubs(held: Sequence[Bound], largest: Sequence[str], second: int) -> tuple[Hub, ...]:
    """The tables without which the `largest` group would lose more than them, first those without which it loses most.

    `held` are the transactions that hold it together, `second` is the size of the next largest group.
    """
    left = largest_without_each_table({edge.tables for edge in held})
    frees = {table: len(largest) - max(size, second, 1) for table, size in left.items()}
    of_table = defaultdict(list)
    for edge in held:
        for table in edge.tables:
            if frees[table] > 1:
                of_table[table].append(edge)
    found = [_hub(table, edges, frees[table]) for table, edges in of_table.items()]
    return tuple(sorted(found, key=lambda hub: (-hub.frees, -hub.transactions, hub.table)))


def _hub(table: str, edges: Iterable[Bound], frees: int) -> Hub:
    writers: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        writers[edge.transaction.id].update(access.library or "" for access in edge.accesses if access.table == table)
    libraries = sorted(set().union(*writers.values()) - {""})
    return Hub(table, len(writers), frees, tuple(libraries), sum("" not in found for found in writers.values()))


def largest_without_each_table(hyperedges: Iterable[tuple[str, ...]]) -> dict[str, int]:
    """For each table of one connected group, the size of the largest group that is left without it."""
    neighbours: dict[str | int, list[str | int]] = defaultdict(list)
    for number, tables in enumerate(sorted(hyperedges)):
        for table in tables:
            neighbours[table].append(number)
            neighbours[number].append(table)
    total = sum(isinstance(node, str) for node in neighbours)
    cut_off: dict[str, list[int]] = {node: [] for node in neighbours if isinstance(node, str)}
    start = min(cut_off, default=None)
    if start is None:
        return {}
    order: dict[str | int, int] = {start: 0}
    low: dict[str | int, int] = {start: 0}
    size: dict[str | int, int] = {start: 1}
    stack: list[tuple[str | int, str | int | None, int]] = [(start, None, 0)]
    while stack:  # recursion, spelled out: a chain of transactions may be deeper than Python's stack
        node, parent, position = stack.pop()
        if position < len(neighbours[node]):
            stack.append((node, parent, position + 1))
            other = neighbours[node][position]
            if other not in order:
                order[other] = low[other] = len(order)
                size[other] = int(isinstance(other, str))
                stack.append((other, node, 0))
            elif other != parent:
                low[node] = min(low[node], order[other])
        elif parent is not None:
            size[parent] += size[node]
            low[parent] = min(low[parent], low[node])
            if isinstance(parent, str) and low[node] >= order[parent]:
                cut_off[parent].append(size[node])
    return {table: max(*pieces, total - 1 - sum(pieces), 0) for table, pieces in cut_off.items()}
