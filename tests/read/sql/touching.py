"""The verbs of the SQL reader's tests: what a text touches, in one line a case."""

from __future__ import annotations

from boundary.link.sql.evolve import evolve
from boundary.model.sql import HOLE, SqlFacts, SqlFileFacts, SqlRoutine, SqlSchema, SqlStatement
from boundary.read.sql import read_sql, read_sql_file


def touched(text: str, dialect: str | None = None) -> str:
    """What a text touches, as "read a, insert s.b", holes as {}."""
    return named(read_sql(text, dialect))


def named(facts: SqlFacts | SqlRoutine | SqlStatement) -> str:
    """The accesses as a sentence; temporary tables with a star."""
    found = (f"{access}{'*' if access.temporary else ''}" for access in facts.accesses)
    return ", ".join(dict.fromkeys(found))


def called(text: str, dialect: str | None = None) -> str:
    """The routines that a text calls."""
    return ", ".join(str(call) for call in read_sql(text, dialect).calls)


def joined(text: str, dialect: str | None = None) -> str:
    """The pairs of tables that a text joins."""
    return ", ".join(f"{join.left}-{join.right}".replace(HOLE, "{}") for join in read_sql(text, dialect).joins)


def controlled(text: str, dialect: str | None = None) -> str:
    """The transaction control of a text."""
    return " ".join(f"{c.kind}:{c.name}" if c.name else c.kind for c in read_sql(text, dialect).controls)


def how(text: str, dialect: str | None = None) -> str:
    """How the statements of a text were understood."""
    return " ".join(statement.understood for statement in read_sql(text, dialect).statements)


def schema(text: str, dialect: str | None = None) -> SqlSchema:
    """The schema that a script leaves."""
    return evolve(SqlSchema(), read_sql_file(text, dialect).changes)


def routine(text: str, dialect: str, name: str | None = None) -> SqlRoutine:
    """The routine of a file (the only one, or the one of that name)."""
    found = [one for one in read_sql_file(text, dialect).routines if name is None or one.name.lower() == name]
    assert len(found) == 1, [one.name for one in found]
    return found[0]


def script(text: str, dialect: str | None = None) -> SqlFileFacts:
    """The facts of a file."""
    return read_sql_file(text, dialect)
