"""How is TOML read that anyone may have written?  As `tomllib` reads it, without what would take it hours."""

from __future__ import annotations

import re
import tomllib
from typing import Any, Final

_PARTS: Final = 500
_ENDLESS = re.compile(rf"(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){{{_PARTS}}}")
"""A key of so many parts: the time that they take grows with their square."""


def loads(text: str) -> dict[str, Any]:
    """The document in a text. Raises `ValueError`, with what is wrong with it."""
    if _ENDLESS.search(text):
        raise ValueError(f"a key of more than {_PARTS} parts")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("it nests deeper than can be read") from None
