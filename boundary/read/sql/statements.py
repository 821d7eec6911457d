"""What does a text of SQL do?  Every statement of it; no text is dropped, and none raises."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from boundary.model.sql import SqlFacts, SqlStatement
from boundary.read.sql.body import read_body
from boundary.read.sql.lexer import BODY, STRING, Token, tokenize
from boundary.read.sql.placeholders import name_holes
from boundary.read.sql.queries import made_temporary, read_statement
from boundary.read.sql.simple import Place
from boundary.read.sql.split import is_block, lines_of, routine_kind, split

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_TEXT_LIMIT = 4_000_000


@lru_cache(maxsize=4096)
def read_sql(text: str, dialect: str | None = None) -> SqlFacts:
    """The facts of a text of SQL as code hands it to a database.

    Args:
        text: one or more statements, `HOLE` standing for what is only known when the program runs.
        dialect: a sqlglot dialect name ("postgres", "mysql", "sqlite", "tsql", "oracle"), or None if not known.

    Returns:
        The statements in order. Never raises; a text that says nothing gives no statements.
    """
    kept = text[:_TEXT_LIMIT]
    tokens = name_holes(tokenize(kept, dialect), kept)
    starts = lines_of(kept)
    return SqlFacts(tuple(read_statements(kept, tokens, dialect, lambda position: bisect_right(starts, position) - 1)))


def read_statements(
    text: str, tokens: list[Token], dialect: str | None, line_of: Callable[[int], int]
) -> Iterator[SqlStatement]:
    """The statements of a tokenized text; tables that one makes as temporary are so for those after it."""
    if dialect == "tsql" and not routine_kind(tokens):
        yield from read_body(text, tokens, Place(dialect, line_of))
        return
    temporary: set[str] = set()
    for piece in split(tokens, dialect):
        place = Place(dialect, line_of, frozenset(temporary))
        for statement in _statements(text, piece, place):
            temporary |= made_temporary(statement, piece)
            yield statement


def _statements(text: str, tokens: list[Token], place: Place) -> Iterator[SqlStatement]:
    """One statement, or those of an anonymous block."""
    body = block_of(text, tokens, place.dialect)
    if body is None:
        yield read_statement(text, tokens, place)
    else:
        yield from read_body(text, body, place._replace(procedural=True))


def block_of(text: str, tokens: list[Token], dialect: str | None) -> list[Token] | None:
    """The tokens of an anonymous block's body, or None if the statement is none."""
    if tokens[0].word == "DO" and any(token.kind in {BODY, STRING} for token in tokens):
        body = next(token for token in tokens if token.kind in {BODY, STRING})
        return body_tokens(text, body, dialect)
    if is_block(tokens, 0, dialect):
        return tokens
    if dialect == "oracle" and tokens[0].word in {"EXEC", "EXECUTE"} and tokens[1:] and is_block(tokens, 1, dialect):
        return tokens[1:]
    return None


def body_tokens(text: str, body: Token, dialect: str | None) -> list[Token]:
    """The tokens within a literal that holds code; their positions are those of the text around it."""
    source = text[body.start : body.end]
    if body.kind == BODY:
        quote = len(source[: source.index("$", 1) + 1])
        return name_holes(tokenize(text, dialect, body.start + quote, body.end - quote), text)
    mark = source[-1] if source[-1] in {"'", '"'} else "'"  # an unterminated one ends anyhow
    prefix = source.find(mark) + 1
    inner = source[prefix:-1].replace(mark * 2, f"{mark} ")
    patched = text[: body.start + prefix] + inner
    return name_holes(tokenize(patched, dialect, body.start + prefix), patched)
