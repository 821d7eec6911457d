"""How is a document of many repeated names written once?  Names and places get a number when they are first met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

NONE = -1
"""The number of what is not there."""


class Interned:
    """The names, places and ways of a page, each once.

    `strings` are names as they may be shown; `places` has three numbers a place: file, line, function. `ways` are the
    call sites of witnesses, outermost first, as numbers of places; way 0 is empty.
    """

    def __init__(self) -> None:
        self.strings: list[str] = []
        self.places: list[int] = []
        self.ways: list[tuple[int, ...]] = []
        self._strings: dict[str, int] = {}
        self._places: dict[tuple[str, int, str], int] = {}
        self._ways: dict[tuple[int, ...], int] = {}
        self.way(())

    def string(self, text: str | None) -> int:
        """The number of a name; nothing acts in it that could act on a reader."""
        if text is None:
            return NONE
        number = self._strings.setdefault(text, len(self.strings))
        if number == len(self.strings):
            self.strings.append(printable(text))
        return number

    def all(self, texts: Iterable[str]) -> list[int]:
        """The numbers of some names, in their order."""
        return [self.string(text) for text in texts]

    def place(self, file: str | None, line: int | None, function: str = "") -> int:
        """The number of a place; one without a file is none."""
        if not file:
            return NONE
        number = self._places.setdefault((file, line or 0, function), len(self.places) // 3)
        if number == len(self.places) // 3:
            self.places += (self.string(file), line or 0, self.string(function))
        return number

    def way(self, places: tuple[int, ...]) -> int:
        """The number of a chain of call sites."""
        number = self._ways.setdefault(places, len(self.ways))
        if number == len(self.ways):
            self.ways.append(places)
        return number
