"""Which queries report over several contexts?  For the analytics store, not for a service: they only read, and join."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from boundary.model.operations import Answer, Evidence, Line
from boundary.split.operations.scene import counted

if TYPE_CHECKING:
    from boundary.split.joins import Join
    from boundary.split.operations.scene import Scene

TELLING = ("report", "statistic", "stats", "analytic", "dashboard", "export", "csv", "metrics", "summary", "chart")
"""Parts of a function's dotted name that tell a report; such a function is listed before others."""

WIDE = 3
"""A function that tells nothing by its name has to join tables of so many contexts to count as a report."""


def reporting(scene: Scene) -> Answer:
    """Functions that join tables of several contexts and write nothing, reports by their names first, widest first."""
    writers = {access.function for access in scene.accesses if access.binds}
    by_function: dict[str, list[Join]] = defaultdict(list)
    for join in scene.usage.joins:
        if join.function and join.function not in writers:
            by_function[join.function].append(join)
    found = []
    for function, joins in by_function.items():
        tables = {table for join in joins for table in (join.left, join.right)}
        contexts = scene.contexts(tables)
        named = any(word in function.lower() for word in TELLING)
        if len(contexts) > 1 and _cross(scene, joins) and (named or len(contexts) >= WIDE):
            found.append((not named, -len(contexts), -len(tables), function, contexts, sorted(tables), joins))
    lines = tuple(
        Line(
            function,
            f"joins {counted(len(tables), 'table')}: {', '.join(tables)}",
            contexts,
            tuple(
                Evidence(one.file, one.line, function, f"{one.left} with {one.right}") for one in _cross(scene, joins)
            ),
        )
        for _, _, _, function, contexts, tables, joins in sorted(found)
    )
    named_count = sum(not unnamed for unnamed, *_ in found)
    summary = (
        f"{counted(len(lines), 'function')} only read and join across contexts, {named_count} of them reports by name."
    )
    return Answer("Reporting queries that join across contexts", summary, lines)


def _cross(scene: Scene, joins: list[Join]) -> list[Join]:
    return [one for one in joins if len(scene.contexts((one.left, one.right))) > 1]
