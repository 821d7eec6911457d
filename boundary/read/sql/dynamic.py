"""What does SQL say that is put together when it runs?  String expressions of procedural code, to text with holes.

`'DELETE FROM ' || quote_ident(t)`, `format('UPDATE %I SET ...', t)` and `N'SELECT * FROM ' + @t` become texts whose
variable parts are holes; a variable is replaced by what the body assigns to it, where that is known.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from boundary.model.sql import HOLE
from boundary.read.sql.lexer import BODY, STRING, Token, string_value
from boundary.read.sql.simple import closing

if TYPE_CHECKING:
    from collections.abc import Mapping

_FORMAT = re.compile(r"%(?:\d+\$)?-?\d*[ILs]|%%")
_STOPS = frozenset({"USING", "INTO", ";", "LOOP"})


def dynamic_text(tokens: list[Token], known: Mapping[str, str] | None = None) -> str:
    """The text that a string expression makes, `HOLE` for what is not known.

    Args:
        tokens: the expression.
        known: the texts of variables, by name in lower case.
    """
    parts: list[str] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if token.word in _STOPS:
            break
        if token.kind in {STRING, BODY}:
            parts.append(_literal(token))
        elif token.word in {"||", "+", "(", ")", "CONCAT", ","}:
            pass
        elif token.word == "FORMAT" and i + 2 < len(tokens) and tokens[i + 2].kind in {STRING, BODY}:
            parts.append(_FORMAT.sub(lambda found: "%" if found.group() == "%%" else HOLE, _literal(tokens[i + 2])))
            i = closing(tokens, i + 1)
        elif i + 1 < len(tokens) and tokens[i + 1].word == "(":
            parts.append(HOLE)
            i = closing(tokens, i + 1)
        else:
            parts.append((known or {}).get(token.text.lower(), HOLE))
            while (
                i + 1 < len(tokens)
                and tokens[i + 1].word not in {"||", "+", ",", ")"}
                and tokens[i + 1].word not in _STOPS
            ):
                i += 1  # a cast, a field, a type
                if tokens[i].word == "(":
                    i = closing(tokens, i)
        i += 1
    return re.sub(f"{HOLE}+", HOLE, "".join(parts))


def _literal(token: Token) -> str:
    if token.kind == BODY:
        quote = token.text[: token.text.index("$", 1) + 1]
        return token.text[len(quote) :].removesuffix(quote)
    return string_value(token.text)
