"""Where in a template does its language begin and end?  Tags, expressions and nothing else, each with its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENING = re.compile(r"\{[%{#]")
_CLOSING = {"{%": "%}", "{{": "}}", "{#": "#}"}
_RAW = frozenset({"verbatim", "comment", "raw"})
_ENDS = {name: re.compile(rf"\{{%[-+]?\s*end{name}\b") for name in _RAW}
LONGEST = 4_000
"""Letters of the longest tag that is looked at; what is longer is data."""


class Token(NamedTuple):
    """A tag with the text behind its `name`, or (without a name) an expression."""

    name: str
    text: str
    line: int


def tokens(text: str) -> Iterator[Token]:
    """The tags and expressions of a template in order; comments and what stands verbatim are left out."""
    position, line, counted = 0, 1, 0
    never: set[str] = set()
    while (found := _OPENING.search(text, position)) is not None:
        opening, start = found[0], found.start()
        position = found.end()
        end = -1 if opening in never else text.find(_CLOSING[opening], position)
        if end < 0:
            never.add(opening)
            continue
        inner = text[position:end] if end - position < LONGEST else ""
        position = end + 2
        inner = inner.strip("-+ \t\r\n") if opening == "{%" else inner.strip("- \t\r\n")
        if opening == "{#" or not inner:
            continue
        line += text.count("\n", counted, start)
        counted = start
        if opening == "{{":
            yield Token("", inner, line)
            continue
        name, *rest = inner.split(None, 1)
        if name in _RAW:
            ended = _ENDS[name].search(text, position)
            position = ended.start() if ended else len(text)
        else:
            yield Token(name, rest[0] if rest else "", line)
