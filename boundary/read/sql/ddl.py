"""Which tables, keys and views does a definition make, change or drop?  From tokens, in every dialect.

A definition is read from its words and not by the parser, because the part that matters here (names, columns, keys)
is the same everywhere, and the part that no parser knows in full (storage, partitions, options) does not matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from boundary.model.sql import SqlChange, SqlColumn, SqlForeignKey, SqlTable, SqlView
from boundary.read.sql.alter import after_if, alterations
from boundary.read.sql.columns import items_of, read_column, read_constraint
from boundary.read.sql.dotted import name_at
from boundary.read.sql.lexer import STRING, Token, string_value, unquote
from boundary.read.sql.names import words
from boundary.read.sql.placeholders import name_of
from boundary.read.sql.queries import read_statement
from boundary.read.sql.simple import closing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.read.sql.simple import Place

_ROUTINES = frozenset({"FUNCTION", "PROCEDURE", "PROC", "ROUTINE", "AGGREGATE"})
_THINGS = frozenset({"TABLE", "VIEW", "TRIGGER"})
_BEFORE_THING = words(
    "CREATE OR REPLACE ALTER TEMP TEMPORARY GLOBAL LOCAL UNLOGGED MATERIALIZED RECURSIVE FORCE EDITIONABLE"
    " NONEDITIONABLE FOREIGN VIRTUAL EXTERNAL DROP TRANSIENT PRIVATE IMMUTABLE BLOCKCHAIN NO SQL SECURITY DEFINER"
    " INVOKER ALGORITHM UNDEFINED MERGE TEMPTABLE"
)


def changes_of(text: str, tokens: list[Token], place: Place) -> tuple[SqlChange, ...]:
    """The schema changes that one statement makes; none for what is no definition of a table or view."""
    first = tokens[0].word
    if first == "RENAME":
        return tuple(_rename(tokens, place))
    if first in {"EXEC", "EXECUTE"}:
        return tuple(_sp_rename(tokens, place))
    if first == "DROP" and len(tokens) > 1 and tokens[1].word in _ROUTINES:
        return tuple(_drop_routines(tokens, place))
    if first == "CREATE" and len(tokens) > 1 and tokens[1].word == "SCHEMA":
        return tuple(_schema_elements(text, tokens, place))
    at = _thing(tokens)
    if at < 0:
        return ()
    thing = tokens[at].word
    if first == "CREATE" or (first == "ALTER" and thing == "VIEW" and any(token.word == "AS" for token in tokens)):
        if thing == "TABLE":
            return tuple(_create_table(tokens, at, place))
        return tuple(_create_view(text, tokens, at, place)) if thing == "VIEW" else ()
    if first == "DROP":
        return tuple(_drop(tokens, at, place))
    return tuple(alterations(tokens, at, place)) if first == "ALTER" else ()


def _thing(tokens: list[Token]) -> int:
    """The position of the word TABLE, VIEW or TRIGGER that says what is defined; -1 for anything else."""
    if tokens[0].word not in {"CREATE", "ALTER", "DROP"}:
        return -1
    for i, token in enumerate(tokens[1:20], 1):
        if token.word in _THINGS:
            return i
        if token.kind == "w" and token.word not in _BEFORE_THING and not {tokens[i - 1].word, token.word} & {"=", "@"}:
            return -1
    return -1


def _drop_routines(tokens: list[Token], place: Place) -> Iterator[SqlChange]:
    """`DROP FUNCTION a(int), s.b`: each name, and in `to` whether its arguments are given."""
    at = 1
    while at < len(tokens):
        name = name_at(tokens, after_if(tokens, at + 1), place.dialect)
        if name is None:
            return
        at = name.after
        arguments = at < len(tokens) and tokens[at].word == "("
        line = place.line_of(name.token.start)
        yield SqlChange("drop routine", line, name.table, name.schema, to="arguments" if arguments else None)
        at = closing(tokens, at) + 1 if arguments else at
        if at >= len(tokens) or tokens[at].word != ",":
            return


def _schema_elements(text: str, tokens: list[Token], place: Place) -> Iterator[SqlChange]:
    """`CREATE SCHEMA s CREATE TABLE ... CREATE VIEW ...`: the elements stand in the new schema."""
    name = name_at(tokens, after_if(tokens, 2), place.dialect)
    starts = [k for k in range(2, len(tokens)) if tokens[k].word == "CREATE"]
    for start, end in zip(starts, [*starts[1:], len(tokens)], strict=False):
        for change in changes_of(text, tokens[start:end], place):
            schema = change.schema or (name.table if name else None)
            table = change.new_table and msgspec.structs.replace(change.new_table, schema=schema)
            view = change.new_view and msgspec.structs.replace(change.new_view, schema=schema)
            yield msgspec.structs.replace(change, schema=schema, new_table=table, new_view=view)


def _create_table(tokens: list[Token], at: int, place: Place) -> Iterator[SqlChange]:
    name = name_at(tokens, after_if(tokens, at + 1), place.dialect)
    if name is None:
        return
    line = place.line_of(name.token.start)
    temporary = bool({"TEMP", "TEMPORARY"} & {token.word for token in tokens[:at]}) or name.table.startswith(("#", "@"))
    columns: list[SqlColumn] = []
    keys: tuple[str, ...] = ()
    foreign: list[SqlForeignKey] = []
    parents: list[str] = []
    i = name.after
    partition = [token.word for token in tokens[i : i + 2]] == ["PARTITION", "OF"]
    if partition:
        parent = name_at(tokens, i + 2, place.dialect)
        parents += [parent.full] if parent else []
    elif i < len(tokens) and tokens[i].word in {"(", "LIKE"}:
        for item in items_of(tokens, i) if tokens[i].word == "(" else [tokens[i:]]:
            if item[0].word == "LIKE":
                continue
            constraint = read_constraint(item, place)
            if constraint is None:
                column = read_column(item, place)
                columns += [column.column] if column.column else []
                foreign += column.foreign_keys
                keys = keys or column.primary_key
            else:
                keys = constraint.primary_key or keys
                foreign += constraint.foreign_keys
    inherits = next((k for k, token in enumerate(tokens) if token.word == "INHERITS"), -1)
    if inherits > 0:
        found = (name_at(item, 0, place.dialect) for item in items_of(tokens, inherits + 1))
        parents += [parent.full for parent in found if parent]
    table = SqlTable(
        name_of(name.table).name,
        line,
        name.schema,
        tuple(columns),
        keys,
        tuple(foreign),
        temporary,
        tuple(parents),
        partition=partition,
    )
    yield SqlChange("create table", line, table.name, name.schema, new_table=table)


def _create_view(text: str, tokens: list[Token], at: int, place: Place) -> Iterator[SqlChange]:
    name = name_at(tokens, after_if(tokens, at + 1), place.dialect)
    if name is None:
        return
    line = place.line_of(name.token.start)
    depth = 0
    start = len(tokens)
    for k in range(name.after, len(tokens)):
        depth += (tokens[k].word == "(") - (tokens[k].word == ")")
        if depth == 0 and tokens[k].word == "AS":
            start = k + 1
            break
    query = _without_options(tokens[start:])
    if not query:
        return
    made = read_statement(text, query, place)
    reads = tuple(access for access in made.accesses if access.op == "read")
    materialized = any(token.word == "MATERIALIZED" for token in tokens[:at])
    view = SqlView(
        name_of(name.table).name, line, name.schema, reads, made.joins, made.calls, materialized, made.understood
    )
    yield SqlChange("create view", line, view.name, name.schema, new_view=view)


def _without_options(query: list[Token]) -> list[Token]:
    """A view's query without WITH CHECK OPTION, WITH [NO] DATA, WITH READ ONLY behind it."""
    for k in range(len(query) - 1, max(len(query) - 7, 0), -1):
        if query[k].word == "WITH" and {token.word for token in query[k + 1 :]} <= {
            "NO",
            "DATA",
            "READ",
            "ONLY",
            "CHECK",
            "OPTION",
            "LOCAL",
            "CASCADED",
            "CONSTRAINT",
        }:
            return query[:k]
    return query


