"""Which subprograms does a package's body hold?  PL/SQL packages and type bodies, cut into their routines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.read.sql.lexer import Token

_INNER_END = frozenset({"IF", "LOOP", "WHILE", "REPEAT", "FOR"})


class Part(NamedTuple):
    """A subprogram (`kind` is PROCEDURE or FUNCTION, `body` where its body begins), or what stands between two."""

    kind: str | None
    tokens: list[Token]
    body: int = 0


def subprograms(tokens: list[Token], start: int) -> Iterator[Part]:
    """The parts of a package body whose name ends at `start`."""
    i = next((k + 1 for k in range(start, len(tokens)) if tokens[k].word in {"IS", "AS"}), len(tokens))
    rest = i
    while i < len(tokens):
        if tokens[i].word in {"PROCEDURE", "FUNCTION"} and (i == 0 or tokens[i - 1].word not in {"END", "EXECUTE"}):
            body = _body(tokens, i)
            end = _end(tokens, body) if body < len(tokens) and tokens[body - 1].word in {"IS", "AS"} else body
            if rest < i:
                yield Part(None, tokens[rest:i])
            if end > body:
                yield Part(tokens[i].word, tokens[i:end], body - i)
            i = rest = end
        else:
            i += 1
    if rest < len(tokens):
        yield Part(None, tokens[rest:])


def _body(tokens: list[Token], start: int) -> int:
    """Behind the IS or AS of a subprogram's header, or behind the semicolon of a forward declaration."""
    depth = 0
    for k in range(start, len(tokens)):
        word = tokens[k].word
        depth += (word == "(") - (word == ")")
        if depth == 0 and word in {"IS", "AS", ";"}:
            return k + 1
    return len(tokens)


def _end(tokens: list[Token], start: int) -> int:
    """Behind the semicolon that ends the subprogram whose body begins at `start`, local subprograms within it."""
    depth = 0
    pending = 1
    header = False
    for k in range(start, len(tokens)):
        word = tokens[k].word
        if word == "BEGIN":
            depth += 1
            pending -= depth == 1
        elif word == "CASE" and tokens[k - 1].word != "END":
            depth += 1
        elif word == "END" and (k + 1 == len(tokens) or tokens[k + 1].word not in _INNER_END):
            depth -= 1
        elif word in {"PROCEDURE", "FUNCTION"} and depth == 0:
            header = True
        elif header and word in {"IS", "AS"}:
            header = False
            pending += 1
        elif word == ";":
            header = False
            if depth <= 0 and pending <= 0:
                return k + 1
        elif word in {"LANGUAGE", "EXTERNAL"} and k == start:
            pending = 0
    return len(tokens)
