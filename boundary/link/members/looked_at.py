"""Which collections does a function only look at, once it has made them?  What is empty then stays so.

`found = [field for field in fields if field.many_to_many]`, with loops over `found` and tests of it, but nothing that
could put something into it: neither a method, nor an assignment, nor a function that it is handed to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.members.emptiness import LOOKING
from boundary.link.syntax.kinds import ASSIGN, CALL, FOR, IF, NAME, OPERATION
from boundary.link.syntax.walking import nodes_in, variables_in
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.functions import FunctionInfo


def stays(function: FunctionInfo | None, made: code.Comprehension) -> bool:
    """Whether what a comprehension makes gets one name in a function, by which it is only looked at."""
    nodes = list(nodes_in(function.body)) if function is not None else []
    named = [one for one in nodes if type(one) is ASSIGN and one.value is made]
    if len(named) != 1 or len(named[0].targets) != 1 or type(named[0].targets[0]) is not NAME:
        return False
    name = named[0].targets[0].id
    uses = variables_in(function.body).count(name) if function is not None else 0
    looks = sum(type(one) is NAME and one.id == name for node in nodes for one in _looked_at(node))
    return uses == looks + 1


def _looked_at(node: object) -> Iterator[code.Expression]:
    """What a node looks at, and leaves as it is."""
    if type(node) is FOR or type(node) is code.Clause:
        yield node.iterable
    elif type(node) is IF:
        yield node.test
    elif type(node) is OPERATION and node.operator == "not":
        yield node.operands[0]
    elif type(node) is CALL and type(node.function) is NAME and node.function.id in LOOKING:
        yield from node.arguments
