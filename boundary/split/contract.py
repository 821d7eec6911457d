"""Which tables can no split divide?  Tables that one transaction writes or locks are one group.

A transaction belongs to a database and cannot bind tables of another one, so what it writes is looked at per database
alias. A table that the scan does not declare, or without an alias, counts as living where the transaction does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping  # noqa: TC003 - the class of a field, which compiled code asks for
from dataclasses import dataclass
from typing import TYPE_CHECKING

from boundary.model.scan import Access, Transaction  # noqa: TC001 - the class of a field, which compiled code asks for

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.model.scan import Scan


@dataclass(frozen=True, slots=True)
class Bound:
    """One hyperedge: the accesses by which one transaction binds tables of one database, and those tables, sorted.

    The accesses keep their witnesses (`via`), so that a seam can be found on the way to each of them.
    """

    transaction: Transaction
    tables: tuple[str, ...]
    accesses: tuple[Access, ...]

    def __str__(self) -> str:
        return f"{self.transaction} binds {', '.join(self.tables)}"


@dataclass(frozen=True, slots=True)
class Contraction:
    """The tables in must-link groups, each sorted, the groups in order of their first table."""

    groups: tuple[tuple[str, ...], ...]
    group_of: Mapping[str, int]


class UnionFind:
    """Disjoint sets over hashable items; path halving, union by size."""

    def __init__(self, items: Iterable[str]) -> None:
        self.parent: dict[str, str] = {item: item for item in items}
        self.size: dict[str, int] = dict.fromkeys(self.parent, 1)

    def find(self, item: str) -> str:
        """The representative of the set that holds `item`."""
        parent = self.parent
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def union(self, one: str, other: str) -> None:
        """Make one set of the two that hold `one` and `other`."""
        one, other = self.find(one), self.find(other)
        if one == other:
            return
        if self.size[one] < self.size[other]:
            one, other = other, one
        self.parent[other] = one
        self.size[one] += self.size[other]


def tables_of(scan: Scan) -> tuple[str, ...]:
    """Every table that is declared or accessed, sorted, each name once."""
    names = {table.name for table in scan.tables}
    names.update(access.table for access in scan.accesses)
    for transaction in scan.transactions:
        names.update(access.table for access in transaction.accesses)
    return tuple(sorted(names))


def bindings(scan: Scan, *, guessed: bool = True) -> tuple[Bound, ...]:
    """What each transaction binds, one value per transaction and database, in the order of the scan.

    With `guessed` false, an access that rests on a naming heuristic alone does not bind.
    """
    aliases = _aliases(scan)
    found: list[Bound] = []
    for transaction in scan.distinct():
        places: dict[str | None, list[Access]] = defaultdict(list)
        for access in transaction.accesses:
            if access.binds and (guessed or access.confidence != "guessed"):
                places[_place(aliases.get(access.table), transaction.database)].append(access)
        found += [_bound(transaction, accesses) for accesses in places.values()]
    return tuple(found)


def contract(scan: Scan, *, guessed: bool = True) -> Contraction:
    """Union the tables that any one transaction binds on one database; linear in the accesses."""
    return contract_bound(tables_of(scan), bindings(scan, guessed=guessed))


def contract_bound(tables: Iterable[str], bound: Iterable[Bound]) -> Contraction:
    """The same, for hyperedges that are at hand already (some of them may have been relaxed)."""
    sets = UnionFind(tables)
    for edge in bound:
        for other in edge.tables[1:]:
            sets.union(edge.tables[0], other)
    members: dict[str, list[str]] = defaultdict(list)
    for table in sorted(sets.parent):
        members[sets.find(table)].append(table)
    groups = tuple(sorted(tuple(group) for group in members.values()))
    return Contraction(groups, {table: index for index, group in enumerate(groups) for table in group})


def _bound(transaction: Transaction, accesses: Iterable[Access]) -> Bound:
    return Bound(transaction, tuple(sorted({access.table for access in accesses})), tuple(accesses))


def _aliases(scan: Scan) -> dict[str, frozenset[str | None]]:
    """The database aliases under which each table is declared (one name may be declared in several)."""
    found: dict[str, set[str | None]] = defaultdict(set)
    for table in scan.tables:
        found[table.name].add(table.database)
    return {name: frozenset(aliases) for name, aliases in found.items()}


def _place(aliases: frozenset[str | None] | None, database: str | None) -> str | None:
    """The alias at which a transaction of `database` meets a table that is declared under `aliases`."""
    if not aliases or database is None or None in aliases or database in aliases:
        return database
    return min(alias for alias in aliases if alias is not None)
