"""What do functions, procedures, packages and triggers do?  Each as a unit that can be called, with its statements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from boundary.model.sql import RoutineKind, SqlCall, SqlNote, SqlRoutine, SqlStatement, SqlTrigger
from boundary.read.sql.body import read_body
from boundary.read.sql.columns import items_of
from boundary.read.sql.dotted import Name, name_at
from boundary.read.sql.lexer import BODY, STRING, Token, unquote
from boundary.read.sql.looks import looks_like_sql
from boundary.read.sql.names import words
from boundary.read.sql.packages import subprograms
from boundary.read.sql.simple import closing
from boundary.read.sql.split import routine_kind
from boundary.read.sql.statements import body_tokens, read_sql, read_statements

if TYPE_CHECKING:
    from boundary.read.sql.simple import Place

_STARTS_A_BODY = words(
    "BEGIN SELECT INSERT UPDATE DELETE RETURN SET CALL IF WHILE REPLACE WITH DECLARE MERGE TRUNCATE CASE COMPOUND"
)
_WRITES_BODIES_OUT = frozenset({"tsql", "mysql", "oracle", "sqlite"})
"""Where no body is a literal: behind AS a column's name can be one (`SELECT a AS 'x'`)."""
_SPEAKS_SQL = frozenset({None, "sql", "plpgsql", "edb-spl", "spl", "pltsql"})
_LITERAL = re.compile(
    r"\"\"\"(.*?)\"\"\"|'''(.*?)'''|\$\w*\$(.*?)\$\w*\$|`([^`]*)`|\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'|\bq[qw]?\s*\{([^}]*)\}",
    re.DOTALL,
)


class Routines(NamedTuple):
    """What one definition holds: routines, perhaps a trigger, and what was not understood."""

    routines: tuple[SqlRoutine, ...] = ()
    trigger: SqlTrigger | None = None
    notes: tuple[SqlNote, ...] = ()


def read_routines(text: str, tokens: list[Token], place: Place) -> Routines:
    """The routines that a CREATE FUNCTION, PROCEDURE, TRIGGER, PACKAGE BODY, TYPE BODY or EVENT defines.

    Args:
        text: the text that the tokens' positions refer to.
        tokens: the statement.
        place: its surroundings.
    """
    kind = routine_kind(tokens)
    at = next(
        i for i, token in enumerate(tokens) if token.word == kind or (token.word == "PROC" and kind == "PROCEDURE")
    )
    after = tokens[at + 1].word if at + 1 < len(tokens) else ""  # a statement that is cut off has none
    if kind == "TRIGGER" or (kind == "EVENT" and after == "TRIGGER"):
        return _trigger(text, tokens, at, place) if kind == "TRIGGER" else Routines()
    if kind in {"PACKAGE", "TYPE"}:
        return _package(text, tokens, at, place) if after == "BODY" else Routines()
    name = _name(tokens, at + 1, place)
    if name is None:
        return Routines(notes=(SqlNote(place.line_of(tokens[0].start), "a routine without a name"),))
    return _routine(text, tokens, name, "procedure" if kind == "PROCEDURE" else "function", place)


def _name(tokens: list[Token], i: int, place: Place) -> Name | None:
    while i < len(tokens) and tokens[i].word in {"IF", "NOT", "EXISTS", "BODY"}:
        i += 1
    return name_at(tokens, i, place.dialect)


def _routine(text: str, tokens: list[Token], name: Name, kind: RoutineKind, place: Place) -> Routines:
    language = _language(tokens)
    literal = None if place.dialect in _WRITES_BODIES_OUT else _literal_body(tokens)
    line, end_line = place.line_of(tokens[0].start), place.line_of(tokens[-1].end - 1)
    notes: tuple[SqlNote, ...] = ()
    procedural = place._replace(procedural=language != "sql")
    if literal is not None and language not in _SPEAKS_SQL:
        statements = _foreign(text, literal, place)
        notes = (SqlNote(line, f"{name.table} is written in {language}"),) if language not in {"c", "internal"} else ()
    elif literal is not None and language == "sql":
        statements = tuple(
            read_statements(text, body_tokens(text, literal, place.dialect), place.dialect, place.line_of)
        )
    elif literal is not None:
        statements = read_body(text, body_tokens(text, literal, place.dialect), procedural)
    else:
        start = body_start(tokens, name.after, place.dialect)
        statements = read_body(text, tokens[start:], place._replace(procedural=True)) if start < len(tokens) else ()
    if literal is None and not statements and tokens[0].word == "ALTER" and place.dialect != "tsql":
        return Routines()
    routine = SqlRoutine(
        name.table,
        kind,
        line,
        end_line,
        name.schema,
        None,
        language,
        statements,
        _dynamic(statements),
        parameters=_passed(tokens, name.after) if place.dialect == "postgres" else None,
    )
    return Routines((routine,), None, notes)


