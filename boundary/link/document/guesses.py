"""What is believed for a name alone?  The guessed calls and accesses of the project's code, line by line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from boundary.link.calling.contexts import Context  # noqa: TC001 - a compiled dataclass looks the classes of its fields up
from boundary.link.calling.expressions import spelled
from boundary.link.domain.values import Instance
from boundary.link.effects.library_reach import LibraryReach
from boundary.link.effects.sites import function_name
from boundary.link.settling.places import calls_of
from boundary.link.syntax.walking import last_name
from boundary.model.scan import Guess

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.evaluator.interpreter import Interpreter

Line = tuple[str, int, str]


@dataclass(slots=True)
class _Taken:
    """What the calls of one line are taken to do, by guesses and without them."""

    context: Context
    reaches: set[str] = field(default_factory=set)
    tables: set[str] = field(default_factory=set)
    sure: set[str] = field(default_factory=set)


def guesses(interpreter: Interpreter) -> tuple[Guess, ...]:
    """The guesses in the project's code, by place; what another caller is sure of there is none."""
    found: dict[Line, _Taken] = {}
    inside = LibraryReach()
    for context in interpreter.contexts:
        if not context.library and _guesses(context):
            _of_context(context, inside, found)
    functions = {(file, function) for file, _, function in found}
    for context in interpreter.contexts:
        if not context.library and (context.module.file, function_name(context)) in functions:
            _sure(context, found)
    return tuple(_guess(line, found[line]) for line in sorted(found) if _doubtful(found[line]))


def _guesses(context: Context) -> bool:
    for edge in context.edges:  # a loop: asked of every context, and compiled a list of the answers is made
        if edge.confidence == "guessed":
            return True
    return any(touch.confidence == "guessed" for touch in context.touches)


def _of_context(context: Context, inside: LibraryReach, found: dict[Line, _Taken]) -> None:
    """The guesses of one context; a library's doing is told by the tables and functions that it comes to."""

    def at(line: int) -> _Taken:
        return found.setdefault((context.module.file, line, function_name(context)), _Taken(context))

    inherited = _inherited(context)
    for touch in context.touches:
        if touch.confidence == "guessed" and touch.line not in inherited:
            at(touch.line).tables.add(touch.table)
    for edge in context.edges:
        if edge.confidence != "guessed" or edge.deferred or edge.line in inherited:
            continue
        taken = at(edge.line)
        if not edge.callee.library:
            taken.reaches.add(function_name(edge.callee))
            continue
        for held in inside.contexts(edge.callee):
            taken.tables.update(touch.table for touch in held.touches)
            taken.reaches.update(function_name(one.callee) for one in held.edges if not one.callee.library)


def _inherited(context: Context) -> set[int]:
    """The lines that only call methods of an object which is guessed at where it comes from: no guess of their own."""
    if not isinstance(context.receiver, Instance) or not context.receiver.guessed:
        return set()
    lines: dict[int, bool] = {}
    for call in calls_of(context):
        own = spelled(call.function).startswith(("self.", "super()."))
        lines[call.line] = lines.get(call.line, True) and own
    return {line for line, own in lines.items() if own}


def _sure(context: Context, found: dict[Line, _Taken]) -> None:
    """What the context is sure of, on lines that are guessed at elsewhere."""
    name = function_name(context)
    for edge in context.edges:
        if edge.confidence != "guessed":
            taken = found.get((context.module.file, edge.line, name))
            if taken is not None:
                taken.sure.add(function_name(edge.callee))
    for touch in context.touches:
        if touch.confidence != "guessed":
            taken = found.get((context.module.file, touch.line, name))
            if taken is not None:
                taken.sure.add(touch.table)


def _doubtful(taken: _Taken) -> bool:
    return bool((taken.reaches | taken.tables) - taken.sure)


def _guess(line: Line, taken: _Taken) -> Guess:
    reaches, tables = taken.reaches - taken.sure, taken.tables - taken.sure
    call = _call(taken.context, line[1], reaches)
    return Guess(*line, call=call, reaches=tuple(sorted(reaches)), tables=tuple(sorted(tables)))


def _call(context: Context, line: int, reaches: Iterable[str]) -> str | None:
    """The call on the line that is guessed at, as it is written, where it is clear which."""
    here = [call for call in calls_of(context) if call.line == line]
    names = {name.rpartition(".")[2] for name in reaches}
    named = [call for call in here if last_name(call.function) in names]
    texts = {spelled(call.function) for call in named or here}
    return texts.pop() if len(texts) == 1 else None