def _drop(tokens: list[Token], at: int, place: Place) -> Iterator[SqlChange]:
    thing = tokens[at].word.lower()
    i = after_if(tokens, at + 1)
    while i < len(tokens):
        name = name_at(tokens, i, place.dialect)
        if name is None:
            return
        line = place.line_of(name.token.start)
        if thing == "trigger":
            on = (
                name_at(tokens, name.after + 1, place.dialect)
                if name.after < len(tokens) and tokens[name.after].word == "ON"
                else None
            )
            yield SqlChange("drop trigger", line, on.table if on else "", on.schema if on else None, name.table)
            return
        keys = thing == "table" and any(token.word == "CASCADE" for token in tokens[name.after :])
        yield SqlChange(f"drop {thing}", line, name.table, name.schema, to="keys" if keys else None)
        i = name.after + 1 if name.after < len(tokens) and tokens[name.after].word == "," else len(tokens)


def _rename(tokens: list[Token], place: Place) -> Iterator[SqlChange]:
    """MySQL's `RENAME TABLE a TO b, c TO d`, Oracle's `RENAME a TO b`."""
    i = 2 if len(tokens) > 1 and tokens[1].word in {"TABLE", "TABLES"} else 1
    while i < len(tokens):
        old = name_at(tokens, i, place.dialect)
        new = (
            name_at(tokens, old.after + 1, place.dialect)
            if old and old.after < len(tokens) and tokens[old.after].word == "TO"
            else None
        )
        if old is None or new is None:
            return
        yield SqlChange("rename table", place.line_of(old.token.start), old.table, old.schema, to=new.table)
        i = new.after + 1


def _sp_rename(tokens: list[Token], place: Place) -> Iterator[SqlChange]:
    """T-SQL's `EXEC sp_rename 'schema.old', 'new'` of a table."""
    if not any(token.text.lower() == "sp_rename" for token in tokens[:6]):
        return
    texts = [string_value(token.text) for token in tokens if token.kind == STRING]
    if len(texts) != len(("old", "new")):  # a third text says that it is a column or an index
        return
    *schemas, table = (unquote(part) for part in texts[0].split("."))
    schema = schemas[-1] if schemas else None
    yield SqlChange("rename table", place.line_of(tokens[0].start), table, schema, to=unquote(texts[1]))
