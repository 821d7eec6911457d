"""What are the words of this SQL?  A tolerant tokenizer for every dialect, which never fails.

It knows strings, quoted names, dollar quotes, comments, those of templates too, parameters of every style and the holes
that code leaves in the SQL it builds. What it cannot make sense of becomes punctuation.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from boundary.model.sql import HOLE

WORD, QUOTED, STRING, NUMBER, HOLE_KIND, BODY, MARK = "w", "q", "s", "n", "h", "d", "p"


class Token(NamedTuple):
    """One token. `word` is its text in upper case for words, its text for all others.

    `kind`: "w" word, "q" quoted name, "s" string, "n" number, "h" hole or parameter, "d" dollar-quoted body,
    "p" punctuation. `start` and `end` are positions in the text.
    """

    kind: str
    text: str
    start: int
    end: int
    word: str


_COMMENT = r"(?P<comment>--[^\n]*|/\*{version}(?:[^*]|\*(?!/))*(?:\*/|\Z)|\{{\#.*?\#\}}{hash})"
_STRING = (
    r"(?P<string>[nNbBxX]?'(?:[^'{escape}]|''{escaped})*(?:'|\Z)|[eE]'(?:[^'\\]|''|\\.)*(?:'|\Z)"
    r"|[uU]&'[^']*'{oracle}{double})"
)
_DOLLAR = r"(?P<body>\$(?P<tag>[A-Za-z_]\w*)?\$)"
_QUOTED = r"(?P<quoted>{quotes}{bracket})"
_HOLE = (
    r"(?P<hole>\{{\{{.*?\}}\}}|\{{%.*?%\}}|\{{[A-Za-z_][\w.\[\]!:()]*\}}|\{{\d*\}}"
    r"|%\(\w+\)[sdbtifr]|%[sdbti](?!\w)|(?<![\w:\])]):[A-Za-z_]\w*|(?<![\w:\])]):\d+|(?<=[(\s,]):'\w+'"
    r"|\$\d+|\$\{{\w+\}}|\$\(\w+\)|\?(?![|&?]){substitution})"
)
_WORD = r"(?P<word>(?:[^\W\d]|[@#\x00]|(?<!\w)\$(?=[A-Za-z_]))[\w@#$\x00]*)"
_NUMBER = r"(?P<number>\d[\w.]*|\.\d\w*)"
_MARK = r"(?P<mark>::|:=|=>|<>|<=|>=|!=|\|\||\S)"


@lru_cache(maxsize=16)
def _pattern(dialect: str | None) -> re.Pattern[str]:
    mysql = dialect in {"mysql", "mariadb"}
    backslash = dialect in {"mysql", "mariadb", "bigquery", "hive", "spark"}
    parts = [
        r"(?P<space>\s+)",
        r"(?P<version>/\*!\d*|\*/)" if mysql or dialect is None else r"(?P<version>\*/)",
        _COMMENT.format(hash=r"|\#[^\n]*" if mysql else "", version="(?!!)" if mysql or dialect is None else ""),
        _STRING.format(
            escape=r"\\" if backslash else "",
            escaped=r"|\\." if backslash else "",
            oracle=r"|[nN]?[qQ]'(?:\[.*?\]|\{.*?\}|\(.*?\)|<.*?>|(?P<delimiter>[^\s\w]).*?(?P=delimiter))'",
            double=r'|"(?:[^"\\]|""|\\.)*(?:"|\Z)' if mysql else "",
        ),
        _QUOTED.format(
            quotes=r"`[^`]*`" if mysql else r'`[^`]*`|"(?:[^"]|"")*(?:"|\Z)',
            bracket=r"|\[[^\]\[\n]+\]" if dialect == "tsql" else r"|(?<![\w\])\"])\[[A-Za-z_][\w \x00.]*\]",
        ),
        _HOLE.format(substitution=r"|&&?[A-Za-z]\w*\.?" if dialect == "oracle" else ""),
        _WORD,
        _NUMBER,
        _MARK,
    ]
    if dialect in {"postgres", None, "redshift", "snowflake"}:
        parts.insert(3, _DOLLAR)
    return re.compile("|".join(parts), re.DOTALL)


def tokenize(text: str, dialect: str | None = None, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text`, comments left out. Unterminated strings and comments end with the text.

    Args:
        text: any text.
        dialect: a sqlglot dialect name, or None for a mixture that suits most.
        start: where to begin.
        end: where to stop.
    """
    tokens: list[Token] = []
    match = _pattern(dialect).match
    position, length = start, len(text) if end is None else end
    while position < length:
        found = match(text, position, length)
        if found is None:
            break
        kind, stop = found.lastgroup, found.end()
        if kind == "body":
            stop = min(_end_of_dollar(text, found), length)
            tokens.append(Token(BODY, text[position:stop], position, stop, "$$"))
        elif kind == "comment":
            stop = _end_of_comment(text, position, stop, dialect)
        elif kind not in {"space", "version"}:
            tokens.append(_token(kind, text[position:stop], position, stop, tokens))
        position = stop
    return tokens


def _token(kind: str | None, text: str, start: int, end: int, before: list[Token]) -> Token:
    if kind == "word":
        if not text.strip(HOLE):
            return Token(HOLE_KIND, text, start, end, HOLE)
        return Token(WORD, text, start, end, text.upper())
    if kind == "string":
        return Token(STRING, text, start, end, "''")
    if kind == "quoted":
        return Token(QUOTED, text, start, end, text)
    if kind == "hole":
        if text == "?" and before and (before[-1].kind in "qs" or before[-1].word in {")", "]"}):
            return Token(MARK, text, start, end, text)
        return Token(HOLE_KIND, text, start, end, "?")
    if kind == "number":
        return Token(NUMBER, text, start, end, text)
    return Token(MARK, text, start, end, text)


def _end_of_dollar(text: str, found: re.Match[str]) -> int:
    """Where a dollar-quoted text ends; at its opening mark when it never does."""
    quote = found.group("body")
    end = text.find(quote, found.end())
    return len(text) if end < 0 else end + len(quote)


def _end_of_comment(text: str, start: int, end: int, dialect: str | None) -> int:
    """Where a comment ends that started at `start`, with comments nested in it where the dialect nests them."""
    if (
        dialect not in {"postgres", "tsql", None}
        or not text.startswith("/*", start)
        or "/*" not in text[start + 2 : end]
    ):
        return end
    depth, position = 0, start
    for found in re.finditer(r"/\*|\*/", text[start:]):
        depth += 1 if found.group() == "/*" else -1
        position = start + found.end()
        if depth == 0:
            return position
    return end


def word_at(tokens: list[Token], i: int) -> str:
    """The word of the token at `i`; empty where there is none."""
    return tokens[i].word if 0 <= i < len(tokens) else ""


def unquote(text: str) -> str:
    """A name without its quotes."""
    first = text[:1]
    if first == "[" and text.endswith("]"):
        return text[1:-1]
    if first in {'"', "`"}:
        inner = text[1:-1] if len(text) > 1 and text.endswith(first) else text[1:]
        return inner.replace(first * 2, first)
    return text


_PREFIXED = re.compile(r"^(?:[nNbBxXeE]|[uU]&)(?=')")


def string_value(text: str) -> str:
    """What a string literal says, without its quotes and prefix (Oracle's `q'[...]'` too)."""
    if re.match(r"[nN]?[qQ]'", text):
        return text[text.index("'") + 2 : -2]
    bare = _PREFIXED.sub("", text)
    quote = bare[:1]
    inner = bare[1:-1] if len(bare) > 1 and bare.endswith(quote) else bare[1:]
    return inner.replace(quote * 2, quote)
