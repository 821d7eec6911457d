"""Which tables does SQL in the code touch?  Strings that reach a cursor, a connection or the ORM's raw queries."""

from __future__ import annotations

import re
from contextlib import nullcontext
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final

from boundary.link.calling.contexts import FILE
from boundary.link.domain.values import UNKNOWN, Constant, Pattern
from boundary.link.frameworks.sql_families import family

if TYPE_CHECKING:
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import NativeCall
    from boundary.model.sql import SqlAccess, SqlFacts, SqlStatement

HOLE: Final = "\x00"
FILES: Final = "files of SQL"
MARKED: Final = re.compile(re.escape(FILE) + r"(\S+)")
"""What stands in a text for what was read of a file (`sql_scripts.py`)."""


def executed(call: NativeCall) -> Value:
    """`cursor.execute(sql)`."""
    touch_sql(call, call.arguments.get(0, "sql") or UNKNOWN)
    return UNKNOWN


def touch_sql(call: NativeCall, sql: Value, *, sure: bool = True, database: str | None = None) -> None:
    """Record what a statement does, as inferred unless it is `sure`; one that is not known is a blind spot."""
    reader = call.interpreter.frameworks.state.get("sql reader")
    counts = sql_counts(call.interpreter)
    for atom in sql:
        text = text_of(atom)
        key = (call.evaluator.module.file, call.line, text)
        if text is None or reader is None:
            counts.setdefault(key, False)
            call.evaluator.blind(call.line, "SQL that is not a constant")
            continue
        if FILE in text:
            counts[key] = _read_of_files(call, text)
            continue
        facts: SqlFacts = reader(text)
        counts[key] = facts.understood
        with call.evaluator.believed("certain" if sure else "inferred"):
            record(call, facts, text, database)


def _read_of_files(call: NativeCall, text: str) -> bool:
    """Record that files of SQL are executed; whether it is known which."""
    files = files_in(call.interpreter, text)
    for file in files or ():
        call.evaluator.call_routine(FILE + file, call.line)
    if files is None:
        call.evaluator.blind(call.line, "SQL of a file that is not known")
    return files is not None


def files_in(interpreter: Interpreter, text: str) -> list[str] | None:
    """The files that a text stands for; None where it stands for none, or for some that are not in the project."""
    found: list[str] = []
    for told in MARKED.findall(text):
        held = matching(interpreter, told.replace("%", "*"))
        if not held or (len(held) > 1 and "%" not in told):
            return None
        found += held
    return found or None


def matching(interpreter: Interpreter, wanted: str) -> list[str]:
    """The project's files of SQL whose paths end so."""
    pattern = wanted if wanted.startswith("*") else f"*/{wanted.lstrip('./')}"
    return [one for one in interpreter.frameworks.state.get(FILES, ()) if fnmatchcase(f"/{one}", pattern)]


def tables_in(interpreter: Interpreter, sql: Value) -> set[str]:
    """The tables that a statement names."""
    reader = interpreter.frameworks.state.get("sql reader")
    if reader is None:
        return set()
    read: list[SqlFacts] = [reader(text) for text in map(text_of, sql) if text is not None]
    statements = [statement for facts in read for statement in facts.statements]
    return {access.name for statement in statements for access in statement.accesses if not _unknown(access)}


def text_of(atom: Atom) -> str | None:
    """The text that a value is, with `HOLE` for what is not known of it; None for what is no text."""
    if isinstance(atom, Constant) and isinstance(atom.value, str):
        return atom.value
    if isinstance(atom, Pattern):
        return "".join(HOLE if piece is None else piece for piece in atom.pieces)
    return None


def record(call: NativeCall, facts: SqlFacts, text: str, database: str | None = None) -> None:
    """Record what the statements of a text do, each a transaction of its own where it writes several tables."""
    evaluator, line = call.evaluator, call.line
    if not facts.understood or (facts.hole and not facts.accesses and not facts.calls):
        evaluator.blind(line, f"SQL that is not understood: {text[:60]!r}")
        return
    joins = sql_joins(call.interpreter).setdefault((evaluator.module.file, line), set())
    for statement in facts.statements:
        joins.add(frozenset(access.name for access in statement.accesses if not _unknown(access)))
        tables = {access.name for access in statement.accesses if access.binds and not _unknown(access)}
        with evaluator.implicit(line) if len(tables) > 1 else nullcontext():
            for access in statement.accesses:
                if not _unknown(access):
                    evaluator.touch(access.name, access.op, line, rule="sql", database=database)
            for called in statement.calls:
                evaluator.call_routine(str(called), line, procedure=statement.kind == "call")
        if statement.dynamic:
            evaluator.blind(line, "dynamic SQL")
        for access in statement.accesses:
            if access.holes and not access.temporary:
                _touch_family(call, access, database)
        _control(evaluator, statement, line, database)


def _touch_family(call: NativeCall, access: SqlAccess, database: str | None) -> None:
    """Record an access to a table whose name is not known, or known in part."""
    evaluator, line = call.evaluator, call.line
    found = family(call.interpreter, access)
    for table in found:
        evaluator.touch(table, access.op, line, confidence="guessed", rule="sql", database=database)
    if not found:
        evaluator.blind(line, "SQL about a table whose name is not known")


def _control(evaluator: Evaluator, statement: SqlStatement, line: int, database: str | None) -> None:
    """`BEGIN`, `COMMIT` and `ROLLBACK` as statements."""
    for control in statement.controls:
        if control.kind == "commit":
            evaluator.end_work(line, database or "default")
        elif control.kind in {"begin", "rollback"}:
            evaluator.drop_work()


def called_by_name(call: NativeCall) -> Value:
    """`cursor.callproc("refund", [1])`."""
    for atom in call.arguments.get(0, "procname") or UNKNOWN:
        if isinstance(atom, Constant) and isinstance(atom.value, str):
            call.evaluator.call_routine(atom.value, call.line, procedure=True)
        else:
            call.evaluator.blind(call.line, "a procedure whose name is not a constant")
    return UNKNOWN


def _unknown(access: SqlAccess) -> bool:
    return bool(access.holes) or access.temporary


def sql_counts(interpreter: Interpreter) -> dict[object, bool]:
    """Which SQL strings were met, and whether they were understood."""
    counts: dict[object, bool] = interpreter.frameworks.state.setdefault("sql strings", {})
    return counts


def sql_joins(interpreter: Interpreter) -> dict[tuple[str, int], set[frozenset[str]]]:
    """The tables that one text of SQL names together, by the file and line that runs it."""
    joins: dict[tuple[str, int], set[frozenset[str]]] = interpreter.frameworks.state.setdefault("sql joins", {})
    return joins


NATIVES: Final = {
    "django.db.backends.utils.CursorWrapper.execute": executed,
    "django.db.backends.utils.CursorWrapper.executemany": executed,
    "django.db.backends.utils.CursorWrapper.callproc": called_by_name,
}
