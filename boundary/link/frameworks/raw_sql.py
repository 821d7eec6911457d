"""Which tables does SQL in the code touch?  Strings that reach a cursor, a connection or the ORM's raw queries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.values import UNKNOWN, Constant, Pattern

if TYPE_CHECKING:
    from boundary.link.frameworks.protocol import NativeCall
    from boundary.link.interpreter import Interpreter
    from boundary.link.values import Value

HOLE = "\x00"


def executed(call: NativeCall) -> Value:
    """`cursor.execute(sql)`."""
    touch_sql(call, call.arguments.get(0, "sql") or UNKNOWN)
    return UNKNOWN


def touch_sql(call: NativeCall, sql: Value) -> None:
    """Record what a statement does; one that is not known is a blind spot."""
    reader = call.interpreter.frameworks.state.get("sql reader")
    counts = sql_counts(call.interpreter)
    for atom in sql:
        text = None
        if isinstance(atom, Constant) and isinstance(atom.value, str):
            text = atom.value
        elif isinstance(atom, Pattern):
            text = "".join(HOLE if piece is None else piece for piece in atom.pieces)
        key = (call.evaluator.module.file, call.line, text)
        if text is None or reader is None:
            counts.setdefault(key, False)
            call.evaluator.blind(call.line, "SQL that is not a constant")
            continue
        accesses = reader(text)
        counts[key] = accesses is not None
        if accesses is None:
            call.evaluator.blind(call.line, f"SQL that is not understood: {text[:60]!r}")
            continue
        sql_joins(call.interpreter).setdefault((call.evaluator.module.file, call.line), set()).add(
            frozenset(table for _, table in accesses)
        )
        for op, table in accesses:
            call.evaluator.touch(table, op, call.line, rule="sql")


def sql_counts(interpreter: Interpreter) -> dict[object, bool]:
    """Which SQL strings were met, and whether they were understood."""
    counts: dict[object, bool] = interpreter.frameworks.state.setdefault("sql strings", {})
    return counts


def sql_joins(interpreter: Interpreter) -> dict[tuple[str, int], set[frozenset[str]]]:
    """The tables that one text of SQL names together, by the file and line that runs it."""
    joins: dict[tuple[str, int], set[frozenset[str]]] = interpreter.frameworks.state.setdefault("sql joins", {})
    return joins


HOOKS = ()
NATIVES = {
    "django.db.backends.utils.CursorWrapper.execute": executed,
    "django.db.backends.utils.CursorWrapper.executemany": executed,
}
