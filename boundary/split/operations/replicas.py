"""Which tables are read across a boundary and rarely written?  Candidates for a replica or a cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.model.operations import Answer, Line
from boundary.split.operations.scene import counted, shown

if TYPE_CHECKING:
    from boundary.model.scan import Access
    from boundary.split.operations.scene import Scene

RARELY = 3
"""A table is rarely written when it is read in so many times more places from elsewhere than it is written in."""


def replicas(scene: Scene) -> Answer:
    """Tables that other contexts read in at least three times as many places as anything writes them, most read first.

    Writes that are a cascade's or the table's own rows of a link are counted like any other. A read in a line that
    writes the table too, or that a cascade makes to find what it deletes, is part of the write: a copy would not help.
    """
    lines = []
    remote = 0
    for table, accesses in scene.by_table.items():
        written = _places([access for access in accesses if access.binds])
        abroad = [
            access
            for access in accesses
            if not access.binds
            and access.because != "cascade"
            and (access.file, access.line) not in written
            and scene.reader(access) not in (None, scene.context_of.get(table))
        ]
        remote += bool(abroad)
        writes = [access for access in accesses if access.binds and access.because != "cascade"]
        if abroad and len(_places(abroad)) >= RARELY * len(_places(writes)):
            lines.append(_line(scene, table, abroad, writes))
    lines.sort(key=lambda each: (-each[0], -len(each[1].evidence), each[1].subject))
    often = f"{len(lines)} of them in {RARELY} times as many places as they are written in, or more"
    summary = f"{counted(remote, 'table')} are read from other contexts; {often}."
    return Answer("Tables read across a boundary and rarely written", summary, tuple(line for _, line in lines))


def _line(scene: Scene, table: str, abroad: list[Access], writes: list[Access]) -> tuple[int, Line]:
    readers = {scene.reader(access) for access in abroad}
    contexts = tuple(context.name for context in scene.split.contexts if context.name in readers)
    never = "written nowhere in the code" if not writes else f"written in {len(_places(writes))}"
    times = counted(len(_places(abroad)), "place")
    words = f"of {scene.context_of.get(table, '?')}, read from elsewhere in {times}, {never}"
    own = _places(abroad) - scene.by_framework
    return len(own), Line(table, words, contexts, tuple(map(shown, [*writes[:2], *scene.ranked(abroad)])))


def _places(accesses: list[Access]) -> set[tuple[str, int]]:
    return {(access.file, access.line) for access in accesses}
