"""What do migrations that are written in Python do to the schema?  Django's `RunSQL`, alembic's `op`, in their order.

They are not followed as code, but for what a function executes as it stands there (`RunPython`, `upgrade`): what they
leave is a file of SQL for each, with the changes that running it makes. What the models define is theirs; a migration
adds what models do not know: triggers, routines, views, tables without one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from boundary.link.sql.alembic import changes_of, is_operation
from boundary.link.sql.order import version
from boundary.link.sql.steps import Steps
from boundary.link.sql.written import constants_of, texts_of
from boundary.link.syntax.kinds import ASSIGN, ATTRIBUTE, CLASS, DISPLAY, FUNCTION, NAME
from boundary.link.syntax.walking import given, last_name
from boundary.model import code
from boundary.model.sql import SqlFileFacts, SqlSource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from boundary.link.sql.written import Constants
    from boundary.model.facts import SourceModule
    from boundary.model.sql import SqlChange

    ReadFile = Callable[[str], SqlFileFacts]


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
        constants = constants_of(module.facts.body)
        if "revision" in constants and "down_revision" in constants:
            names = tuple(texts_of(constants["revision"], constants))
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
    return [text for one in items for text in texts_of(one, constants)]


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
            known = {**constants, **constants_of(statement.body)}
            functions = Steps((*module.facts.body, *statement.body), known)
            for inner in statement.body:
                if type(inner) is ASSIGN and inner.value is not None:
                    for call in _calls(inner.value):
                        yield from _operation(call, known, functions)


def _operation(call: code.Call, constants: Constants, functions: Steps) -> Iterator[tuple[int, str]]:
    kind = last_name(call.function)
    written = given(call, 0, "sql") if kind == "RunSQL" else given(call, 0, "code") if kind == "RunPython" else None
    if written is None:
        return
    if kind == "RunSQL":
        for text in texts_of(written, constants):
            yield call.line, text
    elif type(written) is NAME:
        for step, known in functions.of(written.id):
            yield from _executed(step, known, "sql")


def _executed(call: code.Call, known: Constants, parameter: str) -> Iterator[tuple[int, str]]:
    """The texts that a call executes."""
    written = given(call, 0, parameter) if last_name(call.function) == "execute" else None
    for text in texts_of(written, known) if written is not None else ():
        yield call.line, text


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
    for call, known in Steps(module.facts.body, constants).of("upgrade"):
        yield from _executed(call, known, "sqltext")
        if last_name(call.function) != "execute" and is_operation(call):
            yield from changes_of(call, known)
