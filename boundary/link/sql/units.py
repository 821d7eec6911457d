"""What can run of a file of SQL?  Its routines, triggers and script as contexts of the graph, with their transactions.

A routine of PostgreSQL or Oracle is in one transaction, which its own COMMIT or ROLLBACK divides. In MySQL and T-SQL
each statement would be committed by itself, so that there BEGIN ... COMMIT says what belongs together; without it, the
routine counts as one transaction, as it is in one of its caller's where drivers leave autocommit off, as they do.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from boundary.link.calling.contexts import OUTSIDE, Blind, Context, Region, RoutineCall, Touch
from boundary.link.definitions.functions import FunctionInfo
from boundary.link.definitions.symbols import ModuleInfo
from boundary.model import code
from boundary.model.facts import ModuleFacts, SourceModule
from boundary.model.sql import SqlQueryName, SqlRoutine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from boundary.link.sql.names import Catalogue
    from boundary.model.scan import TransactionKind
    from boundary.model.sql import SqlSource, SqlStatement, SqlTrigger

RULE: Final = "sql file"
DYNAMIC: Final = "dynamic SQL"
_DEFINES: Final = ("create view", "create materialized", "create rule", "create trigger", "create function")
_NOTHING: Final = code.Lambda((), code.Constant(None), 0)


@dataclass(frozen=True, slots=True)
class Unit:
    """A routine with the context that stands for it; `schema` and `package` are where its name is known."""

    routine: SqlRoutine
    context: Context
    dialect: str | None


def module_of(source: SqlSource) -> ModuleInfo:
    """A file of SQL as a module of the program."""
    facts = ModuleFacts((), source.facts.lines, 0)
    module = SourceModule(source.name, source.file, facts)
    return ModuleInfo(module, source.name, source.file, library=False, package="", bindings={}, stars=[])


def routine_unit(routine: SqlRoutine, module: ModuleInfo, dialect: str | None, catalogue: Catalogue) -> Unit:
    """The context of one routine."""
    qualname = ".".join(part for part in (routine.schema, routine.package, routine.name) if part)
    if routine.kind == "package":
        qualname = ".".join(part for part in (routine.schema, routine.name) if part)
    context = _context(module, routine.name, qualname, routine.line + 1, routine.end_line + 1)
    filler = _Filler(context, catalogue, routine.schema)
    for region, statements in _divided(routine):
        filler.add(statements, "routine", region)
    return Unit(routine, context, dialect)


def query_contexts(source: SqlSource, module: ModuleInfo, catalogue: Catalogue) -> dict[str, Context]:
    """The contexts of the queries of a file that have names, by these."""
    found: dict[str, Context] = {}
    starts = [*source.facts.names, SqlQueryName(source.facts.lines + 1, "")]
    for start, after in pairwise(starts):
        statements = [one for one in source.facts.statements if start.line <= one.line < after.line]
        if statements:
            context = _context(module, start.name, start.name, start.line + 1, after.line)
            filler = _Filler(context, catalogue, None)
            for statement in statements:
                filler.alone(statement)
            found[start.name] = context
    return found


def file_context(source: SqlSource, module: ModuleInfo, catalogue: Catalogue) -> Context:
    """The context of all statements of a file that code reads and executes."""
    context = _context(module, source.file, source.file, 1, source.facts.lines)
    filler = _Filler(context, catalogue, None)
    for statement in _without_repetition(source.facts.statements):
        filler.alone(statement)
    return context


def trigger_context(trigger: SqlTrigger, module: ModuleInfo) -> Context:
    """The context of a trigger that calls a routine."""
    qualname = ".".join(part for part in (trigger.schema, trigger.name) if part)
    context = _context(module, trigger.name, qualname, trigger.line + 1, trigger.line + 1)
    line = trigger.line + 1
    context.open(Region("routine", line, line, OUTSIDE, "default"))
    for call in trigger.calls:
        context.note_routine(RoutineCall(str(call), line, 0))
    return context


def script_context(source: SqlSource, module: ModuleInfo, catalogue: Catalogue) -> Context | None:
    """The context of a file's own statements, or None where it has none that touch or call anything.

    A transaction that is rolled back leaves nothing, and one that makes or alters tables is an installation: what it
    fills together is not written together by what runs then.
    """
    context = Context(None, module, {})
    filler = _Filler(context, catalogue, None)
    held: set[int] = set()
    for transaction in source.facts.transactions:
        held |= set(transaction.statements)
        statements = [source.facts.statements[i] for i in transaction.statements]
        if transaction.ended != "rollback" and not any(_installs(one) for one in statements):
            filler.add(statements, "sql_script", (transaction.line, transaction.end_line))
    named = min((one.line for one in source.facts.names), default=source.facts.lines)
    rest = [one for i, one in enumerate(source.facts.statements) if i not in held and one.line <= named]
    for statement in _without_repetition(rest):
        filler.alone(statement)
    return context if context.touches or context.routines or context.blinds else None


def _installs(statement: SqlStatement) -> bool:
    return statement.kind in {"create table", "alter table", "drop table"}


def _context(module: ModuleInfo, name: str, qualname: str, line: int, end_line: int) -> Context:
    info = FunctionInfo(name, qualname, module, None, _NOTHING, (), (), line, line, end_line, False)  # noqa: FBT003
    return Context(info, module, {})


def _divided(routine: SqlRoutine) -> Iterator[tuple[tuple[int, int] | None, list[SqlStatement]]]:
    """The transactions of a routine, by their first and last lines, and (None) what is in none.

    Only a COMMIT divides, or a BEGIN behind a ROLLBACK: a ROLLBACK alone mostly stands in a branch or a handler, and
    what comes behind it then goes on with the transaction.
    """
    begins = any(control.kind == "begin" for control in routine.controls)
    start: int | None = None if begins else routine.line
    rolled_back = False
    held: list[SqlStatement] = []
    for statement in routine.statements:
        kinds = {control.kind for control in statement.controls}
        if "begin" in kinds and (start is None or rolled_back):
            yield (None if start is None else (start, statement.line)), held
            start, held, rolled_back = statement.line, [], False
        elif "commit" in kinds and any(_says_anything(one) for one in held):
            yield (None if start is None else (start, statement.end_line)), held
            start, held, rolled_back = (None if begins else statement.end_line), [], False
        elif kinds:
            rolled_back |= "rollback" in kinds
        else:
            held.append(statement)
    yield (None if start is None else (start, routine.end_line)), held


def _says_anything(statement: SqlStatement) -> bool:
    return bool(statement.accesses or statement.calls or statement.dynamic)


def _without_repetition(statements: Iterable[SqlStatement]) -> Iterator[SqlStatement]:
    """The statements without those that do the same as the one before: rows that a dump loads one by one."""
    before: tuple[object, ...] | None = None
    for statement in statements:
        does = tuple((access.op, access.name) for access in statement.accesses), tuple(map(str, statement.calls))
        if does != before or statement.understood == "unknown":
            yield statement
        before = does


class _Filler:
    """Puts what statements do into a context."""

    def __init__(self, context: Context, catalogue: Catalogue, near: str | None) -> None:
        self._context = context
        self._catalogue = catalogue
        self._near = near

    def add(self, statements: Sequence[SqlStatement], kind: TransactionKind, lines: tuple[int, int] | None) -> None:
        """Record statements, in a transaction from one line to another where `lines` are given."""
        told = [one for one in statements if not one.kind.startswith(_DEFINES)]
        if not any(_says_anything(one) or one.understood == "unknown" for one in told):
            return
        region = OUTSIDE
        if lines is not None:
            region = self._context.open(Region(kind, lines[0] + 1, lines[1] + 1, OUTSIDE, "default"))
        for statement in told:
            self._statement(statement, region)

    def alone(self, statement: SqlStatement) -> None:
        """Record a statement that stands by itself: a transaction of its own where it writes several tables."""
        several = len({access.name for access in statement.accesses if access.binds}) > 1
        self.add([statement], "implicit", (statement.line, statement.end_line) if several else None)

    def _statement(self, statement: SqlStatement, region: int) -> None:
        context = self._context
        for access in statement.accesses:
            if access.temporary:
                continue
            if access.holes:
                context.note_blind(Blind(access.line + 1, region, f"{DYNAMIC}: the table's name is not known"))
                continue
            table = self._catalogue.table(access.name, self._near)
            if table is not None:
                touch = Touch(table, access.op, access.line + 1, region, "certain", None, RULE)
                context.touches[touch] = None
        for call in statement.calls:
            context.note_routine(RoutineCall(str(call), call.line + 1, region, "certain", statement.kind == "call"))
        for line in statement.dynamic:
            context.note_blind(Blind(line + 1, region, DYNAMIC))
        if statement.understood == "unknown":
            context.note_blind(Blind(statement.line + 1, region, f"SQL that is not understood: {statement.kind}"))
