"""What goes from one context of a split to another?  Counted by kind, each with the first place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.model.scan import Scan, Split


@dataclass(slots=True)
class Crossing:
    """All that one context does to another: how often it reads, writes, references and imports, and which tables."""

    counts: dict[str, int] = field(default_factory=dict)
    tables: set[str] = field(default_factory=set)

    def __str__(self) -> str:
        return ", ".join(f"{number} {kind if number > 1 else kind[:-1]}" for kind, number in self.counts.items())


KINDS = ("reads", "writes", "foreign keys", "imports", "calls")


def crossings(scan: Scan, split: Split) -> dict[tuple[str, str], Crossing]:
    """From (context, the context that it needs) to what it does there, in the order of the split."""
    order = {context.name: number for number, context in enumerate(split.contexts)}
    found: dict[tuple[str, str], Crossing] = {}
    for kind, one, other, table in sorted(set(_all(scan, split)), key=lambda each: KINDS.index(each[0])):
        crossing = found.setdefault((one, other), Crossing())
        crossing.counts[kind] = crossing.counts.get(kind, 0) + 1
        if kind in {"reads", "writes"}:
            crossing.tables.add(table[0])
    return dict(sorted(found.items(), key=lambda each: (order[each[0][0]], order[each[0][1]])))


def _all(scan: Scan, split: Split) -> Iterator[tuple[str, str, str, tuple[str, str, int]]]:
    """Each place once: the kind, the two contexts, and the table (or module) with its file and line."""
    of_table = {table: context.name for context in split.contexts for table in context.tables}
    of_module = {module: context.name for context in split.contexts for module in context.modules}
    of_file = {module.file: of_module.get(module.name) for module in scan.modules}
    for access in scan.accesses:
        one, other = of_file.get(access.file), of_table.get(access.table)
        if one and other and one != other:
            yield "writes" if access.binds else "reads", one, other, (access.table, access.file, access.line)
    for key in scan.foreign_keys:
        one, other = of_table.get(key.from_), of_table.get(key.to)
        if one and other and one != other:
            yield "foreign keys", one, other, (key.from_, key.column, 0)
    for coupling in scan.couplings:
        if coupling.kind in {"import", "call"}:
            one, other = of_module.get(coupling.from_), of_module.get(coupling.to)
            if one and other and one != other:
                yield f"{coupling.kind}s", one, other, (coupling.from_, coupling.to, coupling.line)
