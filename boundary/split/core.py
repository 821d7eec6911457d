"""What glues the monolith together?  The largest must-link group, and the transactions that make it so large.

For each place that opens a transaction, the report says how much smaller the largest group would be without it (and
only it). Exact for every site at once: sites are left out one by one by divide and conquer over a union-find that can
be rolled back, in O(b log s log n) for b bound tables, s sites and n tables.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from boundary.split.causes import Cause, causes
from boundary.split.contract import Bound, bindings, contract_bound, tables_of
from boundary.split.hubs import Hub, hubs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from boundary.model.scan import Scan

Site = tuple[str, int, str]
Hyperedges = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class GluingSite:
    """One place that opens transactions which bind several tables of the largest group.

    `frees` is how many tables smaller the largest group would be if this place alone were relaxed; `tables` are those
    that it binds, `transactions` the ids of its transactions (one per receiver).
    """

    function: str
    file: str
    line: int
    transactions: tuple[str, ...]
    tables: tuple[str, ...]
    frees: int

    def __str__(self) -> str:
        place = f"{self.function} ({self.file}:{self.line})" if self.file else self.function
        return f"{place} binds {len(self.tables)} tables; without it the largest group loses {self.frees}"


@dataclass(frozen=True, slots=True)
class Glue:
    """How far the hard rule alone divides the monolith.

    `largest` is the largest must-link group, `written` the number of tables that any transaction writes or locks,
    `tables` that of all tables, `transactions` and `writing` those of all transactions and of those that bind a table,
    `joining` of those that bind several. `groups` counts the must-link groups among the written tables. `sites` are
    the places that glue the largest group: first those that free most, then those that bind most. `hubs` are the tables
    without which it would fall apart, `causes` what holds it together without code of its own.
    """

    largest: tuple[str, ...]
    tables: int
    written: int
    groups: int
    transactions: int
    writing: int
    joining: int
    sites: tuple[GluingSite, ...]
    hubs: tuple[Hub, ...] = ()
    causes: tuple[Cause, ...] = ()

    @property
    def share_of_written(self) -> float:
        """The largest group's share of the tables that any transaction writes; 0 where none writes."""
        return len(self.largest) / self.written if self.written else 0.0

    @property
    def share_of_all(self) -> float:
        """The largest group's share of all tables."""
        return len(self.largest) / self.tables if self.tables else 0.0


def glue(scan: Scan, *, guessed: bool = True) -> Glue:
    """Measure the largest must-link group of `scan` and rank the places that glue it."""
    bound = bindings(scan, guessed=guessed)
    tables = tables_of(scan)
    written = {table for edge in bound for table in edge.tables}
    groups = [group for group in contract_bound(tables, bound).groups if written.intersection(group)]
    largest = max(groups, key=len, default=())
    second = max((len(group) for group in groups if group is not largest), default=0)
    members = set(largest)
    joining = [edge for edge in bound if len(edge.tables) > 1]
    held = [edge for edge in joining if edge.tables[0] in members]  # what holds the largest group together
    return Glue(
        largest=largest,
        tables=len(tables),
        written=len(written),
        groups=len(groups),
        transactions=len(scan.distinct()),
        writing=len({edge.transaction.id for edge in bound}),
        joining=len({edge.transaction.id for edge in joining}),
        sites=_sites(bound, frozenset(largest)),
        hubs=hubs(held, largest, second),
        causes=causes(held, largest),
    )


def _sites(bound: Iterable[Bound], largest: frozenset[str]) -> tuple[GluingSite, ...]:
    by_site: dict[Site, list[Bound]] = defaultdict(list)
    for edge in bound:
        by_site[edge.transaction.file, edge.transaction.line, edge.transaction.function].append(edge)
    hyperedges = {
        site: frozenset(edge.tables for edge in edges if len(edge.tables) > 1) for site, edges in by_site.items()
    }
    smallest = largest_without_each({site: found for site, found in hyperedges.items() if found})
    found = [
        _site(site, by_site[site], len(largest) - max(smallest[site], 1))
        for site in smallest
        if any(largest.issuperset(edge.tables) for edge in by_site[site] if len(edge.tables) > 1)
    ]
    return tuple(sorted(found, key=lambda site: (-site.frees, -len(site.tables), site.file, site.line, site.function)))


def _site(site: Site, edges: Sequence[Bound], frees: int) -> GluingSite:
    file, line, function = site
    ids = sorted({edge.transaction.id for edge in edges})
    tables = sorted({table for edge in edges for table in edge.tables})
    return GluingSite(function, file, line, tuple(ids), tuple(tables), frees)


def largest_without_each(hyperedges: Mapping[Site, Hyperedges]) -> dict[Site, int]:
    """The size of the largest group (0 without any) when the hyperedges of one site are left out, for every site.

    Divide and conquer: to leave out each site of one half, add the other half once, go on, and roll back.
    """
    sites = sorted(hyperedges)
    sets = UndoableSets()
    found: dict[Site, int] = {}

    def leave_out(start: int, end: int) -> None:
        if end - start == 1:
            found[sites[start]] = sets.largest
            return
        middle = (start + end) // 2
        for half, others in (((start, middle), sites[middle:end]), ((middle, end), sites[start:middle])):
            before = sets.mark()
            for site in others:
                sets.add(hyperedges[site])
            leave_out(*half)
            sets.back_to(before)

    if sites:
        leave_out(0, len(sites))
    return found


class UndoableSets:
    """Disjoint sets that know the size of the largest and can take back what was added; union by size, no halving."""

    def __init__(self) -> None:
        self.largest = 0
        self._parent: dict[str, str] = {}
        self._size: dict[str, int] = {}
        self._done: list[tuple[str, str, int]] = []

    def add(self, hyperedges: Hyperedges) -> None:
        """Union the tables of each hyperedge (of two tables at least)."""
        for tables in hyperedges:
            for other in tables[1:]:
                self._union(self._find(tables[0]), self._find(other))

    def mark(self) -> int:
        """A point to go back to."""
        return len(self._done)

    def back_to(self, mark: int) -> None:
        """Undo everything that was added since `mark`, last first."""
        while len(self._done) > mark:
            gone, kept, self.largest = self._done.pop()
            self._size[kept] -= self._size[gone]
            self._parent[gone] = gone

    def _find(self, table: str) -> str:
        parent = self._parent
        while (above := parent.setdefault(table, table)) != table:
            table = above
        return table

    def _union(self, one: str, other: str) -> None:
        if one == other:
            return
        if self._size.setdefault(one, 1) < self._size.setdefault(other, 1):
            one, other = other, one
        self._done.append((other, one, self.largest))
        self._parent[other] = one
        self._size[one] += self._size[other]
        self.largest = max(self.largest, self._size[one])
