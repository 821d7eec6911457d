"""What holds tables together?  Sets of tables that one transaction, function, module, package or word has in common.

The kinds are those of `config.Weights`; a set that is seen c times weighs 1 + ln c.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log
from typing import TYPE_CHECKING

from boundary.split.words import packages_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from boundary.model.scan import Scan
    from boundary.split.usage import Usage, Use

Tables = frozenset[str]
Sets = dict[Tables, float]


def by_kind(scan: Scan, usage: Usage) -> dict[str, Sets]:
    """The sets of tables that belong together and their weight, by kind of evidence."""
    uses = usage.uses
    return {
        "written": _weighed(_written(scan, uses)),
        "used": _weighed(_used(scan, uses)),
        "joined": _weighed(Counter(_pairs_of_joins(scan))),
        "referenced": _weighed(Counter(frozenset((key.from_, key.to)) for key in scan.foreign_keys)),
        "modules": _weighed(_owned((use.module, use.table) for use in uses if use.module)),
        "packages": _near(scan),
        "words": _alike(scan),
    }


def _weighed(counts: Mapping[Tables, int]) -> Sets:
    return {tables: 1 + log(count) for tables, count in counts.items() if len(tables) > 1}


def _written(scan: Scan, uses: Iterable[Use]) -> Counter[Tables]:
    found = Counter(transaction.bound_tables for transaction in scan.distinct())
    return found + _owned((use.function, use.table) for use in uses if use.writes and use.function)


def _used(scan: Scan, uses: Iterable[Use]) -> Counter[Tables]:
    found = Counter(
        frozenset(access.table for access in transaction.accesses)
        for transaction in scan.distinct()
        if any(not access.binds for access in transaction.accesses)
    )
    return found + _owned((use.function, use.table) for use in uses if use.function)


def _owned(pairs: Iterable[tuple[str | None, str]]) -> Counter[Tables]:
    """How often each set of tables is all that one owner uses."""
    found: dict[str | None, set[str]] = defaultdict(set)
    for owner, table in pairs:
        found[owner].add(table)
    return Counter(frozenset(tables) for tables in found.values())


def _pairs_of_joins(scan: Scan) -> Iterable[Tables]:
    """The two tables of each join (an end that is not a table is left out later, with all that no group holds)."""
    return (frozenset((coupling.from_, coupling.to)) for coupling in scan.couplings if coupling.kind == "join")


def _near(scan: Scan) -> Sets:
    """The tables under each package and each schema; a deeper package is a subset, so what is nearer counts more."""
    found: dict[str, set[str]] = defaultdict(set)
    for table in scan.tables:
        for package in packages_of(table):
            found[package].add(table.name)
        if table.schema:
            found[f"schema {table.schema}"].add(table.name)
    everything = {table.name for table in scan.tables}
    return {frozenset(tables): 1.0 for tables in found.values() if 1 < len(tables) < len(everything)}


def _alike(scan: Scan) -> Sets:
    """Tables whose names share a word: a rare word counts more, one that half of the names have counts nothing."""
    tables = {table.name for table in scan.tables}
    owners: dict[str, set[str]] = defaultdict(set)
    for table in tables:
        for word in words_of(table):
            owners[word].add(table)
    return {
        frozenset(named): log(len(tables) / len(named))
        for named in owners.values()
        if len(named) > 1 and 2 * len(named) <= len(tables)
    }
