"""Which tables does one query join?  From the joins that the document lists, and from lookups that follow relations."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from boundary.model.scan import Access, Scan

JOINING = frozenset({"join", "sql"})
"""The rules of accesses that are parts of a query over several tables."""

GENERIC = 6
"""A line that joins more pairs of tables than this serves many queries: pagination, a generic view, an admin."""


class Join(NamedTuple):
    """One query at `file:line` of `function` that joins two tables, in alphabetical order."""

    left: str
    right: str
    file: str
    line: int
    function: str

    def __str__(self) -> str:
        return f"{self.left} with {self.right} at {self.file}:{self.line}"


def joins_of(scan: Scan) -> tuple[Join, ...]:
    """All joins, sorted, each pair of tables once a line: those that the document lists, or else what accesses tell.

    The tables of one SQL statement are joined along its foreign keys, or if it has two, with one another.
    A table that a lookup joins (rule "join") is taken to be joined with those of the same line that a foreign key
    ties it to; where there is none, with what the line reads otherwise, if that is one table. A query that is built at
    one line and run at a generic one counts where it is built.
    """
    found = {
        Join(min(one.from_, one.to), max(one.from_, one.to), one.file, one.line, one.function)
        for one in scan.couplings
        if one.kind == "join"
    }
    return tuple(sorted(_specific(found or _of_accesses(scan))))


def _of_accesses(scan: Scan) -> set[Join]:
    """The joins of a document that lists none."""
    tied: dict[str, set[str]] = defaultdict(set)
    for key in scan.foreign_keys:
        tied[key.from_].add(key.to)
        tied[key.to].add(key.from_)
    first: dict[tuple[str, str, str, int], str] = {}
    for (file, line, function), accesses in sorted(_by_place(scan).items()):
        for left, right in _pairs(accesses, tied):
            first.setdefault((left, right, file, line), function)
    return {Join(*key, function) for key, function in first.items()}


def _specific(joins: Iterable[Join]) -> Iterator[Join]:
    """The joins without those of generic lines, where a more specific line has the same pair."""
    held = sorted(joins)
    width = Counter((join.file, join.line) for join in held)
    places: dict[tuple[str, str], list[Join]] = defaultdict(list)
    for join in held:
        places[join.left, join.right].append(join)
    for same in places.values():
        narrow = [join for join in same if width[join.file, join.line] <= GENERIC]
        yield from narrow or [min(same, key=lambda join: (width[join.file, join.line], join))]


def _by_place(scan: Scan) -> Mapping[tuple[str, int, str], set[tuple[str, bool]]]:
    """The tables that each line of a function accesses, and whether by a join."""
    found: dict[tuple[str, int, str], set[tuple[str, bool]]] = defaultdict(set)
    for access in _accesses(scan):
        if access.file:
            found[access.file, access.line, access.function].add((access.table, access.rule in JOINING))
    return found


def _accesses(scan: Scan) -> Iterator[Access]:
    yield from scan.accesses
    for transaction in scan.transactions:
        yield from transaction.accesses


def _pairs(accesses: Iterable[tuple[str, bool]], tied: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    tables = {table for table, _ in accesses}
    bases = {table for table, joined in accesses if not joined}
    for table, joined in accesses:
        if joined:
            alone = bases if len(bases) == 1 else tables if len(tables) == 2 else set()  # noqa: PLR2004 - a pair
            near = (tied.get(table, set()) & tables) or alone
            yield from ((min(table, other), max(table, other)) for other in near if other != table)
