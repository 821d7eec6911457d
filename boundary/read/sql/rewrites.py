"""What does a parser need said differently?  Small changes to a statement's words that keep its tables and lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from boundary.model.sql import SqlAccess
from boundary.read.sql.dotted import name_at
from boundary.read.sql.names import CONFLICTS, words
from boundary.read.sql.simple import access_of, closing

if TYPE_CHECKING:
    from boundary.read.sql.lexer import Token
    from boundary.read.sql.simple import Place

_ROWS_KEPT = 3
_MANY = 200
_CONFLICT = 3
_CLAUSES = words("FROM WHERE GROUP ORDER HAVING UNION LIMIT FOR RETURNING")


class Rewritten(NamedTuple):
    """A statement in the parser's words, and the accesses that were taken out of it."""

    tokens: list[Token]
    accesses: tuple[SqlAccess, ...] = ()


def rewrite(tokens: list[Token], place: Place) -> Rewritten:
    """The statement with what the parser does not know left out or said in its words."""
    first = tokens[0].word
    words = {token.word for token in tokens}
    accesses: tuple[SqlAccess, ...] = ()
    if first == "REPLACE":
        tokens = [tokens[0]._replace(text="INSERT", word="INSERT"), *tokens[1:]]
    if first == "UPDATE" and _conflicts(tokens):
        tokens = [tokens[0], *tokens[3:]]
    if "VALUES" in words and len(tokens) > _MANY:
        tokens = _few_rows(tokens)
    if place.procedural and "INTO" in words:
        tokens = _without_variables(tokens)
    if first == "CREATE" and "COMMIT" in words:
        tokens = _without_commit(tokens)
    if "CURRENT" in words:
        tokens = _without_cursor(tokens)
    if place.dialect == "tsql":
        tokens = _without_top(tokens) if "TOP" in words else tokens
        if "OUTPUT" in words:
            return _without_output(tokens, place)
    return Rewritten(tokens, accesses)


def _conflicts(tokens: list[Token]) -> bool:
    """`UPDATE OR IGNORE t`, as SQLite says what happens to rows that conflict."""
    return len(tokens) > _CONFLICT and tokens[1].word == "OR" and tokens[2].word in CONFLICTS


def _without_commit(tokens: list[Token]) -> list[Token]:
    """`CREATE TEMP TABLE t ON COMMIT DROP AS ...` without its ON COMMIT."""
    for i in range(1, len(tokens) - 2):
        if tokens[i].word == "ON" and tokens[i + 1].word == "COMMIT":
            return [*tokens[:i], *tokens[i + (3 if tokens[i + 2].word == "DROP" else 4) :]]
    return tokens


def _without_top(tokens: list[Token]) -> list[Token]:
    """`DELETE TOP (10) FROM t` without its TOP."""
    for i in range(1, len(tokens) - 1):
        if tokens[i].word == "TOP" and tokens[i - 1].word in {"DELETE", "UPDATE", "INSERT", "MERGE"}:
            end = closing(tokens, i + 1) + 1 if tokens[i + 1].word == "(" else i + 2
            end += end < len(tokens) and tokens[end].word == "PERCENT"
            return [*tokens[:i], *tokens[end:]]
    return tokens


_AFTER_OUTPUT = frozenset({"VALUES", "SELECT", "FROM", "WHERE", "DEFAULT", "EXEC", "EXECUTE", "WITH", ";", "OPTION"})


def _without_output(tokens: list[Token], place: Place) -> Rewritten:
    """A write without `OUTPUT ... INTO t (columns)`, and the insert that it makes."""
    start = next((i for i, token in enumerate(tokens) if token.word == "OUTPUT" and i > 1), -1)
    if start < 0 or tokens[0].word not in {"INSERT", "UPDATE", "DELETE", "MERGE", "WITH"}:
        return Rewritten(tokens)
    depth = 0
    end = start + 1
    accesses: list[SqlAccess] = []
    while end < len(tokens) and not (depth == 0 and tokens[end].word in _AFTER_OUTPUT):
        depth += (tokens[end].word == "(") - (tokens[end].word == ")")
        if depth < 0:
            return Rewritten(tokens)
        if depth == 0 and tokens[end].word == "INTO":
            name = name_at(tokens, end + 1, place.dialect)
            access = name and access_of(name.table, name.schema, "insert", place.line_of(name.token.start), place)
            accesses += [access] if access else []
        end += 1
    return Rewritten([*tokens[:start], *tokens[end:]], tuple(accesses))


