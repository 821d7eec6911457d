"""How are names made short enough for a picture?  Cut in the middle, and the whole is in the detail."""

from __future__ import annotations

from boundary.report.printable import printable

WIDEST = 34
"""The most characters of a line in a node."""


def short(text: str, most: int = WIDEST) -> str:
    """The text as a reader may see it, in one line of so many characters."""
    shown = printable(text) or "(no name)"
    if len(shown) <= most:
        return shown
    tail = most // 2 - 1
    return f"{shown[: most - tail - 1]}…{shown[-tail:]}"


def last(dotted: str, parts: int = 2) -> str:
    """The last parts of a dotted name; that a function stands in another one is in the detail."""
    return ".".join([part for part in dotted.split(".") if part != "<locals>"][-parts:])


def spot(file: str, line: int | None) -> str:
    """`services.py:88`: the folder is in the detail."""
    name = file.rsplit("/", 1)[-1]
    return f"{name}:{line}" if line else name
