"""Which names does a module give to those who take everything from it?  Those in its `__all__`, where that is written.

A list that code puts together is not known, nor is what such a module gives: then it is all that has no underscore.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.syntax.kinds import ASSIGN, ATTRIBUTE, AUGMENT, CALL, CONSTANT, DISPLAY, EVALUATE, NAME, OPERATION
from boundary.link.syntax.scopes import flat

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.model import code

ALL: Final = "__all__"


def exported(body: Iterable[code.Statement]) -> frozenset[str] | None:
    """The names that `__all__` lists; None where there is no such list, or not all of it is written out."""
    found: set[str] = set()
    listed = False
    for statement in flat(body):
        part = _adds(statement)
        if part is None:
            continue
        listed = True
        names = _texts(part)
        if names is None:
            return None
        found.update(names)
    return frozenset(found) if listed else None


def _adds(statement: code.Statement) -> code.Expression | None:
    """What a statement puts into `__all__`; the statement's own value where that is something else."""
    if type(statement) is ASSIGN and statement.value is not None:
        return statement.value if any(map(_is_all, statement.targets)) else None
    if type(statement) is AUGMENT:
        return statement.value if _is_all(statement.target) else None
    if type(statement) is not EVALUATE or type(statement.value) is not CALL:
        return None
    call = statement.value
    method = call.function
    if type(method) is not ATTRIBUTE or not _is_all(method.value):
        return None
    given = call.arguments[0] if len(call.arguments) == 1 else call
    return given if method.name in {"append", "extend"} else call


def _is_all(node: code.Expression) -> bool:
    return type(node) is NAME and node.id == ALL


def _texts(node: code.Expression) -> list[str] | None:
    """The texts in a list or a sum of lists; None where anything else is in it."""
    if type(node) is CONSTANT:
        return [node.value] if isinstance(node.value, str) else None
    if type(node) is DISPLAY:
        parts = node.items
    elif type(node) is OPERATION and node.operator == "+":
        parts = node.operands
    else:
        return None
    found: list[str] = []
    for one in parts:
        texts = _texts(one)
        if texts is None:
            return None
        found += texts
    return found
