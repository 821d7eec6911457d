"""Where are the holes?  Gives every hole and parameter of a statement a name that any SQL parser accepts.

Code builds SQL with holes (`HOLE`, numbered in order) and hands over parameters (`%s`, `%(name)s`, `?`, `:name`,
`$1`, `{name}`). Each becomes a name that tells which one it was, so that a hole in a value's place reads as a column
and one in a table's place as a table. One that stands where a whole clause would (`FROM t WHERE x = 1 {order}`) is
left out, and the statement is known to be incomplete.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from boundary.model.sql import HOLE
from boundary.read.sql.lexer import HOLE_KIND, MARK, NUMBER, QUOTED, STRING, WORD, Token
from boundary.read.sql.names import words

_NAMED = re.compile(r"__(?:hole_(\d+)|mark)__", re.IGNORECASE)
_IN_QUOTES = re.compile(r"\{\w*\}|%s|%\(\w+\)s")

_BEFORE_A_VALUE = words(
    "SELECT DISTINCT ALL WHERE AND OR NOT ON HAVING BY SET IN LIKE ILIKE REGEXP RLIKE BETWEEN IS VALUES VALUE"
    " LIMIT OFFSET TOP FROM JOIN INTO UPDATE TABLE USING ONLY CASE WHEN THEN ELSE RETURNING AS INTERVAL ANY SOME"
    " EXISTS DELETE TRUNCATE CALL EXEC EXECUTE COPY DO TO FIRST NEXT DATE TIMESTAMP ESCAPE PERFORM RETURN"
    " SAVEPOINT REPLACE IGNORE LEVEL VIEW INDEX SEQUENCE SCHEMA DATABASE COLUMN CONSTRAINT ADD DROP RENAME TYPE"
    " FUNCTION PROCEDURE TRIGGER LATERAL CROSS UNION EXCEPT INTERSECT MERGE INSERT DEFAULT WITH RECURSIVE OF FOR"
    " IF RAISE CHECK REFERENCES DIV MOD XOR SIMILAR SEPARATOR WITHIN OVER COLLATE BINARY ROW LOAD INFILE FIELDS"
    " IDENTIFIED USER ROLE SHARE TABLES LOCK"
)
_STARTS_A_CLAUSE = words(
    "WHERE AND OR ON GROUP ORDER HAVING LIMIT OFFSET UNION EXCEPT INTERSECT FROM JOIN LEFT RIGHT INNER FULL CROSS"
    " SET RETURNING FOR WINDOW AS THEN ELSE END WHEN ASC DESC VALUES SELECT INTO USING FETCH NATURAL"
)


class Filled(NamedTuple):
    """A statement's text, ready for a parser, and whether a hole stood where a clause would."""

    text: str
    hole: bool


class Named(NamedTuple):
    """A name with `HOLE` where a hole stands in it, and the ordinals of those holes (-1 for a parameter)."""

    name: str
    holes: tuple[int, ...]


def name_holes(tokens: list[Token], source: str) -> list[Token]:
    """The tokens of `source` with every hole and parameter replaced by a name; positions stay."""
    result: list[Token] = []
    for token in tokens:
        named = _named(token, source)
        if result and _glued(result[-1], named):
            last = result.pop()
            joined = last.text + named.text
            named = Token(WORD, joined, last.start, named.end, joined.upper())
        result.append(named)
    return result


def _named(token: Token, source: str) -> Token:
    kind, text = token.kind, token.text
    if HOLE in text:
        replaced = _numbered(text, source.count(HOLE, 0, token.start))
        return token._replace(text=replaced, word=replaced.upper() if kind == WORD else token.word)
    if kind == HOLE_KIND:
        return token._replace(text="__mark__")
    if kind == QUOTED and _IN_QUOTES.search(text):
        return token._replace(text=_IN_QUOTES.sub("__mark__", text))
    return token


def _numbered(text: str, ordinal: int) -> str:
    pieces = text.split(HOLE)
    return pieces[0] + "".join(f"__hole_{ordinal + i}__{piece}" for i, piece in enumerate(pieces[1:]))


def _glued(last: Token, token: Token) -> bool:
    """Whether two tokens without a space between them are one name, as in `orders_{year}` or `{prefix}_orders`."""
    if last.end != token.start or last.kind not in {WORD, HOLE_KIND} or token.kind not in {WORD, HOLE_KIND, NUMBER}:
        return False
    return HOLE_KIND in {last.kind, token.kind} or last.text.endswith("__")


def name_of(text: str) -> Named:
    """A parsed name, with its holes put back."""
    if "__" not in text:
        return Named(text, ())
    holes = tuple(int(found.group(1)) if found.group(1) else -1 for found in _NAMED.finditer(text))
    return Named(_NAMED.sub(HOLE, text) if holes else text, holes)


def is_hole(text: str) -> bool:
    """Whether a name is nothing but a hole or a parameter."""
    return _NAMED.fullmatch(text) is not None


def fill(tokens: list[Token], text: str) -> Filled:
    """The text of a statement for a parser: comments gone, holes named, clause holes out; lines stay where they were.

    Args:
        tokens: the statement's tokens, after `name_holes`.
        text: the text that their positions refer to.
    """
    parts: list[str] = []
    missing = False
    end = tokens[0].start
    for i, token in enumerate(tokens):
        gap = text[end : token.start]
        parts.append(gap if not gap or gap.isspace() else " " + "\n" * gap.count("\n"))
        end = token.end
        if token.kind != HOLE_KIND:
            parts.append(token.text)
            continue
        replaced = _in_place(tokens, i)
        missing = missing or not replaced
        parts.append(replaced + "\n" * text.count("\n", token.start, token.end))
    return Filled("".join(parts), missing)


def _in_place(tokens: list[Token], i: int) -> str:
    """What a parser should see instead of the hole at `i`: a name, an operator, a list, or nothing."""
    token = tokens[i]
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if before is None:
        return "" if after is not None and after.kind == WORD else token.text
    if before.word in {"IN", "VALUES"} and (after is None or after.word != "("):
        return f"({token.text})"
    if before.word == "." or (after is not None and after.word == "."):
        return token.text
    if not _is_operand(before):
        return token.text
    if after is not None and before.kind != HOLE_KIND and after.kind in {NUMBER, STRING, HOLE_KIND}:
        return "="
    return (
        ""
        if after is None or after.word in _STARTS_A_CLAUSE or after.word in {")", ";"} or after.kind == HOLE_KIND
        else "="
    )


def _is_operand(token: Token) -> bool:
    if token.kind == WORD:
        return token.word not in _BEFORE_A_VALUE
    return token.kind in {QUOTED, STRING, NUMBER, HOLE_KIND} or (token.kind == MARK and token.word in {")", "]"})
