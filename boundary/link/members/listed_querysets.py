"""Which querysets does a list hold?  All that somebody wrote down, where they are more than a value keeps.

What deletes all that belongs to a customer goes through a list of everything that there is, one after the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.definitions.listed_classes import everything_in
from boundary.link.domain.asking import is_unknown
from boundary.link.domain.joining import WIDEST
from boundary.link.domain.values import External, Instance

if TYPE_CHECKING:
    from boundary.link.domain.values import Atom, Value

MOST: Final = 100
"""Of more querysets than this none is looked at by itself."""


def querysets_in(iterable: Value) -> Value | None:
    """The members of lists that hold more than a value keeps, mostly querysets; None for other values."""
    found = everything_in(iterable)
    return found if found is not None and 2 * WIDEST < len(found) <= MOST and are_querysets(found) else None


def are_querysets(value: Value) -> bool:
    """Whether a value is mostly querysets or managers, and objects for the rest, or what is not read."""
    rows = sum(map(_is_of_rows, value))
    return 2 * rows > len(value) and all(isinstance(atom, (Instance, External)) or is_unknown(atom) for atom in value)


def _is_of_rows(atom: Atom) -> bool:
    return isinstance(atom, Instance) and atom.model is not None
