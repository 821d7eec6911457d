"""What does one statement do?  From its tokens to accesses, joins, calls and transaction control.

Simple statements are read from their words. The rest goes through sqlglot, in the dialect given and then in the
permissive one; what sqlglot refuses, or what is too large or too deep for it, goes through the tolerant reader.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from boundary.model.sql import SqlStatement
from boundary.read.sql.dotted import calls_of
from boundary.read.sql.lexer import HOLE_KIND, WORD, Token
from boundary.read.sql.names import words
from boundary.read.sql.parse import parse
from boundary.read.sql.placeholders import fill, is_hole
from boundary.read.sql.rewrites import replaced_rows, rewrite
from boundary.read.sql.simple import Place, read_simple
from boundary.read.sql.split import routine_kind
from boundary.read.sql.tables import TableWalk
from boundary.read.sql.tolerant import Reader

if TYPE_CHECKING:
    from boundary.model.sql import SqlAccess, Understood

_VERBS = frozenset(
    {"SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "WITH", "VALUES", "TABLE", "FROM", "UPSERT"}
)
_DEFINITIONS = frozenset({"CREATE", "ALTER", "DROP", "RENAME"})
_PREFIXES = frozenset({"EXPLAIN", "PREPARE", "DECLARE"})


def made_temporary(statement: SqlStatement, tokens: list[Token]) -> set[str]:
    """The names of the temporary tables that a statement makes, in lower case."""
    made = {
        access.table.lower()
        for access in statement.accesses
        if access.temporary and access.op == "insert" and not access.schema
    }
    words = [token.word for token in tokens[:8]]
    if words[0] == "CREATE" and "TABLE" in words and {"TEMP", "TEMPORARY"} & set(words):
        at = words.index("TABLE") + 1
        while at < len(words) and words[at] in {"IF", "NOT", "EXISTS"}:
            at += 1
        if at < len(tokens):
            made.add(tokens[at].text.strip('"`[]').lower())
    return made


def read_statement(text: str, tokens: list[Token], place: Place) -> SqlStatement:
    """One statement, given by its tokens."""
    tokens = _stripped(tokens)
    first = tokens[0].word
    if place.dialect == "tsql":  # SELECT ... INTO makes a table everywhere
        place = place._replace(procedural=False)
    line, end_line = place.line_of(tokens[0].start), place.line_of(tokens[-1].end - 1)
    if len(tokens) == 1 and tokens[0].kind == HOLE_KIND:
        return SqlStatement("unknown", line, end_line, understood="unknown", hole=True)
    simple = read_simple(tokens, place)
    if simple is not None:
        return SqlStatement(
            first.lower(), line, end_line, simple.accesses, (), simple.calls, simple.controls, simple.dynamic, "read"
        )
    if first in _DEFINITIONS and not _fills(tokens):
        return SqlStatement(kind_of(tokens), line, end_line, understood="read")
    return _query(text, tokens, place, line, end_line)


def _query(text: str, tokens: list[Token], place: Place, line: int, end_line: int) -> SqlStatement:
    said = rewrite(tokens, place)
    filled = fill(said.tokens, text)
    tree = parse(filled.text, place.dialect)
    understood: Understood = "parsed"
    accesses: tuple[SqlAccess, ...]
    walk = TableWalk(place.dialect, line, place.temporary, procedural=place.procedural)
    if tree is not None and walk.understands(tree):
        accesses, joins = replaced_rows(tokens, walk.accesses), walk.joins
    else:
        found = Reader(said.tokens, place).read()
        accesses, joins = found
        understood = "fallback" if accesses or _is_sql(tokens) else "unknown"
    calls = calls_of(tokens, place.line_of, place.dialect)
    return SqlStatement(
        kind_of(tokens), line, end_line, (*accesses, *said.accesses), joins, calls, (), (), understood, filled.hole
    )


def _stripped(tokens: list[Token]) -> list[Token]:
    """The statement without EXPLAIN, PREPARE ... AS, DECLARE ... CURSOR FOR before it."""
    first = tokens[0].word
    if first not in _PREFIXES:
        return tokens
    for i, token in enumerate(tokens[1:14], 1):
        if token.word in _VERBS and (first == "EXPLAIN" or tokens[i - 1].word in {"AS", "FOR", "IS"}):
            return tokens[i:]
    return tokens


def _fills(tokens: list[Token]) -> bool:
    """CREATE TABLE ... AS SELECT."""
    words = [token.word for token in tokens]
    if words[0] != "CREATE" or routine_kind(tokens) or "TABLE" not in words[:6]:
        return False
    if any(word in _KINDS for word in words[1 : words.index("TABLE")]):
        return False
    depth = 0
    for before, word in pairwise(words):
        depth += (before == "(") - (before == ")")
        if word == "SELECT" and (depth == 0 or before in {"(", "AS"}):  # `CREATE TABLE t SELECT`, `AS (SELECT`
            return depth == 0 or "AS" in words
        if depth == 0 and before == "AS" and word in {"WITH", "TABLE", "VALUES", "EXECUTE"}:
            return True
    return False


def _is_sql(tokens: list[Token]) -> bool:
    first = next((token.word for token in tokens if token.kind == WORD and not is_hole(token.text)), "")
    return first in _VERBS | _DEFINITIONS | _PREFIXES


_KINDS = words(
    "TABLE VIEW INDEX FUNCTION PROCEDURE PROC TRIGGER PACKAGE SEQUENCE SCHEMA DATABASE TYPE EXTENSION DOMAIN RULE"
)


def kind_of(tokens: list[Token]) -> str:
    """The statement's kind: its verb, with the kind of object that a definition defines."""
    first = next((token.word for token in tokens if token.kind == WORD), "unknown")
    if first in _DEFINITIONS:
        thing = next((token.word for token in tokens[1:14] if token.word in _KINDS), "")
        return f"{first} {thing}".strip().lower()
    if first == "WITH":
        depth = 0
        for token in tokens:
            depth += (token.word == "(") - (token.word == ")")
            if depth == 0 and token.word in _VERBS - {"WITH", "TABLE", "FROM", "VALUES"}:
                return token.word.lower()
    return first.lower()
