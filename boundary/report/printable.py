"""Which characters of the analysed code may reach a reader?  Those that cannot act on a terminal or hide a line.

Names, paths and reasons come from files that nobody vouches for: an escape sequence in one could recolour, retitle or
erase the report, and a bidirectional override could show another name than the one that is meant.
"""

from __future__ import annotations

import unicodedata

_ACTING = {"Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"}
"""Unicode categories that are not shown as they are: controls, formats, surrogates, separators, unassigned."""


def printable(text: str) -> str:
    r"""`text` with every acting character spelt out, as in `\x1b` or `\u202e`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_spelt(character) for character in text)


def _spelt(character: str) -> str:
    if unicodedata.category(character) not in _ACTING:
        return character
    code = ord(character)
    if code <= 0xFF:  # noqa: PLR2004 - the largest code with a two-digit spelling
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - ... and with a four-digit one
