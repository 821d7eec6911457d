"""Which joins have to be replaced?  By two queries, by an interface of the other context, or by a copy."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from boundary.model.operations import Answer, Evidence, Line
from boundary.split.operations.scene import counted

if TYPE_CHECKING:
    from boundary.split.joins import Join
    from boundary.split.operations.scene import Scene


def joining(scene: Scene) -> Answer:
    """The pairs of tables that queries join across contexts, the most frequent first, with the places."""
    pairs: dict[tuple[str, str], list[Join]] = defaultdict(list)
    for join in scene.usage.joins:
        if len(scene.contexts((join.left, join.right))) > 1:
            pairs[join.left, join.right].append(join)
    ranked = sorted(pairs.items(), key=lambda each: (-len(each[1]), each[0]))
    lines = tuple(
        Line(
            f"{left} with {right}",
            f"in {counted(len(joins), 'place')}",
            scene.contexts((left, right)),
            tuple(Evidence(one.file, one.line, one.function) for one in sorted(joins, key=scene.framework_last)),
        )
        for (left, right), joins in ranked
    )
    places = sum(len(joins) for joins in pairs.values())
    summary = f"{counted(len(lines), 'pair')} of tables are joined across contexts, in {counted(places, 'place')}."
    return Answer("Joins to replace", summary, lines)
