"""Which names stand here?  Dotted names and the calls of functions, read from tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from boundary.model.sql import SqlCall
from boundary.read.sql.lexer import HOLE_KIND, QUOTED, WORD, Token, unquote, word_at
from boundary.read.sql.names import BUILT_IN, NO_CALL, fold, words
from boundary.read.sql.placeholders import is_hole

if TYPE_CHECKING:
    from collections.abc import Callable

_NO_NAMES = words(
    "WHERE GROUP ORDER HAVING LIMIT OFFSET UNION EXCEPT INTERSECT MINUS SET VALUES SELECT RETURNING WINDOW FETCH"
    " CONNECT START INTO LOOP FOR WHEN AS ON AND OR NOT FROM"
)


class Name(NamedTuple):
    """A dotted name: where it begins (`token`), and the position behind it."""

    schema: str | None
    table: str
    after: int
    token: Token

    @property
    def full(self) -> str:
        """The name with its schema, where one was given."""
        return f"{self.schema}.{self.table}" if self.schema else self.table


def name_at(tokens: list[Token], i: int, dialect: str | None) -> Name | None:
    """The dotted name that starts at `i`, or None where no name stands."""
    parts: list[str] = []
    first = i
    while i < len(tokens):
        token = tokens[i]
        if token.kind not in {WORD, QUOTED, HOLE_KIND} or (
            token.kind == WORD and not parts and token.word in _NO_NAMES
        ):
            break
        quoted = token.kind == QUOTED
        parts.append(unquote(token.text) if quoted else fold(token.text, dialect, quoted=False))
        i += 1
        if i < len(tokens) and tokens[i].word == ".":
            i += 1
            while i < len(tokens) and tokens[i].word == ".":  # server..table
                i += 1
            continue
        break
    if not parts:
        return None
    if len(parts) == 1 and is_hole(parts[0]) and tokens[first].kind == HOLE_KIND:
        return Name(None, parts[0], i, tokens[first])
    schema = parts[-2] if len(parts) > 1 and not is_hole(parts[-2]) else None  # `{{ schema }}.orders` may be any
    return Name(schema, parts[-1], i, tokens[first])


_NAMES_FOLLOW = frozenset(
    {"INTO", "TABLE", "REFERENCES", "JOIN", "UPDATE", "AS", ")", "INDEX", "ON", "VIEW", "WITH", "RECURSIVE"}
)


def calls_of(tokens: list[Token], line_of: Callable[[int], int], dialect: str | None) -> tuple[SqlCall, ...]:
    """The functions that the words call: names right before a parenthesis, without the databases' own."""
    found: dict[SqlCall, None] = {}
    for i, token in enumerate(tokens):
        if token.word != "(" or i == 0 or tokens[i - 1].kind not in {WORD, QUOTED}:
            continue
        first = i - 1
        while first > 1 and tokens[first - 1].word == "." and tokens[first - 2].kind in {WORD, QUOTED}:
            first -= 2
        name = name_at(tokens, first, dialect)
        if name is None or _no_call(name, tokens, first):
            continue
        found.setdefault(SqlCall(name.table, line_of(name.token.start), name.schema))
    return tuple(found)


def _no_call(name: Name, tokens: list[Token], first: int) -> bool:
    lower = name.table.lower()
    if name.schema is None and (lower in BUILT_IN or (lower in NO_CALL and tokens[first].kind == WORD)):
        return True
    before = tokens[first - 1].word if first else ""
    if before in _NAMES_FOLLOW and before not in {"ON", "JOIN"}:
        return True
    return before == "," and _is_cte(tokens, name.after)


def _is_cte(tokens: list[Token], i: int) -> bool:
    """Whether `(columns) AS (` follows."""
    while i < len(tokens) and tokens[i].word != ")":
        i += 1
    return word_at(tokens, i + 1) == "AS" and word_at(tokens, i + 2) == "("
