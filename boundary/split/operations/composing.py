"""Which entry points compose several contexts?  Candidates for a backend-for-frontend, or a saga where they write."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from boundary.model.operations import Answer, Evidence, Line
from boundary.split.operations.scene import counted, shown, turn

if TYPE_CHECKING:
    from boundary.split.entries import Reach
    from boundary.split.operations.scene import Scene


def composing(scene: Scene) -> Answer:
    """The entry points that need more than one context to answer, what users wait for first, then those that need most.

    Per further context there is one place where it is needed, a write where there is one.
    """
    needs = [(reach, scene.contexts(reach.tables)) for reach in scene.usage.reached]
    several = [(reach, contexts) for reach, contexts in needs if len(contexts) > 1]
    several.sort(key=lambda each: (turn(each[0].entry), -len(each[1]), each[0].entry.file, each[0].entry.line))
    sizes = Counter(len(contexts) for _, contexts in needs)
    told = ", ".join(f"{sizes[size]} need {size}" for size in sorted(sizes))
    writing = sum(len(scene.contexts(reach.writes)) > 1 for reach, _ in several)
    summary = (
        f"{len(several)} of {counted(len(needs), 'entry point')} that reach tables need several contexts ({told});"
        f" {writing} of them write to several."
    )
    return Answer("Entry points that compose several contexts", summary, tuple(_line(scene, *each) for each in several))


def _line(scene: Scene, reach: Reach, contexts: tuple[str, ...]) -> Line:
    entry = reach.entry
    written = scene.contexts(reach.writes)
    kind = "writes to several: a saga" if len(written) > 1 else "composes: a backend-for-frontend"
    where = f"writes to {written[0]}, reads the others" if len(written) == 1 else kind
    evidence = [Evidence(entry.file, entry.line, entry.function, entry.kind)]
    for context in contexts:
        held = [access for access in entry.reaches if scene.context_of.get(access.table) == context]
        evidence.append(shown(min(held, key=lambda access: (not access.binds, access.file, access.line))))
    return Line(f"{entry.kind} {entry.name}", f"needs {len(contexts)}, {where}", contexts, tuple(evidence))
