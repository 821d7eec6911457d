"""What do names say?  The words of a table's name, the packages that define it, its application's label."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boundary.model.scan import Table

_LETTERS = re.compile(r"[^\W\d_]+")
_HUMP = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][^\W\d_A-Z])")  # orderLine, HTTPSession
_PLURAL = 3  # a word this short keeps its s

TECHNICAL = frozenset(
    {
        "models",
        "model",
        "abstract_models",
        "entities",
        "entity",
        "domain",
        "orm",
        "db",
        "tables",
        "schema",
        "src",
        "base",
    }
)
"""Module and package names that say how a thing is built, not what it is about."""


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in order, lower case and singular: `orders_orderLine` has order, order, line."""
    words = (word for letters in _LETTERS.findall(name) for word in _HUMP.split(letters))
    return tuple(_singular(word.lower()) for word in words if len(word) > 1)


def packages_of(table: Table) -> tuple[str, ...]:
    """The packages and the module that define a table's model, outermost first; empty where that is not known."""
    if table.model:
        parts = table.model.split(".")[:-1]
    elif table.file:
        parts = list(PurePosixPath(table.file).with_suffix("").parts)
    else:
        parts = []
    return tuple(".".join(parts[:depth]) for depth in range(1, len(parts) + 1))


def label_of(table: Table) -> str | None:
    """What the package of a table's model is about: the last part of its dotted name that is not technical."""
    packages = packages_of(table)
    parts = packages[-1].split(".") if packages else []
    # the innermost package, not the module: orders/models.py and orders/models/line.py are both "orders"
    for index, part in enumerate(parts):
        if part in TECHNICAL and index and parts[index - 1] not in TECHNICAL:
            return parts[index - 1].strip("_").lower() or None
    named = [part for part in parts if part not in TECHNICAL]
    return named[-1].strip("_").lower() if named else None


def _singular(word: str) -> str:
    if len(word) <= _PLURAL or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("sses", "xes", "ches", "shes")) else word[:-1]
