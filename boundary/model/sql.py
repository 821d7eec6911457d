r"""What does a piece of SQL say?  The values that the SQL reader leaves and the linker understands.

Lines are offsets: 0 is the first line of the text that was read. Table names are spelled as the database spells
them (PostgreSQL and Oracle fold unquoted names to lower case here, the other dialects keep what was written), so
names of different origin are to be compared without case.

Code builds SQL with holes. The linker puts `HOLE` where a hole is; the n-th hole of the text has the ordinal n
(from 0). A hole where a value stands is harmless. A hole where a table's name stands gives an access whose `holes`
lists the ordinals of the holes in its name, and whose `table` keeps `HOLE` in their place (`"events_\x00"`).
"""

from __future__ import annotations

from typing import Literal

import msgspec

from boundary.model.scan import BINDING, Operation

HOLE = "\x00"
"""What stands in a text for a part that is only known when the program runs."""

Understood = Literal["parsed", "read", "fallback", "unknown"]
"""How a statement was understood: by the parser, by this package's own reader of simple statements, by the tolerant
reader after the parser had refused, or not at all (the text is a hole, or no SQL)."""

ControlKind = Literal["begin", "commit", "rollback", "savepoint", "rollback_to", "release", "set"]
RoutineKind = Literal["function", "procedure", "trigger", "package", "block"]
Ending = Literal["commit", "rollback", "end_of_text"]


class SqlValue(msgspec.Struct, frozen=True, array_like=True):
    """Base of what the SQL reader leaves: immutable, encoded as an array."""


class SqlAccess(SqlValue, frozen=True):
    """One read, insert, update, delete or lock of one table.

    `columns` are the columns that a write names (empty when it names none); `temporary` marks tables that live as
    long as the session or the routine; `holes` are the ordinals of the holes in the table's name, and `-1` stands
    for a parameter mark (`%s`, `{name}`) that was found in its place.
    """

    table: str
    op: Operation
    line: int
    schema: str | None = None
    columns: tuple[str, ...] = ()
    temporary: bool = False
    holes: tuple[int, ...] = ()

    def __str__(self) -> str:
        return f"{self.op} {self.name.replace(HOLE, '{}')}"

    @property
    def name(self) -> str:
        """The table with its schema, where one was given."""
        return f"{self.schema}.{self.table}" if self.schema else self.table

    @property
    def binds(self) -> bool:
        """Whether the access ties its table to a transaction."""
        return self.op in BINDING


class SqlJoin(SqlValue, frozen=True):
    """Two tables that one query joins; names as in `SqlAccess.name`, in the order of the text."""

    left: str
    right: str
    line: int


class SqlCall(SqlValue, frozen=True):
    """A call of a function or procedure that is not one of the database's own as far as its name tells.

    `schema` holds everything before the last dot (a schema, a package, or both).
    """

    name: str
    line: int
    schema: str | None = None

    def __str__(self) -> str:
        return f"{self.schema}.{self.name}" if self.schema else self.name


class SqlControl(SqlValue, frozen=True):
    """A statement that opens, ends or divides a transaction; `name` is a savepoint's, or what SET sets."""

    kind: ControlKind
    line: int
    name: str | None = None


class SqlStatement(SqlValue, frozen=True):
    """One statement.

    `kind` is its leading words in lower case ("select", "insert", "create table", "begin" ...); `dynamic` are the
    lines at which it runs SQL that only exists when it runs; `hole` says that a part that could hold more tables (a
    clause, a join, the whole statement) is not known; `near` is the schema that the script looks into first.
    """

    kind: str
    line: int
    end_line: int
    accesses: tuple[SqlAccess, ...] = ()
    joins: tuple[SqlJoin, ...] = ()
    calls: tuple[SqlCall, ...] = ()
    controls: tuple[SqlControl, ...] = ()
    dynamic: tuple[int, ...] = ()
    understood: Understood = "parsed"
    hole: bool = False
    near: str | None = None


class SqlFacts(SqlValue, frozen=True):
    """All statements of one text, in order."""

    statements: tuple[SqlStatement, ...] = ()

    @property
    def accesses(self) -> tuple[SqlAccess, ...]:
        """The accesses of all statements."""
        return tuple(access for statement in self.statements for access in statement.accesses)

    @property
    def joins(self) -> tuple[SqlJoin, ...]:
        """The joins of all statements."""
        return tuple(join for statement in self.statements for join in statement.joins)

    @property
    def calls(self) -> tuple[SqlCall, ...]:
        """The calls of all statements."""
        return tuple(call for statement in self.statements for call in statement.calls)

    @property
    def controls(self) -> tuple[SqlControl, ...]:
        """The transaction control of all statements."""
        return tuple(control for statement in self.statements for control in statement.controls)

    @property
    def understood(self) -> bool:
        """Whether every statement was understood, if only by the tolerant reader, and none is one big hole."""
        return all(statement.understood != "unknown" for statement in self.statements)

    @property
    def hole(self) -> bool:
        """Whether a table's name, or a part that could hold more tables, is not known."""
        return any(statement.hole for statement in self.statements) or any(access.holes for access in self.accesses)


# --- the schema ---------------------------------------------------------------------------------------


class SqlColumn(SqlValue, frozen=True):
    """One column; `type` as written."""

    name: str
    type: str
    line: int
    nullable: bool = True


