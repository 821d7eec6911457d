"""What does a file of SQL hold?  Its statements, the transactions written in it, its definitions and routines."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from boundary.model.sql import (
    SqlChange,
    SqlFileFacts,
    SqlNote,
    SqlQueryName,
    SqlRoutine,
    SqlStatement,
    SqlTransaction,
    SqlTrigger,
)
from boundary.read.sql.body import read_body
from boundary.read.sql.ddl import changes_of
from boundary.read.sql.dialects import guess_dialect
from boundary.read.sql.lexer import Token, tokenize
from boundary.read.sql.near import Schemas
from boundary.read.sql.placeholders import name_holes
from boundary.read.sql.queries import kind_of, made_temporary, read_statement
from boundary.read.sql.routines import read_routines, read_rule
from boundary.read.sql.scripts import chunks, masked, names
from boundary.read.sql.simple import Place
from boundary.read.sql.split import lines_of, routine_kind, split
from boundary.read.sql.statements import block_of
from boundary.read.sql.tsql import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.model.sql import Ending

_FILE_LIMIT = 30_000_000


def read_sql_file(text: str, dialect: str | None = None, path: str = "") -> SqlFileFacts:
    """The facts of one .sql file. Never raises.

    Args:
        text: the file's text.
        dialect: a sqlglot dialect name; guessed from the text and the path if None.
        path: the file's path, for the guess only.
    """
    dialect = dialect or guess_dialect(text, path)
    kept = masked(text[:_FILE_LIMIT].replace("\r\n", "\n").replace("\x00", " "), dialect)
    reader = _File(kept, dialect)
    if len(text) > _FILE_LIMIT:
        reader.notes.append(SqlNote(text.count("\n", 0, _FILE_LIMIT), "the file goes on past the size that is read"))
    for chunk in chunks(kept, dialect):
        tokens = name_holes(tokenize(kept, dialect, chunk.start, chunk.end), kept)
        if tokens:
            reader.read(tokens, whole=chunk.whole)
    return reader.facts(text)


class _File:
    """Collects the facts of a file, chunk by chunk."""

    def __init__(self, text: str, dialect: str | None) -> None:
        self._text = text
        self._dialect = dialect
        self._starts = lines_of(text)
        self._temporary: set[str] = set()
        self._schemas = Schemas(dialect)
        self.statements: list[SqlStatement] = []
        self.changes: list[SqlChange] = []
        self.routines: list[SqlRoutine] = []
        self.notes: list[SqlNote] = []

    def read(self, tokens: list[Token], *, whole: bool) -> None:
        """Read the statements of one chunk."""
        if whole and routine_kind(tokens):
            self._one(tokens)
        elif self._dialect == "tsql":
            self._batch(tokens)
        else:
            for piece in split(tokens, self._dialect):
                self._one(piece)

    def _line_of(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1

    def _place(self, *, procedural: bool = False) -> Place:
        return Place(self._dialect, self._line_of, frozenset(self._temporary), procedural)

    def _one(self, tokens: list[Token]) -> None:
        if routine_kind(tokens):
            self._routine(tokens)
            return
        place = self._place()
        body = block_of(self._text, tokens, self._dialect)
        if body is not None:
            statements = read_body(self._text, body, place._replace(procedural=True))
            line, end_line = self._line_of(tokens[0].start), self._line_of(tokens[-1].end - 1)
            dynamic = tuple(one for statement in statements for one in statement.dynamic)
            self.routines.append(SqlRoutine("", "block", line, end_line, statements=statements, dynamic=dynamic))
            for statement in statements:
                self._add(statement)
            return
        self._schemas.see(tokens, self._line_of(tokens[0].start))
        if kind_of(tokens) == "create rule":
            self._rule(tokens, place)
        self.changes += changes_of(self._text, tokens, place)
        statement = read_statement(self._text, tokens, place)
        self._temporary |= made_temporary(statement, tokens)
        self._add(statement)

    def _batch(self, tokens: list[Token]) -> None:
        """A batch of T-SQL: its definitions are found in it, since nothing but words separates its statements."""
        for piece in cut(tokens):
            place = self._place()
            if routine_kind(piece):
                self._routine(piece)
                continue
            self.changes += changes_of(self._text, piece, place)
            for statement in read_body(self._text, piece, place):
                self._temporary |= made_temporary(statement, piece)
                self._add(statement)

    def _routine(self, tokens: list[Token]) -> None:
        place = self._place()
        found = read_routines(self._text, tokens, place)
        self.routines += found.routines
        self.notes += found.notes
        if found.trigger is not None:
            trigger = found.trigger
            self.changes.append(
                SqlChange(
                    "create trigger", trigger.line, trigger.table, trigger.schema, trigger.name, new_trigger=trigger
                )
            )
        line, end_line = self._line_of(tokens[0].start), self._line_of(tokens[-1].end - 1)
        self.statements.append(SqlStatement(kind_of(tokens), line, end_line, understood="read"))

    def _rule(self, tokens: list[Token], place: Place) -> None:
        rule = read_rule(self._text, tokens, place)
        if rule is not None and rule.body is not None:
            self.routines.append(rule.body)
            self._triggered(rule)

    def _triggered(self, trigger: SqlTrigger) -> None:
        change = SqlChange(
            "create trigger", trigger.line, trigger.table, trigger.schema, trigger.name, new_trigger=trigger
        )
        self.changes.append(change)

    def _add(self, statement: SqlStatement) -> None:
        self.statements.append(statement)
        if statement.understood == "unknown":
            words = self._text[self._starts[statement.line] :][:60].split("\n")[0].strip()
            self.notes.append(SqlNote(statement.line, f"not understood: {words}"))

    def facts(self, text: str) -> SqlFileFacts:
        """What was collected."""
        inner = [statement for routine in self.routines if routine.kind != "block" for statement in routine.statements]
        everything = [*self.statements, *inner]
        self.notes += [SqlNote(s.line, f"not understood: {s.kind}") for s in inner if s.understood == "unknown"]
        return SqlFileFacts(
            self._dialect,
            text.count("\n") + (not text.endswith("\n") and bool(text)),
            self._schemas.put(self.statements),
            tuple(_transactions(self.statements)),
            self._schemas.put(self.changes),
            self._schemas.put(self.routines),
            tuple(sorted(self.notes, key=lambda note: note.line)),
            len(everything),
            sum(statement.understood != "unknown" for statement in everything),
            tuple(SqlQueryName(self._line_of(position), name) for position, name in names(self._text)),
        )


def _transactions(statements: list[SqlStatement]) -> Iterator[SqlTransaction]:
    """The transactions that a script opens and ends, statement by statement."""
    start: int | None = None
    held: list[int] = []
    for i, statement in enumerate(statements):
        for control in statement.controls:
            if control.kind in {"commit", "rollback"}:
                if start is not None:
                    ended: Ending = "commit" if control.kind == "commit" else "rollback"
                    yield SqlTransaction(start, control.line, ended, tuple(held))
                start, held = None, []
            elif control.kind == "begin" and start is None:
                start, held = control.line, []
        if start is not None and not statement.controls:
            held.append(i)
    if start is not None and statements:
        yield SqlTransaction(start, statements[-1].end_line, "end_of_text", tuple(held))
