"""Where does one statement end and the next begin?  Over tokens, with the nesting of procedural blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.read.sql.lexer import HOLE_KIND, WORD, Token, word_at
from boundary.read.sql.names import words

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUTINES = frozenset({"FUNCTION", "PROCEDURE", "PROC", "TRIGGER", "PACKAGE", "EVENT", "TYPE"})
_BEFORE_ROUTINE = words(
    "CREATE OR REPLACE ALTER EDITIONABLE NONEDITIONABLE DEFINER AGGREGATE TEMP TEMPORARY CONSTRAINT FORCE IF NOT"
    " EXISTS SQL SECURITY INVOKER CURRENT_USER GLOBAL FOREIGN"
)
_AFTER_BEGIN = frozenset(
    {
        ";",
        "",
        "TRAN",
        "TRANSACTION",
        "WORK",
        "ISOLATION",
        "READ",
        "DEFERRED",
        "IMMEDIATE",
        "EXCLUSIVE",
        "CONCURRENT",
        "END",
        "NOT",
        "DISTRIBUTED",
    }
)
_PLAIN_END = frozenset({"IF", "LOOP", "WHILE", "REPEAT", "FOR"})


def routine_kind(tokens: list[Token]) -> str | None:
    """The kind of the routine that a statement defines ("FUNCTION", "PROCEDURE", "TRIGGER", "PACKAGE" ...), or None."""
    if tokens and tokens[0].word in {"PROCEDURE", "FUNCTION"} and word_at(tokens, 1) not in {"", ";", "(", "."}:
        return tokens[0].word  # a unit of PL/SQL in a file of its own, for a tool to put CREATE before
    if not tokens or tokens[0].word not in {"CREATE", "ALTER"}:
        return None
    for i, token in enumerate(tokens[1:16], 1):
        if token.word in ROUTINES:
            following = tokens[i + 1].word if i + 1 < len(tokens) else ""
            if token.word == "TYPE" and following != "BODY":
                return None
            return "PROCEDURE" if token.word == "PROC" else token.word
        if (
            token.kind == WORD
            and token.word not in _BEFORE_ROUTINE
            and not {tokens[i - 1].word, token.word} & {"=", "@"}
        ):
            return None
    return None


def is_block(tokens: list[Token], i: int = 0, dialect: str | None = None) -> bool:
    """Whether an anonymous procedural block starts at `i`."""
    word = tokens[i].word
    following = tokens[i + 1].word if i + 1 < len(tokens) else ""
    if word == "BEGIN":
        return following not in _AFTER_BEGIN and tokens[i + 1].kind != HOLE_KIND
    if word == "DECLARE":
        after = {token.word for token in tokens[i + 2 : i + 8]}
        return dialect != "tsql" and not following.startswith("@") and "CURSOR" not in after
    return word == "<" and following == "<"


def split(tokens: list[Token], dialect: str | None = None) -> Iterator[list[Token]]:
    """The statements of a script, without the semicolons that end them; routines and blocks stay in one piece."""
    start = 0
    size = len(tokens)
    while start < size:
        if tokens[start].word in {";", "/"}:
            start += 1
            continue
        end = _end(tokens, start, dialect)
        yield tokens[start:end]
        start = end


def _end(tokens: list[Token], start: int, dialect: str | None) -> int:
    kind = routine_kind(tokens[start : start + 20])
    if kind is None and not is_block(tokens, start, dialect):
        return _semicolon(tokens, start)
    if kind is not None and _has_text_body(tokens, start):
        return _semicolon(tokens, start)
    return _end_of_routine(tokens, start, kind)


def _semicolon(tokens: list[Token], start: int) -> int:
    """The end of a plain statement; the semicolons of a rule stand in parentheses."""
    rule = tokens[start].word == "CREATE" and any(token.word == "RULE" for token in tokens[start + 1 : start + 4])
    depth = 0
    for i in range(start, len(tokens)):
        word = tokens[i].word
        if rule:
            depth += (word == "(") - (word == ")")
        if word == ";" and depth <= 0:
            return i
    return len(tokens)


def _has_text_body(tokens: list[Token], start: int) -> bool:
    """Whether the routine's body is one literal, as PostgreSQL writes it."""
    for i in range(start, len(tokens)):
        word = tokens[i].word
        if word == ";" or word in {"BEGIN", "DECLARE"}:
            return False
        if word == "AS" and i + 1 < len(tokens) and tokens[i + 1].kind in "ds":
            return True
        if word == "EXECUTE" and i + 1 < len(tokens) and tokens[i + 1].word in {"PROCEDURE", "FUNCTION"}:
            return True
    return False


class _Nesting:
    """How deep a position stands in a routine's blocks.

    `waiting` holds the depths of the headers (`PROCEDURE p IS`) whose BEGIN is still to come.
    """

    def __init__(self, kind: str | None) -> None:
        self.depth = 0
        self.waiting: list[int] = []
        self._in_header = kind in {"FUNCTION", "PROCEDURE"}
        self._package = kind in {"PACKAGE", "TYPE"}
        self._opened = False
        self._parentheses = 0

    @property
    def outside(self) -> bool:
        return self.depth <= 0 and not self.waiting and self._parentheses <= 0

    def step(self, tokens: list[Token], i: int) -> None:
        """Move over one token."""
        word, before, following = tokens[i].word, word_at(tokens, i - 1), word_at(tokens, i + 1)
        if word in {"(", ")"}:
            self._parentheses += 1 if word == "(" else -1
        elif word == "CASE" and before != "END":
            self.depth += 1
        elif word == "END" and following not in _PLAIN_END:
            self.depth -= 1
        elif self._parentheses <= 0:
            self._word(word, before, following)

    def _word(self, word: str, before: str, following: str) -> None:
        """Move over a word that stands outside of parentheses."""
        if word == "BEGIN":
            self._begin(following)
        elif word in {"IS", "AS"}:
            self._is(following)
        elif word in {"FUNCTION", "PROCEDURE"} and (self._opened or self.waiting) and before not in {"EXECUTE", "END"}:
            self._in_header = True
        elif word == "DECLARE" and self.depth == 0 and not self.waiting:
            self.waiting.append(0)
        elif word == ";":
            self._in_header = False

    def _begin(self, following: str) -> None:
        if following in _AFTER_BEGIN - {"END", "NOT", "", "READ"}:
            return
        if self.waiting and self.waiting[-1] == self.depth:
            self.waiting.pop()
        elif self._package and self.depth == 1:
            return  # a package's own initial block ends with the package
        self.depth += 1

    def _is(self, following: str) -> None:
        if self._package and not self._opened:
            self._opened = True
            self.depth += 1
        elif self._in_header:
            self._in_header = False
            if following not in {"LANGUAGE", "EXTERNAL"}:
                self.waiting.append(self.depth)


def _end_of_routine(tokens: list[Token], start: int, kind: str | None) -> int:
    nesting = _Nesting(kind)
    for i in range(start, len(tokens)):
        nesting.step(tokens, i)
        if tokens[i].word == ";" and nesting.outside:
            return i
    return len(tokens)


def lines_of(text: str) -> list[int]:
    """The positions at which the lines of a text begin."""
    starts = [0]
    position = text.find("\n")
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\n", position + 1)
    return starts