def replaced_rows(tokens: list[Token], accesses: tuple[SqlAccess, ...]) -> tuple[SqlAccess, ...]:
    """REPLACE deletes the rows that it replaces, as UPDATE OR REPLACE does."""
    first = tokens[0].word
    if not accesses or not (first == "REPLACE" or (first == "UPDATE" and _conflicts(tokens))):
        return accesses
    if first == "UPDATE" and tokens[2].word != "REPLACE":
        return accesses
    target = next((access for access in accesses if access.op in {"insert", "update"}), None)
    if target is None:
        return accesses
    deletes = SqlAccess(target.table, "delete", target.line, target.schema, (), target.temporary, target.holes)
    return (target, deletes, *(access for access in accesses if access is not target))


def _few_rows(tokens: list[Token]) -> list[Token]:
    """`VALUES` with its first rows only, where the others hold no query."""
    at = next(i for i, token in enumerate(tokens) if token.word == "VALUES")
    depth = rows = 0
    cut: int | None = None
    for i in range(at + 1, len(tokens)):
        word = tokens[i].word
        depth += (word == "(") - (word == ")")
        if depth == 0 and word == ")":
            rows += 1
            if rows == _ROWS_KEPT:
                cut = i + 1
        elif depth == 0 and word not in {",", ")"}:
            return tokens if cut is None or rows <= _ROWS_KEPT else _cut(tokens, cut, i)
    return tokens if cut is None else _cut(tokens, cut, len(tokens))


def _cut(tokens: list[Token], start: int, end: int) -> list[Token]:
    if any(token.word == "SELECT" for token in tokens[start:end]):
        return tokens
    return [*tokens[:start], *tokens[end:]]


def _without_variables(tokens: list[Token]) -> list[Token]:
    """`SELECT a INTO b FROM t` in a routine: b is a variable. `INSERT INTO` and `MERGE INTO` keep theirs."""
    result: list[Token] = []
    i = 0
    while i < len(tokens):
        if tokens[i].word == "INTO" and _fills_variables(tokens, i):
            while result and result[-1].word in {"BULK", "COLLECT"}:
                result.pop()
            i += 1
            depth = 0
            while i < len(tokens) and not (
                depth == 0 and tokens[i].word in _CLAUSES | {")", ";", "VALUES", "SELECT"} and _ends(tokens, i)
            ):
                depth += (tokens[i].word in {"(", "["}) - (tokens[i].word in {")", "]"})
                if not _continues(tokens, i):
                    i += 1
                    break
                i += 1
            continue
        result.append(tokens[i])
        i += 1
    return result


def _fills_variables(tokens: list[Token], i: int) -> bool:
    before = tokens[i - 1].word if i else ""
    return before not in {"INSERT", "MERGE", "REPLACE", "IGNORE", "OVERWRITE", "ALL", "FIRST", "DELAYED"} and not (
        before == ")" and tokens[0].word == "INSERT" and tokens[1].word in {"ALL", "FIRST"}
    )


def _continues(tokens: list[Token], i: int) -> bool:
    """Whether the list of variables goes on behind the token at `i`: `a.b, c[1], STRICT d`."""
    if i + 1 >= len(tokens):
        return False
    here, following = tokens[i].word, tokens[i + 1].word
    return (
        here in {",", ".", "STRICT", "(", "[", ":", "@"}
        or following in {",", ".", "[", "(", "]", ")"}
        or _inside(tokens, i)
    )


def _inside(tokens: list[Token], i: int) -> bool:
    depth = 0
    for k in range(i, max(i - 12, 0), -1):
        word = tokens[k].word
        if word == "INTO":
            return False
        depth += (word in {")", "]"}) - (word in {"(", "["})
        if depth < 0:
            return True
    return False


def _ends(tokens: list[Token], i: int) -> bool:
    return tokens[i - 1].word != "."


def _without_cursor(tokens: list[Token]) -> list[Token]:
    """`WHERE CURRENT OF cursor` out."""
    for i in range(1, len(tokens) - 2):
        if tokens[i].word == "CURRENT" and tokens[i + 1].word == "OF" and tokens[i - 1].word == "WHERE":
            return [*tokens[: i - 1], *tokens[i + 3 :]]
    return tokens
