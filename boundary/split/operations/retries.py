"""Which writes after commit are not safe to do twice?  What runs from a queue or an outbox is delivered at least once.

Looked at are tasks, what runs after a commit, and what the seams of the split take out of their transactions. A write
is safe when it looks for its row first (`get_or_create`, an upsert) or is a deletion or a plain update; not safe is an
insert without a key, and an update that computes with the row's own value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.model.operations import Answer, Evidence, Line
from boundary.split.operations.scene import counted, shown
from boundary.split.relaxing import last_passed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.model.scan import Access
    from boundary.split.operations.scene import Scene


def retries(scene: Scene) -> Answer:
    """Per deferred function or seam, the writes that a second run would repeat; most of them first."""
    found: dict[str, tuple[str, Evidence, set[Access]]] = {}
    for subject, words, place, accesses in _after_commit(scene):
        unsafe = {access for access in accesses if repeats(access)}
        if unsafe:
            found.setdefault(subject, (words, place, set()))[2].update(unsafe)
    named = {access for subject, (*_, held) in found.items() if "<lambda>" not in subject for access in held}
    lines = []
    for subject, (words, place, accesses) in found.items():
        if "<lambda>" in subject and accesses <= named:
            continue  # it hands on to a function that is told by its name
        ranked = sorted(accesses, key=lambda access: (access.file, access.line, access.table))
        tables = sorted({access.table for access in ranked})
        told = f"{words}; a second run would repeat {counted(len(tables), 'write')}: {', '.join(tables)}"
        lines.append(Line(subject, told, scene.contexts(tables), (place, *map(shown, _nearest(ranked)))))
    lines.sort(key=lambda line: (-len(line.evidence), line.subject))
    summary = f"{counted(len(lines), 'function')} that run after a commit, or would, write what a retry repeats."
    return Answer("Writes after commit that a retry would repeat", summary, tuple(lines))


def repeats(access: Access) -> bool:
    """Whether doing this twice is not the same as doing it once; a relation's `add` knows the rows that it has."""
    if access.op == "insert" and access.because != "m2m":
        return access.rule != "upsert"
    return access.op == "update" and access.rule == "increment"


def _after_commit(scene: Scene) -> Iterator[tuple[str, str, Evidence, Iterable[Access]]]:
    for entry in scene.scan.entry_points:
        if entry.kind == "task":
            yield entry.function, "a task", Evidence(entry.file, entry.line, entry.function, "task"), entry.reaches
    for one in scene.scan.deferred:
        yield one.calls, "deferred", Evidence(one.file, one.line, one.function, "deferred here"), one.reaches
    yield from _behind_seams(scene)


def _behind_seams(scene: Scene) -> Iterator[tuple[str, str, Evidence, Iterable[Access]]]:
    """What each seam of the split takes out of its transactions."""
    relaxed = {one.seam: one for one in scene.split.relaxed}
    behind: dict[object, set[Access]] = {}
    for transaction in scene.scan.distinct():
        for access in transaction.accesses:
            seam = last_passed(transaction, access, relaxed) if access.binds else None
            if seam is not None:
                behind.setdefault(seam, set()).add(access)
    for seam, one in relaxed.items():
        place = Evidence(seam.file, seam.line, seam.function, f"a seam, {one.remedy}")
        yield seam.calls, f"by {one.remedy} in this split", place, behind.get(seam, ())


def _nearest(accesses: list[Access]) -> list[Access]:
    """One access a table."""
    return list({access.table: access for access in reversed(accesses)}.values())[::-1]
