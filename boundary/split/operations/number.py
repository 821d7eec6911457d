"""Is the number of contexts right?  Each is a deployment, a database, an on-call duty: few are better."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.model.operations import Answer, Line

if TYPE_CHECKING:
    from boundary.split.operations.scene import Scene

SMALL = 3
DOZEN = 12


def number(scene: Scene) -> Answer:
    """How many contexts there are, how large, and what is odd about some of them."""
    contexts = scene.split.contexts
    sizes = sorted((len(context.tables) for context in contexts), reverse=True)
    total = sum(sizes)
    lines = []
    for context in contexts:
        oddities = []
        if context.tables and len(context.tables) < SMALL:
            oddities.append(f"only {len(context.tables)} of {total} tables")
        if scene.scan.modules and not context.modules:
            oddities.append("no module of its own: its tables are used by others' code alone")
        if scene.scan.entry_points and not context.entry_points:
            oddities.append("no entry point: nobody outside calls it")
        if len(contexts) > 1 and 2 * len(context.tables) > total:
            oddities.append(f"{100 * len(context.tables) // total} % of all tables: still a monolith")
        if oddities:
            lines.append(Line(context.name, "; ".join(oddities), (context.name,)))
    many = ": a dozen or more; mini-services in one deployment would do" if len(contexts) >= DOZEN else ""
    summary = f"{len(contexts)} contexts of {', '.join(map(str, sizes))} tables{many}."
    return Answer("The number of contexts", summary, tuple(lines))
