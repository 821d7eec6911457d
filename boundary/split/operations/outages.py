"""What still answers when one context is down?  Per context what fails, and what a copy would save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.model.operations import Answer, Evidence, Line
from boundary.split.operations.scene import counted, turn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.split.entries import Reach
    from boundary.split.operations.scene import Scene


def outages(scene: Scene) -> Answer:
    """A line a context: entry points that fail with it, though they belong to another, what users wait for first.

    What is deferred may wait, and counts as answered.
    """
    every = scene.usage.reached
    lines = []
    for context in scene.split.contexts:
        failing = [reach for reach in every if context.name in _needs(scene, reach)]
        foreign = [reach for reach in failing if _home(scene, reach) != context.name]
        reading = [reach for reach in foreign if context.name not in scene.contexts(reach.writes)]
        words = (
            f"down: {len(every) - len(failing)} of {len(every)} still answer; of {len(failing)} that fail"
            f" {len(foreign)} belong to other contexts, and {len(reading)} of these only read here (a copy saves them)"
        )
        foreign.sort(key=lambda each: (turn(each.entry), each in reading, each.entry.file, each.entry.line))
        lines.append(Line(context.name, words, (context.name,), tuple(_places(scene, foreign, context.name))))
    lines.sort(key=lambda line: -len(line.evidence))
    summary = f"{counted(len(every), 'entry point')} reach tables; what they need beside their own context is listed."
    return Answer("What still answers when one context is down", summary, tuple(lines))


def _needs(scene: Scene, reach: Reach) -> set[str]:
    code = {scene.home[module] for module in reach.modules if module in scene.home}
    return {*scene.contexts(reach.tables), *code}


def _home(scene: Scene, reach: Reach) -> str | None:
    index = {context.name: number for number, context in enumerate(scene.split.contexts)}
    home = reach.home({table: index[name] for table, name in scene.context_of.items()})
    return None if home is None else scene.split.contexts[home].name


def _places(scene: Scene, foreign: list[Reach], context: str) -> Iterator[Evidence]:
    """For each entry point the entry point itself, and the nearest thing that it needs there; one line a place."""
    told = set()
    for reach in foreign:
        entry = reach.entry
        held = [access for access in entry.reaches if scene.context_of.get(access.table) == context]
        if held and (entry.file, entry.line) not in told:
            told.add((entry.file, entry.line))
            access = min(held, key=lambda one: (not one.binds, one.file, one.line))
            what = f"{entry.kind} {entry.name}: {access.op} {access.table} at {access.file}:{access.line}"
            yield Evidence(entry.file, entry.line, "", what)
