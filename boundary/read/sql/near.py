"""In which schema is what a script names without one?  `SET search_path`, `USE` and their like."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, TypeVar

import msgspec

from boundary.model.sql import SqlChange, SqlRoutine, SqlStatement
from boundary.read.sql.lexer import QUOTED, STRING, WORD, string_value, unquote, word_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.read.sql.lexer import Token

_Placed = TypeVar("_Placed", SqlStatement, SqlChange, SqlRoutine)
_SHORT = 12


class Schemas:
    """The schemas that a script goes through, by the lines from which they hold."""

    def __init__(self, dialect: str | None) -> None:
        self._dialect = dialect
        self._lines: list[int] = []
        self._names: list[str | None] = []

    def see(self, tokens: list[Token], line: int) -> None:
        """Note where a statement leads into another schema."""
        at = _said_at(tokens, self._dialect) if len(tokens) < _SHORT else 0
        token = tokens[at] if 0 < at < len(tokens) else None
        if token is None or token.kind not in {WORD, QUOTED, STRING}:
            return
        name = string_value(token.text).partition(",")[0].strip() if token.kind == STRING else unquote(token.text)
        self._lines.append(line)
        self._names.append(None if not name or name.lower() in {"default", "public", "$user"} else name)

    def put(self, found: Iterable[_Placed]) -> tuple[_Placed, ...]:
        """Statements, changes or routines, each with the schema that holds where it stands."""
        if not any(self._names):
            return tuple(found)
        return tuple(self._put(one) for one in found)

    def _put(self, one: _Placed) -> _Placed:
        at = bisect_right(self._lines, one.line) - 1
        name = self._names[at] if at >= 0 else None
        return one if name is None else msgspec.structs.replace(one, near=name)


def _said_at(tokens: list[Token], dialect: str | None) -> int:
    """Where a statement names the schema that is looked into from now on; 0 where it is none that does."""
    words = [word_at(tokens, i) for i in range(5)]
    if words[0] == "SET":
        at = 2 if words[1] == "SESSION" else 1
        if words[at] == "SEARCH_PATH" and words[at + 1] in {"TO", "="}:
            return at + 2
        return at + 1 if words[at] == "SCHEMA" and dialect != "tsql" else 0
    if words[0] == "USE" and dialect == "mysql":
        return 1
    if words[:4] == ["ALTER", "SESSION", "SET", "CURRENT_SCHEMA"] and words[4] == "=":
        return 5
    return 0