class SqlForeignKey(SqlValue, frozen=True):
    """A reference to another table; the actions are "cascade", "set null", "set default", "restrict" or "no action"."""

    columns: tuple[str, ...]
    to_table: str
    line: int
    to_schema: str | None = None
    to_columns: tuple[str, ...] = ()
    on_delete: str | None = None
    on_update: str | None = None
    name: str | None = None


class SqlTable(SqlValue, frozen=True):
    """One table as its DDL leaves it. `parents` are the tables it inherits from, or is a `partition` of."""

    name: str
    line: int
    schema: str | None = None
    columns: tuple[SqlColumn, ...] = ()
    primary_key: tuple[str, ...] = ()
    foreign_keys: tuple[SqlForeignKey, ...] = ()
    temporary: bool = False
    parents: tuple[str, ...] = ()
    file: str | None = None
    partition: bool = False


class SqlView(SqlValue, frozen=True):
    """A view; `reads` and `calls` are its own, not yet followed through other views."""

    name: str
    line: int
    schema: str | None = None
    reads: tuple[SqlAccess, ...] = ()
    joins: tuple[SqlJoin, ...] = ()
    calls: tuple[SqlCall, ...] = ()
    materialized: bool = False
    understood: Understood = "parsed"
    file: str | None = None


class SqlRoutine(SqlValue, frozen=True):
    """A function, procedure, trigger body or anonymous block as a callable unit.

    `package` names the package that holds it; `statements` are those of its body, in order, whatever branch they
    stand in; `dynamic` are lines of SQL that only exists when it runs; `near` is as in `SqlStatement`.
    """

    name: str
    kind: RoutineKind
    line: int
    end_line: int
    schema: str | None = None
    package: str | None = None
    language: str | None = None
    statements: tuple[SqlStatement, ...] = ()
    dynamic: tuple[int, ...] = ()
    file: str | None = None
    near: str | None = None

    @property
    def accesses(self) -> tuple[SqlAccess, ...]:
        """The accesses of all statements."""
        return SqlFacts(self.statements).accesses

    @property
    def joins(self) -> tuple[SqlJoin, ...]:
        """The joins of all statements."""
        return SqlFacts(self.statements).joins

    @property
    def calls(self) -> tuple[SqlCall, ...]:
        """The calls of all statements."""
        return SqlFacts(self.statements).calls

    @property
    def controls(self) -> tuple[SqlControl, ...]:
        """The transaction control of all statements."""
        return SqlFacts(self.statements).controls


class SqlTrigger(SqlValue, frozen=True):
    """A trigger: the write that fires it, and the routine that it calls or its own body.

    `events` are of "insert", "update", "delete"; `timing` is "before", "after" or "instead of".
    """

    name: str
    table: str
    line: int
    schema: str | None = None
    events: tuple[str, ...] = ()
    timing: str | None = None
    calls: tuple[SqlCall, ...] = ()
    body: SqlRoutine | None = None
    file: str | None = None


class SqlSchema(SqlValue, frozen=True):
    """A schema's state after some statements: keys are names as in `SqlAccess.name`, in lower case."""

    tables: dict[str, SqlTable] = {}
    views: dict[str, SqlView] = {}
    triggers: dict[str, SqlTrigger] = {}


class SqlChange(SqlValue, frozen=True):
    """One step of a schema's history: `action` says which fields matter.

    "create table", "create view" and "create trigger" carry the new object; "drop table|view|trigger|column|
    constraint" name what goes (`table`, `name`), with "keys" in `to` where the foreign keys to a table go with it;
    "drop routine" too, with "arguments" in `to` where only the overload with these goes; "rename table|column" have
    `to`; "add column|foreign key|primary key" carry what is added; "set schema" has `to`; "inherit" and "attach
    partition" name the new parent in `to`.
    `near` is as in `SqlStatement`.
    """

    action: str
    line: int
    table: str = ""
    schema: str | None = None
    name: str | None = None
    to: str | None = None
    new_table: SqlTable | None = None
    new_view: SqlView | None = None
    new_trigger: SqlTrigger | None = None
    column: SqlColumn | None = None
    foreign_key: SqlForeignKey | None = None
    columns: tuple[str, ...] = ()
    near: str | None = None


# --- files --------------------------------------------------------------------------------------------


class SqlTransaction(SqlValue, frozen=True):
    """A transaction written in a script, from the line of its begin to that of its end.

    `statements` are the positions, in the file's statements, of those that it holds.
    """

    line: int
    end_line: int
    ended: Ending
    statements: tuple[int, ...] = ()


class SqlNote(SqlValue, frozen=True):
    """A place in a file that was not understood, and why."""

    line: int
    reason: str


class SqlQueryName(SqlValue, frozen=True):
    """A name that a comment gives to the statements below it, for a program to call them by (`-- name: get_user`)."""

    line: int
    name: str


class SqlFileFacts(SqlValue, frozen=True):
    """The facts of one .sql file. `total` and `understood` count statements, those of routine bodies among them."""

    dialect: str | None
    lines: int
    statements: tuple[SqlStatement, ...] = ()
    transactions: tuple[SqlTransaction, ...] = ()
    changes: tuple[SqlChange, ...] = ()
    routines: tuple[SqlRoutine, ...] = ()
    notes: tuple[SqlNote, ...] = ()
    total: int = 0
    understood: int = 0
    names: tuple[SqlQueryName, ...] = ()


class SqlSource(msgspec.Struct, frozen=True):
    """One .sql file of the monolith: `file` is relative to the root, `name` its dotted name as a module."""

    name: str
    file: str
    facts: SqlFileFacts
