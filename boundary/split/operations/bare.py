"""Which contexts are a bare repository around one table?  Such a service is only a network hop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.model.operations import Answer, Line
from boundary.model.scan import Access
from boundary.split.operations.scene import counted, shown

if TYPE_CHECKING:
    from boundary.model.operations import Evidence
    from boundary.model.scan import Context
    from boundary.split.operations.scene import Scene

FEW = 2
"""A context of so many tables at most may be a bare repository."""


def bare(scene: Scene) -> Answer:
    """Contexts of one or two tables without an entry point of their own, or that others use more than they do."""
    lines = []
    for context in scene.split.contexts:
        own, foreign = 0, list[Access]()
        for table in context.tables:
            for access in scene.by_table.get(table, ()):
                if scene.reader(access) == context.name:
                    own += 1
                else:
                    foreign.append(access)
        if not 0 < len(context.tables) <= FEW or (context.entry_points and own >= len(foreign)):
            continue
        lines.append(_line(context, own, [shown(access) for access in foreign]))
    lines.sort(key=lambda line: (-len(line.evidence), line.subject))
    summary = f"{len(lines)} of {len(scene.split.contexts)} contexts hold one or two tables that others work with."
    return Answer("Contexts that are a bare repository", summary, tuple(lines))


def _line(context: Context, own: int, foreign: list[Evidence]) -> Line:
    entries = counted(len(context.entry_points), "entry point") if context.entry_points else "no entry point"
    used = f"{counted(own, 'access', 'accesses')} of its own and {len(foreign)} of others"
    words = f"{', '.join(context.tables)}; {entries}, {used}"
    return Line(context.name, words, (context.name,), tuple(foreign))
