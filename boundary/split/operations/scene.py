"""What do all questions look at?  A scan under a split: where tables and modules live, who reads and writes what."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from boundary.model.operations import Evidence
from boundary.split.usage import usage_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from boundary.config import Settings
    from boundary.model.scan import Access, EntryPoint, Scan, Split
    from boundary.split.joins import Join
    from boundary.split.usage import Usage


@dataclass(frozen=True)
class Scene:
    """A scan and a split of it; what several questions need is gathered once. `settings` say what seams cost."""

    scan: Scan
    split: Split
    settings: Settings | None = None

    @cached_property
    def usage(self) -> Usage:
        """Accesses, relations, what entry points reach, joins."""
        return usage_of(self.scan)

    @cached_property
    def context_of(self) -> Mapping[str, str]:
        """The context of each table."""
        return {table: context.name for context in self.split.contexts for table in context.tables}

    @cached_property
    def home(self) -> Mapping[str, str]:
        """The context of each module that has one."""
        return {module: context.name for context in self.split.contexts for module in context.modules}

    @cached_property
    def accesses(self) -> tuple[Access, ...]:
        """Every access of the code once a place, in order."""
        found: dict[tuple[str, str, str, int, str], Access] = {}
        for access in self._all():
            found.setdefault((access.table, access.op, access.file, access.line, access.function), access)
        return tuple(found[key] for key in sorted(found, key=lambda key: (key[2], key[3], key[0], key[1], key[4])))

    @cached_property
    def by_table(self) -> Mapping[str, list[Access]]:
        """The accesses of each table."""
        found: dict[str, list[Access]] = defaultdict(list)
        for access in self.accesses:
            found[access.table].append(access)
        return found

    @cached_property
    def by_framework(self) -> frozenset[tuple[str, int]]:
        """The lines of classes that an admin runs: what happens there is a framework's doing, and much of the same."""
        return frozenset((entry.file, entry.line) for entry in self.scan.entry_points if entry.kind == "admin")

    def ranked(self, accesses: Iterable[Access]) -> list[Access]:
        """Accesses one a line and table, those that the project's own code makes first."""
        first: dict[tuple[str, int, str], Access] = {}
        for access in accesses:
            first.setdefault((access.file, access.line, access.table), access)
        return sorted(
            first.values(),
            key=lambda one: ((one.file, one.line) in self.by_framework, one.file, one.line, one.table),
        )

    def framework_last(self, one: Join) -> tuple[bool, str, int]:
        """A key that sorts joins by place, those of an admin last."""
        return (one.file, one.line) in self.by_framework, one.file, one.line

    def reader(self, access: Access) -> str | None:
        """The context of the module that makes an access."""
        return self.home.get(self.usage.modules.of(access.function, access.file) or "")

    def contexts(self, tables: Iterable[str]) -> tuple[str, ...]:
        """The contexts of some tables, in the order of the split."""
        held = {self.context_of[table] for table in tables if table in self.context_of}
        return tuple(context.name for context in self.split.contexts if context.name in held)

    def _all(self) -> Iterator[Access]:
        yield from self.scan.accesses
        for transaction in self.scan.distinct():
            yield from transaction.accesses


def shown(access: Access) -> Evidence:
    """An access as evidence."""
    return Evidence(access.file, access.line, access.function, f"{access.op} {access.table}")


def turn(entry: EntryPoint) -> int:
    """When an entry point's turn to be told is: what users wait for first, then what runs by itself, an admin last."""
    return {"admin": 3, "command": 2, "task": 1}.get(entry.kind, 0)


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 table`, `2 tables`."""
    return f"{number} {one if number == 1 else many or one + 's'}"
