"""What do contexts store for one another?  Attributes, variables of modules and the like, each with who has read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.values import BOTTOM

if TYPE_CHECKING:
    from boundary.link.contexts import Context
    from boundary.link.values import Value

Key = tuple[object, ...]
"""What a cell is found by: ("class", class, name), ("global", module, name) ..."""


class Cell:
    """What was stored under one key so far, and the contexts that are run again when it grows."""

    __slots__ = ("last", "readers", "value")

    def __init__(self) -> None:
        self.value: Value = BOTTOM
        self.readers: dict[Context, None] = {}
        self.last: Context | None = None
        """The reader that came last: one context reads the same many times over."""

    def read_by(self, reader: Context) -> None:
        """Note a reader."""
        if reader is not self.last:
            self.last = reader
            self.readers[reader] = None


Cells = dict[str, Cell]
"""The attributes of the objects of a class, or of one object that is kept apart."""


def stored(cells: Cells, name: str) -> bool:
    """Whether anything has been stored in an attribute yet."""
    cell = cells.get(name)
    return cell is not None and bool(cell.value)
