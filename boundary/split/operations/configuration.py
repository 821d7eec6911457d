"""Which settings and environment variables does each context need, and how many would be copied?"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from boundary.model.operations import Answer, Evidence, Line

if TYPE_CHECKING:
    from boundary.model.scan import SettingRead
    from boundary.split.operations.scene import Scene

SHARED = "code that all share"


def configuration(scene: Scene) -> Answer:
    """The settings and variables that several contexts read, most contexts first; then per context how many it has.

    A variable that feeds a setting is needed where the setting is read. What code of no context reads is needed by all.
    """
    reads: dict[tuple[str, str], dict[str, list[SettingRead]]] = defaultdict(lambda: defaultdict(list))
    feeds: dict[str, set[str]] = defaultdict(set)
    for read in scene.scan.settings_read:
        if read.kind == "environment" and read.into is not None:
            feeds[read.into].add(read.name)
        else:
            reads[read.kind, read.name][_home(scene, read)].append(read)
    for (kind, name), by_context in list(reads.items()):
        if kind == "setting":
            for variable in feeds.get(name, ()):
                for context, places in by_context.items():
                    reads["environment", variable][context] += places
    unread = {name for setting, names in feeds.items() if ("setting", setting) not in reads for name in names}
    for read in scene.scan.settings_read:
        if read.kind == "environment" and read.name in unread and read.into is not None:
            reads["environment", read.name][SHARED].append(read)
    lines = [*_copied(scene, reads), *_by_context(scene, reads)]
    variables = {name for kind, name in reads if kind == "environment"}
    settings = {name for kind, name in reads if kind == "setting"}
    copied = sum(len(by_context.keys() - {SHARED}) > 1 for by_context in reads.values())
    summary = (
        f"{len(settings)} settings and {len(variables)} environment variables are read; {copied} of them by the code of"
        f" more than one context, which would each need a copy; {len(unread)} variables feed settings that only"
        " frameworks read, and go to all."
    )
    return Answer("Settings and environment variables", summary, tuple(lines))


def _home(scene: Scene, read: SettingRead) -> str:
    return scene.home.get(scene.usage.modules.of(read.function, read.file) or "", SHARED)


def _copied(scene: Scene, reads: dict[tuple[str, str], dict[str, list[SettingRead]]]) -> list[Line]:
    found = []
    for (kind, name), by_context in reads.items():
        contexts = tuple(context.name for context in scene.split.contexts if context.name in by_context)
        if len(contexts) > 1:
            evidence = tuple(
                Evidence(places[0].file, places[0].line, places[0].function, context)
                for context in contexts
                for places in (by_context[context],)
            )
            found.append(Line(name, f"{kind}, to be copied to {len(contexts)} contexts", contexts, evidence))
    return sorted(found, key=lambda line: (-len(line.contexts), line.words, line.subject))


def _by_context(scene: Scene, reads: dict[tuple[str, str], dict[str, list[SettingRead]]]) -> list[Line]:
    lines = []
    for context in (*(one.name for one in scene.split.contexts), SHARED):
        own = {key: by_context[context] for key, by_context in reads.items() if context in by_context}
        if own:
            settings = sorted(name for kind, name in own if kind == "setting")
            variables = sorted(name for kind, name in own if kind == "environment")
            words = f"needs {len(settings)} settings and {len(variables)} environment variables"
            places = tuple(
                Evidence(held[0].file, held[0].line, held[0].function, name) for (_, name), held in sorted(own.items())
            )
            lines.append(Line(context, words, (context,) if context != SHARED else (), places))
    return lines
