"""How many members has a list?  As many as are kept apart, or more: what a loop adds again and again is kept once.

`rows.append(row)` in a loop leaves a list of one row. Who takes the rest of it (`first, *others = rows`, `rows[1:]`) or
unpacks it into more than it has knows that there are others; they are any of those that are known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.values import Container

if TYPE_CHECKING:
    from boundary.link.domain.values import Atom


def may_have_more(atom: Atom) -> bool:
    """Whether this is a list with objects in it, of which there may be others of the same."""
    return isinstance(atom, Container) and atom.kind == "list" and atom.objects and bool(atom.entries)
