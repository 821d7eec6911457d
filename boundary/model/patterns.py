"""Which names does a pattern of the configuration mean?

In a module's name `*` stands for one part and `**` for any number; `shop.orders.**` means `shop.orders` itself, too.
In a table's name `*` stands for anything; case does not count, as databases disagree about it.
"""

from __future__ import annotations

import re
from functools import cache


@cache
def module_pattern(pattern: str) -> re.Pattern[str]:
    """What a pattern of dotted names matches."""
    below = pattern.endswith(".**")
    parts = re.split(r"(\*\*|\*)", pattern.removesuffix(".**") if below else pattern)
    inside = "".join({"**": ".*", "*": "[^.]*"}.get(part, re.escape(part)) for part in parts)
    return re.compile(inside + (r"(\..*)?" if below else ""))


@cache
def table_pattern(pattern: str) -> re.Pattern[str]:
    """What a pattern of tables' names matches."""
    return re.compile(".*".join(map(re.escape, pattern.split("*"))), re.IGNORECASE)


def precision(pattern: str) -> tuple[bool, int]:
    """How closely a pattern describes a name: one without `*` is closest, then the one with more letters."""
    return "*" not in pattern, len(pattern.replace("*", ""))


def matches_module(pattern: str, name: str) -> bool:
    """Whether a pattern of modules means the module `name`."""
    return module_pattern(pattern).fullmatch(name) is not None


def matches_table(pattern: str, name: str) -> bool:
    """Whether a pattern of tables means the table `name`."""
    return table_pattern(pattern).fullmatch(name) is not None
