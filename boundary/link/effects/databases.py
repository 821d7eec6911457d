"""Which databases do connections name?  Of one program's many names, those that tell databases apart.

Code that connects under one name, or under none, has one database: the default. Where connections name several, each
table belongs to the one that it was touched in, and to no one in particular where it was touched in several.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.calling.contexts import Context

DEFAULT: Final = "default"


class Databases:
    """The databases that the connections of a program name."""

    def __init__(self, contexts: Iterable[Context]) -> None:
        self._of_tables: dict[str, set[str]] = defaultdict(set)
        for context in contexts:
            for touch in context.touches:
                if touch.database is not None:
                    self._of_tables[touch.table].add(touch.database)
        names = set().union(*self._of_tables.values())
        self._alone = names if len(names) == 1 else set()

    def of_table(self, table: str, otherwise: str | None = DEFAULT) -> str | None:
        """The database of a table: as connections say it, else as it is known otherwise."""
        names = self._of_tables.get(table, set()) - self._alone
        if not names:
            return otherwise
        return next(iter(names)) if len(names) == 1 else None

    def of_transaction(self, name: str | None) -> str | None:
        """The database of a transaction; the only name that there is says nothing."""
        return DEFAULT if name in self._alone else name
