"""Who has read something, and is evaluated again when it grows?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from boundary.link.calling.contexts import Context


class Read:
    """Something that contexts read; most of all have one reader at the most, and a dict is large."""

    __slots__ = ("last", "readers")

    def __init__(self) -> None:
        self.last: Context | None = None
        """The reader that came last: one context reads the same many times over."""
        self.readers: dict[Context, None] | None = None
        """All readers in the order in which they came, where there are several."""

    def read_by(self, reader: Context) -> None:
        """Note a reader."""
        last = self.last
        if reader is last:
            return
        if last is not None:
            if self.readers is None:
                self.readers = {last: None}
            self.readers[reader] = None
        self.last = reader

    def known_to(self) -> Collection[Context]:
        """The readers so far."""
        if self.readers is not None:
            return list(self.readers)
        return () if self.last is None else (self.last,)
