"""What may run after a line of a function?  The rest of its block, and of the blocks around that one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.syntax.kinds import ASSIGN, ATTRIBUTE, NAME
from boundary.link.syntax.scopes import COMPOUND, blocks
from boundary.link.syntax.walking import own_nodes_in

if TYPE_CHECKING:
    from boundary.model import code


def given_later(body: tuple[code.Statement, ...], line: int) -> list[tuple[str, code.Expression]]:
    """The attributes that an object is given after the line on which another attribute of it is set, and what.

    `self.order = self.quote = None` and then, perhaps in a branch, `self.quote = quote`.
    """
    found = _from(body, line)
    if found is None or type(found[0]) is not ASSIGN:
        return []
    owners = {owner for owner, _ in _attributes(found[0])}
    return [
        (name, one.value)
        for one in own_nodes_in(tuple(found[1:]))
        if type(one) is ASSIGN and one.value is not None
        for owner, name in _attributes(one)
        if owner in owners
    ]


def _from(body: tuple[code.Statement, ...], line: int) -> list[code.Statement] | None:
    """The statement on a line, and what may run after it."""
    for place, statement in enumerate(body):
        if type(statement) in COMPOUND:
            for block in blocks(statement):
                within = _from(block, line)
                if within is not None:
                    return within + list(body[place + 1 :])
        elif type(statement) is ASSIGN and statement.line == line:
            return list(body[place:])
    return None


def _attributes(node: code.Assign) -> list[tuple[str, str]]:
    """The variables and attributes that a statement sets: `order.customer = ...`."""
    return [
        (target.value.id, target.name)
        for target in node.targets
        if type(target) is ATTRIBUTE and type(target.value) is NAME
    ]
