"""Where do two modules or two tables depend on one another?  Imports, calls, and tables that one query joins.

Every place is told, not only that there is one: a check that speaks of a line needs the line. What a library does on
behalf of the project is its caller's doing, as everywhere.
"""

from __future__ import annotations

from itertools import chain, combinations
from typing import TYPE_CHECKING

from boundary.link.domain.values import ClassAtom, Instance
from boundary.link.effects.sites import function_name
from boundary.link.frameworks.raw_sql import sql_joins
from boundary.link.syntax.kinds import IMPORT_FROM
from boundary.model.scan import RANK, Coupling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from boundary.link.calling.contexts import Context, Touch
    from boundary.link.definitions.symbols import ModuleInfo
    from boundary.link.effects.library_reach import LibraryReach
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model import code
    from boundary.model.scan import Because, Confidence, ForeignKey


Pair = tuple[str, str, "Confidence"]
"""Two tables that a query joins, and how firmly that is believed."""
Ends = tuple[str, str, str]
"""What a coupling is, and what it ties."""
Place = tuple[str, int, str, str, bool]
"""What tells one coupling from others of the same ends; how firmly it is believed does not."""


def couplings(interpreter: Interpreter, inside: LibraryReach, foreign_keys: Sequence[ForeignKey]) -> Iterable[Coupling]:
    """The imports, calls and joins of the project's own code, as each context has them."""
    return chain(_imports(interpreter), _calls(interpreter), _joins(interpreter, inside, foreign_keys))


def listed(found: Iterable[Coupling]) -> list[Coupling]:
    """Couplings in their order, each place once: as sure and as plain as the surest context has it."""
    surest: dict[Ends, dict[Place, Coupling]] = {}  # two small sorts take less than one of all that is told of each
    for one in found:
        ends = one.kind, one.from_, one.to
        places = surest.get(ends)
        if places is None:
            places = surest[ends] = {}
        place = one.file, one.line, one.function, one.target, one.deferred
        held = places.get(place)
        if held is None or _doubt(one) < _doubt(held):
            places[place] = one
    return [surest[ends][place] for ends in sorted(surest) for place in sorted(surest[ends])]


def _doubt(one: Coupling) -> tuple[int, str]:
    return RANK[one.confidence], one.because or ""


# --- imports ------------------------------------------------------------------------------------------


def _imports(interpreter: Interpreter) -> Iterator[Coupling]:
    modules, longer = interpreter.program.modules, interpreter.program.longer_names
    for module in modules.values():
        if module.library or not module.file:
            continue
        for function, statement in module.imports:
            for target in _imported(interpreter, module, statement):
                within = target.rpartition(".")[0]
                known = modules.get(target) or longer.meant(target) or modules.get(within) or longer.meant(within)
                if known is not None and not known.library and known.file and known is not module:
                    yield Coupling("import", module.name, known.name, module.file, statement.line, function, target)


def _imported(interpreter: Interpreter, module: ModuleInfo, statement: code.Import | code.ImportFrom) -> list[str]:
    """The dotted names that a statement imports, be they modules or what is in them."""
    if type(statement) is IMPORT_FROM:
        dotted = interpreter.names.absolute(module, statement.level, statement.module)
        return [f"{dotted}.{alias.name}" for alias in statement.names]
    return [interpreter.names.absolute(module, 0, alias.name) for alias in statement.names]


# --- calls --------------------------------------------------------------------------------------------


def _calls(interpreter: Interpreter) -> Iterator[Coupling]:
    told: dict[object, set[object]] = {}  # most contexts of a function make the calls that others of it have made
    for context in interpreter.contexts:
        if context.library:
            continue
        module = context.module
        seen = told.setdefault(context.function or module, set())
        for edge in context.edges:
            callee = edge.callee
            if callee.module is module or callee.library:
                continue
            because = edge.because or _overridden(interpreter, context, callee)
            called = callee.function or callee.module
            call = edge.line, called, edge.deferred, because, edge.confidence
            if call not in seen:
                seen.add(call)
                yield Coupling(
                    "call",
                    module.name,
                    callee.module.name,
                    module.file,
                    edge.line,
                    function_name(context),
                    function_name(callee),
                    edge.deferred,
                    because,
                    edge.confidence,
                )