def _passed(tokens: list[Token], i: int) -> int | None:
    """How many parameters of the list that opens at `i` are passed to the routine; OUT ones are not."""
    if i >= len(tokens) or tokens[i].word != "(":
        return None
    items = items_of(tokens, i)
    return sum("OUT" not in {token.word for token in item[:2]} for item in items)


def _dynamic(statements: tuple[SqlStatement, ...]) -> tuple[int, ...]:
    return tuple(line for statement in statements for line in statement.dynamic)


def _language(tokens: list[Token]) -> str | None:
    for i, token in enumerate(tokens[:-1]):
        if token.word == "LANGUAGE" and tokens[i + 1].word not in {"AS", ",", ")"}:  # a table can be called so
            return unquote(tokens[i + 1].text).strip("'").lower()
    return None


def _literal_body(tokens: list[Token]) -> Token | None:
    for i, token in enumerate(tokens[:-1]):
        if token.word == "AS" and tokens[i + 1].kind in {BODY, STRING}:
            return tokens[i + 1]
        if token.word in {"BEGIN", "DECLARE"}:
            return None
    return None


def body_start(tokens: list[Token], start: int, dialect: str | None) -> int:
    """Where the body of a routine begins that is no literal: behind IS or AS, or at the first word of a statement."""
    depth = 0
    first = len(tokens)
    for k in range(start, len(tokens)):
        word = tokens[k].word
        depth += (word == "(") - (word == ")")
        if depth:
            continue
        before = tokens[k - 1]
        if (
            word in {"AS", "IS"}
            and dialect != "mysql"
            and not (before.word.startswith("@") or before.word in {"EXECUTE", "EXEC"})
        ):
            return k + 1
        if (
            word in _STARTS_A_BODY
            and first == len(tokens)
            and not (word == "RETURN" and dialect == "oracle")
            and k > start
        ):
            first = k
            if dialect == "mysql" or word == "BEGIN":
                return k
    return first


def _foreign(text: str, body: Token, place: Place) -> tuple[SqlStatement, ...]:
    """The SQL in the string literals of a body in another language (PL/Perl, PL/Python, PL/v8)."""
    source = text[body.start : body.end]
    found: list[SqlStatement] = []
    inner_start = source.index("$", 1) + 1 if body.kind == BODY else 1
    for literal in _LITERAL.finditer(source, inner_start, len(source) - inner_start):
        said = next((group for group in literal.groups() if group is not None), "")
        if looks_like_sql(said):
            line = place.line_of(body.start + literal.start())
            found += (_moved(statement, line) for statement in read_sql(said, place.dialect).statements)
    return tuple(found)


def _moved(statement: SqlStatement, line: int) -> SqlStatement:
    """A statement of a text that begins at a line of another one."""
    replace = msgspec.structs.replace
    return replace(
        statement,
        line=statement.line + line,
        end_line=statement.end_line + line,
        accesses=tuple(replace(access, line=access.line + line) for access in statement.accesses),
        joins=tuple(replace(join, line=join.line + line) for join in statement.joins),
        calls=tuple(replace(call, line=call.line + line) for call in statement.calls),
        controls=tuple(replace(control, line=control.line + line) for control in statement.controls),
        dynamic=tuple(one + line for one in statement.dynamic),
    )


# --- packages -----------------------------------------------------------------------------------------


def _package(text: str, tokens: list[Token], at: int, place: Place) -> Routines:
    name = _name(tokens, at + 2, place)
    if name is None:
        return Routines()
    procedural = place._replace(procedural=True)
    routines: list[SqlRoutine] = []
    rest: list[Token] = []
    for part in subprograms(tokens, name.after):
        if part.kind is None:
            rest += part.tokens
            continue
        named = name_at(part.tokens, 1, place.dialect)
        if named is None:
            continue
        statements = read_body(text, part.tokens[part.body :], procedural)
        line, end_line = place.line_of(part.tokens[0].start), place.line_of(part.tokens[-1].end - 1)
        kind: RoutineKind = "procedure" if part.kind == "PROCEDURE" else "function"
        routines.append(
            SqlRoutine(
                named.table, kind, line, end_line, name.schema, name.table, None, statements, _dynamic(statements)
            )
        )
    own = read_body(text, rest, procedural)
    if own:
        line, end_line = place.line_of(tokens[0].start), place.line_of(tokens[-1].end - 1)
        routines.append(
            SqlRoutine(name.table, "package", line, end_line, name.schema, name.table, None, own, _dynamic(own))
        )
    return Routines(tuple(routines))


# --- triggers -----------------------------------------------------------------------------------------


