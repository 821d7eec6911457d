"""What do contexts store for one another?  Attributes, variables of modules and the like, each with who has read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.readers import Read
from boundary.link.domain.values import BOTTOM

if TYPE_CHECKING:
    from boundary.link.domain.values import Value

Key = tuple[object, ...]
"""What a cell is found by: ("class", class, name), ("global", module, name) ..."""


class Cell(Read):
    """What was stored under one key so far, and the contexts that are run again when it grows."""

    __slots__ = ("value",)

    def __init__(self) -> None:
        super().__init__()
        self.value: Value = BOTTOM


Cells = dict[str, Cell]
"""The attributes of the objects of a class, or of one object that is kept apart."""


def stored(cells: Cells, name: str) -> bool:
    """Whether anything has been stored in an attribute yet."""
    cell = cells.get(name)
    return cell is not None and bool(cell.value)
