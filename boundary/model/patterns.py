"""Which modules or tables does a pattern mean?  Dotted names with `*` and `**`, names of tables with `*`.

`*` stands for anything inside one part of a dotted name, `**` for any number of parts: `shop.orders.**` is the package
`shop.orders` and all below it. In a table's name, `*` stands for anything.
"""

from __future__ import annotations

import re
from functools import cache


def matches_module(pattern: str, name: str) -> bool:
    """Whether a pattern of modules means the module `name`."""
    return _dotted(pattern).fullmatch(name) is not None


def matches_table(pattern: str, name: str) -> bool:
    """Whether a pattern of tables means the table `name`."""
    return _plain(pattern).fullmatch(name) is not None


@cache
def _dotted(pattern: str) -> re.Pattern[str]:
    found = ""
    for number, part in enumerate(pattern.split(".")):
        dot = r"\." if number else ""
        if part == "**":
            found += rf"(?:{dot}[^.]+)*" if number else r"[^.]+(?:\.[^.]+)*"
        else:
            found += dot + "[^.]*".join(map(re.escape, part.split("*")))
    return re.compile(found)


@cache
def _plain(pattern: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, pattern.split("*"))))
