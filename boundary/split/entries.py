"""Which tables, and so which contexts, does each entry point need?  Without what is deferred: that may wait."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from boundary.model.scan import EntryPoint  # noqa: TC001 - the class of a field, which compiled code asks for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from boundary.model.scan import Scan
    from boundary.split.usage import Modules


@dataclass(frozen=True, slots=True)
class Reach:
    """What one entry point comes to: the tables that it reads, and those that it writes or locks.

    `modules` are those that do so, and its own.
    """

    entry: EntryPoint
    reads: frozenset[str]
    writes: frozenset[str]
    modules: frozenset[str] = frozenset()

    @property
    def tables(self) -> frozenset[str]:
        """All of them."""
        return self.reads | self.writes

    def contexts(self, context_of: Mapping[str, int]) -> frozenset[int]:
        """The contexts whose tables it reaches."""
        return frozenset(context_of[table] for table in self.tables if table in context_of)

    def needs(self, context_of: Mapping[str, int], home: Mapping[str, int]) -> frozenset[int]:
        """The contexts without which it does not answer: those of its tables, and those of the code that uses them."""
        return self.contexts(context_of) | {home[module] for module in self.modules if module in home}

    def home(self, context_of: Mapping[str, int]) -> int | None:
        """The context in which it writes most tables, or where it only reads, reads most; None if it needs none."""
        votes = Counter(context_of[table] for table in self.writes or self.reads if table in context_of)
        return min(votes, key=lambda context: (-votes[context], context)) if votes else None


def reaches(scan: Scan, modules: Modules) -> tuple[Reach, ...]:
    """The entry points that come to any table, in the order of the scan.

    A signal's receiver is none: the code that sends the signal calls it, and an entry point calls that.
    """
    return tuple(
        Reach(
            entry,
            frozenset(access.table for access in entry.reaches if not access.binds),
            frozenset(access.table for access in entry.reaches if access.binds),
            frozenset(module for module in _modules(entry, modules) if module is not None),
        )
        for entry in scan.entry_points
        if entry.reaches and entry.kind != "signal"
    )


def _modules(entry: EntryPoint, modules: Modules) -> Iterator[str | None]:
    yield modules.of(entry.function, entry.file)
    yield from (modules.of(access.function, access.file) for access in entry.reaches)