def _overridden(interpreter: Interpreter, context: Context, callee: Context) -> Because | None:
    """Whether a method calls one of the object's own class that its own class does not know: an override below it."""
    caller, called = context.function, callee.function
    receiver = context.receiver
    if caller is None or called is None or caller.cls is None or called.cls is None:
        return None
    if not isinstance(receiver, (Instance, ClassAtom)) or not isinstance(callee.receiver, (Instance, ClassAtom)):
        return None
    same = receiver.cls is callee.receiver.cls and receiver.cls is not caller.cls
    return "override" if same and called.cls not in interpreter.classes.mro(caller.cls) else None


# --- joins --------------------------------------------------------------------------------------------


def _joins(interpreter: Interpreter, inside: LibraryReach, foreign_keys: Sequence[ForeignKey]) -> Iterator[Coupling]:
    related: dict[str, set[str]] = {}
    for key in foreign_keys:
        related.setdefault(key.from_, set()).add(key.to)
        related.setdefault(key.to, set()).add(key.from_)
    written = sql_joins(interpreter)
    in_library: dict[Context, list[Pair]] = {}
    told: dict[object, set[object]] = {}
    for context in interpreter.contexts:
        if context.library:
            continue
        file, function = context.module.file, function_name(context)
        seen = told.setdefault(context.function or context.module, set())
        for pair in _joined(context, inside, related, in_library, seen):
            if pair in seen:
                continue
            seen.add(pair)
            line, one, other, confidence = pair
            from_, to = sorted((one, other))
            yield Coupling("join", from_, to, file, line, function, confidence=confidence)
        for line in {touch.line for touch in context.touches if touch.rule == "sql"} if written else ():
            for tables in written.get((file, line), ()):
                for one, other in combinations(sorted(tables), 2):
                    yield Coupling("join", one, other, file, line, function)


def _joined(
    context: Context,
    inside: LibraryReach,
    related: dict[str, set[str]],
    in_library: dict[Context, list[Pair]],
    seen: set[object],
) -> Iterator[tuple[int, str, str, Confidence]]:
    """The pairs of tables that the ORM joins on a line of a context, or in a library for it, unless called before."""
    for line, touches in _by_line(context).items():
        yield from ((line, *pair) for pair in _pairs(touches, related))
    for edge in context.edges:
        if edge.callee.library and not edge.deferred:
            call = edge.callee, edge.line
            if call in seen:
                continue
            seen.add(call)
            pairs = in_library.get(edge.callee)
            if pairs is None:
                reached = [_by_line(held) for held in inside.contexts(edge.callee)]
                pairs = in_library[edge.callee] = [
                    pair for lines in reached for touches in lines.values() for pair in _pairs(touches, related)
                ]
            yield from ((edge.line, *pair) for pair in pairs)


def _by_line(context: Context) -> dict[int, list[Touch]]:
    """What a context's queries touch, by line: a query and what it joins stand on one."""
    found: dict[int, list[Touch]] = {}
    for touch in context.touches:
        if touch.rule == "join":
            break
    else:
        return found
    for touch in context.touches:
        if touch.rule in {"orm", "join"}:
            found.setdefault(touch.line, []).append(touch)
    return found


def _pairs(touches: list[Touch], related: dict[str, set[str]]) -> Iterator[Pair]:
    """Which of the tables of a query are joined with which: those that a foreign key relates."""
    joined: dict[str, Touch] = {}
    for touch in touches:
        if touch.rule == "join" and (touch.confidence != "guessed" or touch.table not in joined):
            joined[touch.table] = touch
    everything = {touch.table for touch in touches}
    for table, touch in joined.items():
        for other in sorted(everything & related.get(table, set())):
            if other != table:
                yield table, other, touch.confidence
