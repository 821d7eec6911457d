"""What do migrations that are written in Python do to the schema?  Django's `RunSQL`, alembic's `op`, in their order.

They are not followed as code, but for what a function executes as it stands there (`RunPython`, `upgrade`): what they
leave is a file of SQL for each, with the changes that running it makes. What the models define is theirs; a migration
adds what models do not know: triggers, routines, views, tables without one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from boundary.link.sql.alembic import changes_of, is_operation
from boundary.link.sql.order import version
from boundary.link.syntax.kinds import ASSIGN, ATTRIBUTE, CALL, CLASS, DISPLAY, FOR, FUNCTION, NAME, WITH
from boundary.link.syntax.scopes import flat
from boundary.link.syntax.walking import given
from boundary.model import code
from boundary.model.sql import SqlFileFacts, SqlSource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from boundary.model.facts import SourceModule
    from boundary.model.sql import SqlChange

    ReadFile = Callable[[str], SqlFileFacts]

Constants = dict[str, code.Expression]
"""The values of names, as they are written: a module's own, a class's and a function's."""


def history(modules: Iterable[SourceModule], read_file: ReadFile) -> list[SqlSource]:
    """The migrations among the modules that say something about the database, in the order in which they run.

    Args:
        modules: code, in any order; what is no migration is passed over.
        read_file: reads the text of a file of SQL.
    """
    django: list[SqlSource] = []
    revisions: dict[str, _Revision] = {}
    for module in modules:
        if not any(_migrates(statement) for statement in module.facts.body):
            continue
        constants = _constants(module.facts.body)
        if "revision" in constants and "down_revision" in constants:
            names = tuple(_texts(constants["revision"], constants))
            if names:
                source = _source(module, _alembic(module, constants), read_file)
                revisions[names[0]] = _Revision(module.file, _behind(constants), source)
        elif (source := _source(module, _django(module, constants), read_file)) is not None:
            django.append(source)
    return [*sorted(django, key=lambda one: version(one.file)), *_in_order(revisions)]


def _migrates(statement: code.Statement) -> bool:
    """Whether a statement defines what Django, or what alembic, runs of a migration."""
    kind = type(statement)
    return (kind is CLASS and statement.name == "Migration") or (kind is FUNCTION and statement.name == "upgrade")  # type: ignore[union-attr]


class _Revision(NamedTuple):
    """One revision of alembic; one that changes nothing (a merge of two) still says what comes before what."""

    file: str
    behind: list[str]
    source: SqlSource | None


def _behind(constants: Constants) -> list[str]:
    """The revisions that one says it follows, and those of other branches that it depends on."""
    said = [constants[name] for name in ("down_revision", "depends_on") if name in constants]
    return [text for one in said for text in _several(one, constants)]


def _several(value: code.Expression, constants: Constants) -> list[str]:
    """One text or several of them: unlike a statement's, none of a tuple is a parameter."""
    items = value.items if type(value) is DISPLAY else [value]
    return [text for one in items for text in _texts(one, constants)]


def _in_order(revisions: dict[str, _Revision]) -> Iterator[SqlSource]:
    """The sources of the revisions, each behind those that it says it follows.

    One that follows none, and that none follows, is the start of a history that was begun anew: it runs first.
    """
    followed = {name for one in revisions.values() for name in one.behind}

    def turn(name: str) -> tuple[bool, str]:
        return bool(revisions[name].behind) or name in followed, revisions[name].file

    opened: set[str] = set()
    done: set[str] = set()
    for start in sorted(revisions, key=turn):
        waiting = [start]
        while waiting:
            name = waiting[-1]
            if name not in opened:
                opened.add(name)  # what it follows may wait further down already: it has to run now
                waiting += [one for one in revisions[name].behind if one in revisions and one not in opened]
                continue
            waiting.pop()
            source = revisions[name].source
            if name not in done and source is not None:
                yield source
            done.add(name)


def _source(
    module: SourceModule, steps: Iterable[SqlChange | tuple[int, str]], read_file: ReadFile
) -> SqlSource | None:
    """The steps of one migration as the facts of one file, or None where there are none."""
    changes: list[SqlChange] = []
    parts: list[SqlFileFacts] = []
    for step in steps:
        if isinstance(step, tuple):
            line, text = step
            facts = read_file("\n" * (line - 1) + text)  # so that its lines are those of the module, nearly
            parts.append(facts)
            changes += facts.changes
        else:
            changes.append(step)
    if not changes and not parts:
        return None
    dialect = next((facts.dialect for facts in parts if facts.dialect), None)
    return SqlSource(
        module.name,
        module.file,
        SqlFileFacts(
            dialect,
            module.facts.lines,
            changes=tuple(changes),
            routines=tuple(routine for facts in parts for routine in facts.routines),
            total=sum(facts.total for facts in parts),
            understood=sum(facts.understood for facts in parts),
        ),
    )


# --- Django -------------------------------------------------------------------------------------------