def _trigger(text: str, tokens: list[Token], at: int, place: Place) -> Routines:
    name = _name(tokens, at + 1, place)
    if name is None:
        return Routines()
    on = _on(tokens, name.after)
    table = name_at(tokens, on + 1, place.dialect) if on < len(tokens) else None
    if table is None or table.table.upper() in {"DATABASE", "ALL", "SCHEMA"}:
        return Routines()
    line = place.line_of(tokens[0].start)
    body_at, calls = _trigger_body(tokens, table.after, place)
    body = None
    if body_at < len(tokens):
        statements = read_body(text, tokens[body_at:], place._replace(procedural=True))
        end_line = place.line_of(tokens[-1].end - 1)
        body = SqlRoutine(
            name.table,
            "trigger",
            place.line_of(tokens[body_at].start),
            end_line,
            name.schema,
            None,
            None,
            statements,
            _dynamic(statements),
        )
    header = tokens[name.after : body_at]
    events = tuple(
        dict.fromkeys(
            token.word.lower() for token in _event_words(header) if token.word in {"INSERT", "UPDATE", "DELETE"}
        )
    )
    words = {token.word for token in header}
    timing = (
        "instead of"
        if "INSTEAD" in words
        else "before"
        if "BEFORE" in words
        else "after"
        if words & {"AFTER", "FOR"}
        else None
    )
    trigger = SqlTrigger(name.table, table.table, line, table.schema or name.schema, events, timing, calls, body)
    return Routines((body,) if body else (), trigger)


def read_rule(text: str, tokens: list[Token], place: Place) -> SqlTrigger | None:
    """PostgreSQL's `CREATE RULE r AS ON DELETE TO t DO [ALSO | INSTEAD] statements`: a trigger by another name.

    With a condition (`WHERE`) the statement itself is done as well, for all rows that do not meet that.
    """
    at = next((i for i, token in enumerate(tokens[:5]) if token.word == "RULE"), -1)
    on = next((i for i, token in enumerate(tokens[:12]) if token.word == "ON"), -1)
    do = next((i for i, token in enumerate(tokens) if token.word == "DO"), -1)
    if at < 0 or on < 0 or do < on or on + 3 >= len(tokens):
        return None
    name, table = name_at(tokens, at + 1, place.dialect), name_at(tokens, on + 3, place.dialect)
    rest = tokens[do + 1 :]
    instead = bool(rest) and rest[0].word == "INSTEAD" and all(token.word != "WHERE" for token in tokens[on:do])
    rest = rest[1:] if rest and rest[0].word in {"INSTEAD", "ALSO"} else rest
    event = tokens[on + 1].word.lower()
    if name is None or table is None or not rest or event == "select":
        return None
    if rest[0].word == "(" and closing(rest, 0) == len(rest) - 1:
        rest = rest[1:-1]
    statements = () if rest[0].word == "NOTHING" else tuple(read_statements(text, rest, place.dialect, place.line_of))
    line, end_line = place.line_of(tokens[0].start), place.line_of(tokens[-1].end - 1)
    body = SqlRoutine(name.table, "trigger", line, end_line, None, None, "rule", statements)
    return SqlTrigger(
        name.table, table.table, line, table.schema, (event,), "instead of" if instead else "after", (), body
    )


def _event_words(header: list[Token]) -> list[Token]:
    """The words of a trigger's header that can name events, without its WHEN condition and table."""
    depth = 0
    kept = []
    for k, token in enumerate(header):
        depth += (token.word == "(") - (token.word == ")")
        if depth == 0 and not (k and header[k - 1].word in {"ON", "."}):
            kept.append(token)
    return kept


def _on(tokens: list[Token], start: int) -> int:
    return next((k for k in range(start, len(tokens)) if tokens[k].word == "ON"), len(tokens))


def _trigger_body(tokens: list[Token], start: int, place: Place) -> tuple[int, tuple[SqlCall, ...]]:
    """Where a trigger's own body begins (behind the end if it has none), and the routine that it calls instead."""
    depth = 0
    for k in range(start, len(tokens)):
        word = tokens[k].word
        depth += (word == "(") - (word == ")")
        if depth:
            continue
        following = tokens[k + 1].word if k + 1 < len(tokens) else ""
        if word == "EXECUTE" and following in {"FUNCTION", "PROCEDURE"}:
            name = name_at(tokens, k + 2, place.dialect)
            call = () if name is None else (SqlCall(name.table, place.line_of(name.token.start), name.schema),)
            return len(tokens), call
        if word == "AS" and place.dialect == "tsql" and tokens[k - 1].word != "EXECUTE":
            return k + 1, ()
        if place.dialect == "tsql":
            continue
        if word in _STARTS_A_BODY and not (
            word in {"INSERT", "UPDATE", "DELETE"} and tokens[k - 1].word in {"OR", "BEFORE", "AFTER", "OF", "FOR", ","}
        ):
            if word == "COMPOUND":
                return k + 2, ()
            return k, ()
    return len(tokens), ()
