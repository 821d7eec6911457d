"""What do all nodes have in common?"""

from __future__ import annotations

from typing import ClassVar


class Node:
    """Base of all nodes; never changed, compared by identity. `fields` names what it is made of, in order."""

    fields: ClassVar[tuple[str, ...]] = ()
    __slots__ = fields

    def __repr__(self) -> str:
        held = ", ".join([f"{name}={getattr(self, name)!r}" for name in self.fields])
        return f"{type(self).__name__}({held})"
