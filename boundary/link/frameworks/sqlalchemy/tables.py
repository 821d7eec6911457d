"""Which tables does an expression mention?  Columns, conditions, subqueries and statements carry what they read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import Container, Instance, Native, Wrapped
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.domain.values import Value

REFINE: Final = "sqlalchemy.refine"
ANY_TABLE: Final = "*"
"""Stands for a table that may be any of those that the metadata holds."""
NOTHING: Final[frozenset[str]] = frozenset()
DEEPEST: Final = 4


def tables_of(value: Value, depth: int = 0) -> frozenset[str]:
    """The tables that an expression reads, those in lists and in half-written method calls too."""
    found: set[str] = set()
    for atom in value:
        if isinstance(atom, Instance):
            found |= atom.joins
        elif isinstance(atom, Native) and atom.name == REFINE:
            held: tuple[Instance, str] = atom.receiver
            found |= held[0].joins
        elif isinstance(atom, Wrapped) and atom.kind == "aliased":
            found |= tables_of(atom.inner)
        elif isinstance(atom, Container) and depth < DEEPEST:
            members = containers.members(atom.alone)
            for one in members if members is not None else (atom.element,):
                found |= tables_of(one, depth + 1)
    return frozenset(found) or NOTHING


def tables_in(values: Iterable[Value]) -> frozenset[str]:
    """The tables that several expressions read."""
    return frozenset().union(*(tables_of(value) for value in values))
