"""How are tables and modules named briefly and exactly?  By patterns such as `orders_*` that fit these alone."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from boundary.model.patterns import matches_table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

FEWEST = 2
"""A pattern stands for so many tables at least: one table is named by its name."""


def table_patterns(tables: Collection[str], every: Iterable[str]) -> list[str]:
    """Patterns that fit all of `tables` and none of the others of `every`, the widest first, then single names.

    A pattern ends after an underscore, as prefixes of applications do. Greedy: the one that fits most of what is left
    comes first; among equal ones, the shortest.
    """
    others = set(every) - set(tables)
    left = set(tables)
    found: list[str] = []
    exact = {pattern for pattern in _prefixes(tables) if not any(matches_table(pattern, other) for other in others)}
    while exact:
        fitting = {pattern: {name for name in left if matches_table(pattern, name)} for pattern in exact}
        best = min(exact, key=lambda pattern: (-len(fitting[pattern]), len(pattern), pattern))
        if len(fitting[best]) < FEWEST:
            break
        found.append(best)
        left -= fitting[best]
        exact.discard(best)
    return [*sorted(found), *sorted(left)]


def module_patterns(owner: Mapping[str, str], every: Iterable[str]) -> dict[str, list[str]]:
    """Patterns for each context, given the context of every module that has one: the closest pattern counts.

    A package goes to the context that has most of its modules, as `package.**`; what is another's inside is named there
    more closely. What nobody owns goes with its package. A package that spans the whole monolith goes to nobody unless
    one context has all of it.
    """
    inside: dict[str, list[str]] = {}
    for module in sorted({*owner, *every}):
        for package in _packages(module):
            inside.setdefault(package, []).append(module)
    most = {
        package: holder for package, held in inside.items() if (holder := _holder(package, held, owner)) is not None
    }
    found: dict[str, list[str]] = {}
    for package, holder in most.items():
        if holder != next((most[outer] for outer in reversed(_packages(package)[:-1]) if outer in most), None):
            found.setdefault(holder, []).append(f"{package}.**")
    for module, context in owner.items():
        around = next((most[package] for package in reversed(_packages(module)) if package in most), None)
        if around != context:
            found.setdefault(context, []).append(module)
    return {context: sorted(patterns) for context, patterns in found.items()}


def _holder(package: str, held: Collection[str], owner: Mapping[str, str]) -> str | None:
    """The context that has more than half of a package's modules; at the top, all that anybody has."""
    if len(held) < FEWEST:
        return None
    counts = Counter(owner[module] for module in held if module in owner)
    if not counts:
        return None
    context, count = min(counts.items(), key=lambda each: (-each[1], each[0]))
    if "." not in package and len(counts) > 1:
        return None
    return context if 2 * count > len(held) else None


def _packages(module: str) -> list[str]:
    """The packages that a module lies in, outermost first, itself included: it may be one."""
    parts = module.split(".")
    return [".".join(parts[:end]) for end in range(1, len(parts) + 1)]


def _prefixes(tables: Iterable[str]) -> set[str]:
    """The patterns that end after each underscore of each name; a name that holds a `*` has none."""
    return {f"{name[: each.end()]}*" for name in tables if "*" not in name for each in re.finditer("_+", name[:-1])}
