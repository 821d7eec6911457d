"""Which loop keeps under each name what it asks for by that name?  `context[name] = getattr(self, name)`.

With its names taken together everything would be held under each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.syntax.kinds import ASSIGN, CALL, NAME, SUBSCRIPT
from boundary.link.syntax.scopes import flat
from boundary.link.syntax.walking import last_name

if TYPE_CHECKING:
    from boundary.model import code


def keeps_by_name(node: code.For) -> bool:
    """Whether the body of a loop over names sets items by the loop's own variable to attributes of that name."""
    if type(node.target) is not NAME:
        return False
    name = node.target.id
    return any(
        type(one) is ASSIGN
        and _is_asked_by(one.value, name)
        and any(type(target) is SUBSCRIPT and _is_name(target.index, name) for target in one.targets)
        for one in flat(node.body)
    )


def _is_name(node: object, name: str) -> bool:
    return type(node) is NAME and node.id == name


def _is_asked_by(node: object, name: str) -> bool:
    """`getattr(row, name)`, perhaps with a default."""
    return (
        type(node) is CALL
        and last_name(node.function) == "getattr"
        and len(node.arguments) > 1
        and _is_name(node.arguments[1], name)
    )
