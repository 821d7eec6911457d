"""How are tables and modules named briefly and exactly?  By patterns such as `orders_*` that fit these alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from boundary.model.patterns import matches_table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

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


def module_patterns(modules: Collection[str], owned: Collection[str], every: Iterable[str]) -> list[str]:
    """Patterns that fit all of `modules` and none of the others that are `owned`, whole packages as `package.**`.

    A package of which most is in `modules` takes in what nobody owns: its shared code, and what composes contexts.
    """
    mine, others = set(modules), set(owned) - set(modules)
    inside: dict[str, list[str]] = {}
    for module in every:
        for package in _packages(module):
            inside.setdefault(package, []).append(module)
    whole = {
        package
        for package, held in inside.items()
        if len(held) > 1 and others.isdisjoint(held) and 2 * len(mine.intersection(held)) > len(held)
    }
    return sorted(
        {next((f"{package}.**" for package in _packages(module) if package in whole), module) for module in mine}
    )


def _packages(module: str) -> list[str]:
    """The packages that a module lies in, outermost first, itself included: it may be one."""
    parts = module.split(".")
    return [".".join(parts[:end]) for end in range(1, len(parts) + 1)]


def _prefixes(tables: Iterable[str]) -> set[str]:
    """The patterns that end after each underscore of each name; a name that holds a `*` has none."""
    return {f"{name[: each.end()]}*" for name in tables if "*" not in name for each in re.finditer("_+", name[:-1])}