def _django(module: SourceModule, constants: Constants) -> Iterator[tuple[int, str]]:
    """The texts of `migrations.RunSQL(sql)`, wherever in the operations they stand, with their lines.

    And those that a function executes which `migrations.RunPython(function)` runs: `schema_editor.execute(sql)`.
    """
    for statement in module.facts.body:
        if type(statement) is CLASS and statement.name == "Migration":
            known = {**constants, **_constants(statement.body)}
            functions = {one.name: one for one in (*module.facts.body, *statement.body) if type(one) is FUNCTION}
            for inner in statement.body:
                if type(inner) is ASSIGN and inner.value is not None:
                    for call in _calls(inner.value):
                        yield from _operation(call, known, functions)


def _operation(
    call: code.Call, constants: Constants, functions: Mapping[str, code.Function]
) -> Iterator[tuple[int, str]]:
    kind = _last(call.function)
    written = given(call, 0, "sql") if kind == "RunSQL" else given(call, 0, "code") if kind == "RunPython" else None
    if written is None:
        return
    if kind == "RunSQL":
        for text in _texts(written, constants):
            yield call.line, text
    elif type(written) is NAME and written.id in functions:
        known = dict(constants)
        for statement in flat(functions[written.id].body):
            yield from _executed(statement, known, "sql")


def _executed(statement: code.Statement, known: Constants, parameter: str) -> Iterator[tuple[int, str]]:
    """The texts that a statement of a function executes; `known` is told what it gives to a name."""
    known.update(_constants((statement,)))
    value = statement.value if isinstance(statement, (code.Evaluate, code.Assign)) else None
    if type(value) is CALL and _last(value.function) == "execute":
        written = given(value, 0, parameter)
        for text in _texts(written, known) if written is not None else ():
            yield value.line, text


def _calls(value: code.Expression) -> Iterator[code.Call]:
    """The calls in a list of operations, those within other operations too."""
    match value:
        case code.Call():
            yield value
            for inner in (*value.arguments, *(keyword.value for keyword in value.keywords)):
                if type(value.function) is not ATTRIBUTE or value.function.name != "RunSQL":
                    yield from _calls(inner)
        case code.Display(items=items):
            for item in items:
                yield from _calls(item)
        case code.Operation(operands=operands):
            for operand in operands:
                yield from _calls(operand)
        case code.Starred(value=inner):
            yield from _calls(inner)
        case _:
            return


# --- alembic ------------------------------------------------------------------------------------------


def _alembic(module: SourceModule, constants: Constants) -> Iterator[SqlChange | tuple[int, str]]:
    """What `upgrade` does: the texts of `op.execute`, and the other operations as changes."""
    upgrade = next((one for one in module.facts.body if type(one) is FUNCTION and one.name == "upgrade"), None)
    if upgrade is None:
        return
    batches: dict[str, code.Call] = {}
    known = dict(constants)
    for statement in flat(upgrade.body):
        if type(statement) is WITH:
            for item in statement.items:
                if type(item.context) is CALL and type(item.target) is NAME:
                    batches[item.target.id] = item.context
        yield from _executed(statement, known, "sqltext")
        value = statement.value if isinstance(statement, (code.Evaluate, code.Assign)) else None
        if type(value) is CALL and _last(value.function) != "execute" and is_operation(value):
            yield from changes_of(value, batches)


# --- what is written ----------------------------------------------------------------------------------


def _constants(body: Iterable[code.Statement]) -> Constants:
    """What the names of a module, of a class, or of a function's statements so far are given; a loop gives each."""
    found: Constants = {}
    for statement in body:
        if type(statement) is ASSIGN and statement.value is not None:
            found.update((one.id, statement.value) for one in statement.targets if type(one) is NAME)
        elif type(statement) is FOR and type(statement.target) is NAME:
            several = statement.iterable  # none of a tuple is a parameter here
            found[statement.target.id] = code.Display("list", several.items) if type(several) is DISPLAY else several
    return found


def _last(function: code.Expression) -> str | None:
    """The last part of a dotted name."""
    if type(function) is ATTRIBUTE:
        return function.name
    return function.id if type(function) is NAME else None


def _texts(value: code.Expression, constants: Constants, depth: int = 0) -> Iterator[str]:
    """The texts that an expression is made of: a constant, a name for one, `sa.text(...)`, lists of these."""
    match value:
        case code.Constant(value=str(text)):
            yield text
        case code.Name(id=name) if name in constants and depth < len(constants):
            yield from _texts(constants[name], constants, depth + 1)
        case code.Display(kind="tuple", items=[first, *_]) if depth:
            yield from _texts(first, constants, depth + 1)  # a statement with its parameters
        case code.Display(items=items):
            for item in items:
                yield from _texts(item, constants, depth + 1)
        case code.Call(arguments=[first, *_], function=function) if _last(function) in {
            "text",
            "dedent",
            "strip",
            "DDL",
        }:
            yield from _texts(first, constants, depth + 1)
        case _:
            return
