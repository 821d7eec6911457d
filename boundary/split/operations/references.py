"""Which foreign keys become plain ids?  With what the database did for them and somebody else has to do then."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from boundary.model.operations import Answer, Evidence, Line
from boundary.split.operations.scene import counted

if TYPE_CHECKING:
    from boundary.split.operations.scene import Scene

DUTIES = {
    "CASCADE": "a deletion there has to be told, and deletes here",
    "SET_NULL": "a deletion there has to be told, and empties the column here",
    "PROTECT": "a deletion there has to ask here first",
    "RESTRICT": "a deletion there has to ask here first",
    "SET_DEFAULT": "a deletion there has to be told, and resets the column here",
}
"""What `on_delete` did, and what takes its place."""


def references(scene: Scene) -> Answer:
    """The foreign keys between contexts, by the pair of contexts."""
    lines = []
    for key in scene.scan.foreign_keys:
        contexts = scene.contexts((key.from_, key.to))
        if len(contexts) > 1:
            ends = f"{scene.context_of[key.from_]} to {scene.context_of[key.to]}"
            duty = DUTIES.get((key.on_delete or "").rpartition(".")[2].upper(), "nothing checks that the row is there")
            place = (Evidence(key.file, key.line or 0, "", key.on_delete or ""),) if key.file else ()
            lines.append((ends, Line(f"{key.from_}.{key.column}", f"to {key.to} ({ends}): {duty}", contexts, place)))
    lines.sort(key=lambda each: (each[0], each[1].subject))
    pairs = Counter(ends for ends, _ in lines)
    told = ", ".join(f"{count} from {ends}" for ends, count in pairs.most_common(5))
    every = len(scene.scan.foreign_keys)
    summary = f"{len(lines)} of {counted(every, 'foreign key')} lie between contexts{': ' + told if told else ''}."
    return Answer("Foreign keys that become plain ids", summary, tuple(line for _, line in lines))
