"""Which code does a settlement mean?  Contexts, lines in them, and what a context did at a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from boundary.link.calling.contexts import OUTSIDE, Blind, Context, Edge, Touch
from boundary.link.calling.expressions import spelled
from boundary.link.domain.values import ClassAtom, Instance
from boundary.link.effects.sites import function_name
from boundary.link.syntax.kinds import CLASS, FUNCTION
from boundary.link.syntax.scopes import flat
from boundary.link.syntax.walking import calls_in, last_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model import code

_Record = TypeVar("_Record", Touch, Edge, Blind)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in one context: a call, a line, or (`line` None) the whole function."""

    context: Context
    line: int | None = None
    call: code.Call | None = None

    @property
    def first_line(self) -> int:
        """The line that stands for the place."""
        if self.line is not None:
            return self.line
        return self.context.function.line if self.context.function else 1

    def owned(self, records: Iterable[_Record]) -> list[_Record]:
        """Those of a context's records that belong to this place."""
        if self.line is None:
            return list(records)
        here = [one for one in records if one.line == self.line]
        if self.call is None:
            return here
        others = [one for one in calls_of(self.context) if one.line == self.line and one is not self.call]
        return [one for one in here if self._is_of_call(one, self.call, others)] if others else here

    def _is_of_call(self, record: Touch | Edge | Blind, call: code.Call, others: list[code.Call]) -> bool:
        """Whether it was this call that did it, and not another one of the same line."""
        if isinstance(record, Blind):
            return not record.reason.startswith("call of ") or f" {spelled(call.function)} " in record.reason
        if isinstance(record, Touch):
            inside = calls_in(call.function)
            return all(any(other is one for one in inside) for other in others)
        names = _names(record.callee)
        return last_name(call.function) in names or not any(last_name(other.function) in names for other in others)


def spots(interpreter: Interpreter, function: str | None, call: str | None, at: str | None) -> Iterator[Spot]:
    """The places that a settlement names, one for each context (and each call) that fits."""
    seen: set[tuple[int, int | None, str]] = set()
    for context in contexts_of(interpreter, function, at):
        line = line_of(at) if at is not None else None
        if call is None:
            yield Spot(context, line)
            continue
        for node in calls_of(context):
            text = spelled(node.function)
            key = (id(context), node.line, text)
            if (line is None or node.line == line) and ends_with(text, call) and key not in seen:
                seen.add(key)
                yield Spot(context, node.line, node)


def contexts_of(interpreter: Interpreter, function: str | None, at: str | None) -> list[Context]:
    """The contexts of the functions that a pattern names, and in whose lines a `file:line` lies."""
    wanted = None if function is None else pattern(function)
    found = []
    for context in interpreter.contexts:
        if wanted is not None and not any(wanted.fullmatch(name) for name in names_of(context)):
            continue
        if at is None or (_same_file(context.module.file, at.rpartition(":")[0]) and _holds(context, line_of(at))):
            found.append(context)
    if at is None or len(found) < 2:  # noqa: PLR2004 - one is the innermost
        return found
    shortest = min(_length(context) for context in found)
    return [context for context in found if _length(context) == shortest]


def names_of(context: Context) -> list[str]:
    """The names of a context's function: its own, and as a method of the class that it is entered on."""
    receiver, function = context.receiver, context.function
    names = [] if context.library else [function_name(context)]
    if function is not None and isinstance(receiver, (Instance, ClassAtom)) and not receiver.cls.library:
        names.append(f"{receiver.cls.dotted}.{function.name}")
    return names


def pattern(names: str) -> re.Pattern[str]:
    """What a dotted name with `*` (within one part) and `**` (over several) matches."""
    parts = re.split(r"(\*\*|\*)", names)
    return re.compile("".join({"**": ".*", "*": "[^.]*"}.get(part, re.escape(part)) for part in parts))


def regions(context: Context, line: int) -> list[int]:
    """The transactions of a context in which a line stands: those of what it did there, else by their lines."""
    known = {
        one.region for held in (context.edges, context.touches, context.blinds) for one in held if one.line == line
    }
    if known:
        return sorted({_written(context, region) for region in known})
    around = {
        index
        for index, region in enumerate(context.regions)
        if region.kind == "decorator" or (region.kind != "implicit" and region.line <= line <= region.end_line)
    }
    inner = around - {context.regions[index].parent for index in around}
    return sorted(inner) or [OUTSIDE]


def _written(context: Context, region: int) -> int:
    """The region around what a library opens for the length of one call."""
    while region != OUTSIDE and context.regions[region].kind == "implicit":
        region = context.regions[region].parent
    return region


def calls_of(context: Context) -> list[code.Call]:
    """The calls that stand in a context's own code."""
    return calls_in(context.function.body if context.function else context.module.body)


def ends_with(text: str, call: str) -> bool:
    """Whether a call that is written as `text` is meant by `call`, which may leave out what stands before a dot."""
    wanted = call.strip().removesuffix("()")
    return text == wanted or text.endswith("." + wanted)


def line_of(at: str) -> int:
    """The line of a `file:line`."""
    return int(at.rpartition(":")[2])


def _names(callee: Context) -> set[str]:
    """What a call of this context may be called in the code."""
    function = callee.function
    if function is None:
        return set()
    receiver = callee.receiver
    made = {receiver.cls.name} if function.name == "__init__" and isinstance(receiver, Instance) else set()
    return made | {function.name}


def _holds(context: Context, line: int) -> bool:
    function = context.function
    if function is None:
        body, last = context.module.body, context.module.source.facts.lines
        return line <= last and not any(one.first_line <= line <= one.end_line for one in _functions(body))
    return type(function.node) is FUNCTION and function.first_line <= line <= function.end_line


def _functions(body: Iterable[code.Statement]) -> Iterator[code.Function]:
    """The functions of a module or class, and of the classes in it."""
    for statement in flat(body):
        if type(statement) is FUNCTION:
            yield statement
        elif type(statement) is CLASS:
            yield from _functions(statement.body)


def _length(context: Context) -> float:
    function = context.function
    return float("inf") if function is None else function.end_line - function.first_line


def _same_file(one: str, other: str) -> bool:
    """Whether two paths agree as far as the shorter one goes."""
    left, right = one.split("/"), other.replace("\\", "/").removeprefix("./").split("/")
    length = min(len(left), len(right))
    return left[-length:] == right[-length:]
