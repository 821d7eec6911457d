"""How are strings and arrays written in TOML?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable


def string(text: str) -> str:
    """A basic string: TOML's escapes are JSON's, and DEL has to be escaped too."""
    return msgspec.json.encode(text).decode().replace("\x7f", "\\u007f")


def array(items: Iterable[str], *, tall: bool = False) -> str:
    """An array of strings, on one line or `tall`, with one a line."""
    held = [string(item) for item in items]
    if tall and held:
        return "[\n" + "".join(f"    {item},\n" for item in held) + "]"
    return f"[{', '.join(held)}]"
