"""By which attributes does a class import, or ask for, something?  `for path in self.plugins: import_string(path)`.

`[getattr(self.row, name) for name in self.names]` goes by what stands in `self.names`, too. What its constructor is
given for them (`Manager(settings.PLUGINS)`) keeps its callers apart by what stands in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.syntax.kinds import CALL, FUNCTION, NAME
from boundary.link.syntax.walking import dotted_name, last_name, nodes_in
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo

FOUND: Final = "attributes that it imports by"


def imported_by(cls: ClassInfo, imports: frozenset[str]) -> frozenset[str]:
    """The attributes that methods of a class go by; `imports` are the functions that do so with arguments."""
    found: frozenset[str] | None = cls.data.get(FOUND)
    if found is None:
        bodies = [one.body for one in cls.node.body if type(one) is FUNCTION] if cls.node is not None else []
        found = cls.data[FOUND] = frozenset([name for body in bodies for name in _imported(body, imports)])
    return found


def _imported(body: tuple[code.Statement, ...], imports: frozenset[str]) -> Iterator[str]:
    """The attributes of `self` that a body imports by, or goes through for it."""
    nodes = list(nodes_in(body))
    taken: dict[str, str] = {}
    for node in nodes:
        if isinstance(node, (code.For, code.Clause)) and type(node.target) is NAME:
            taken[node.target.id] = _own(node.iterable)
    for node in nodes:
        if type(node) is CALL and last_name(node.function) in imports:
            for one in node.arguments:
                name = taken.get(one.id, "") if type(one) is NAME else _own(one)
                if name:
                    yield name


def _own(node: code.Expression) -> str:
    """The name of an attribute of `self`."""
    holder, _, name = dotted_name(node).rpartition(".")
    return name if holder == "self" else ""
