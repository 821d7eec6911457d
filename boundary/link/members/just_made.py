"""Is a collection tested as soon as it is made?  What a comprehension leaves empty nobody else can have filled by then.

`names = [field.name for field in fields if field.unique]`, and `if names:` or `if not names:` is the next statement.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from boundary.link.syntax.kinds import ASSIGN, COMPREHENSION, IF, NAME, OPERATION
from boundary.link.syntax.scopes import COMPOUND, blocks, flat

if TYPE_CHECKING:
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.model import code


def is_just_made(function: FunctionInfo | None, node: code.Expression) -> bool:
    """Whether the statement before a test is the comprehension that made what the test asks for."""
    if function is None:
        return False
    if function.just_made is None:
        compound = [one for one in flat(function.body) if type(one) in COMPOUND]
        bodies = [function.body, *[block for one in compound for block in blocks(one)]]
        asked = [_asked(made, after) for body in bodies for made, after in pairwise(body)]
        function.just_made = frozenset([id(one) for one in asked if one is not None])
    return id(node) in function.just_made


def _asked(made: code.Statement, after: code.Statement) -> code.Expression | None:
    """The variable that a test asks for, where a comprehension was just put there."""
    if type(made) is not ASSIGN or type(made.value) is not COMPREHENSION or type(after) is not IF:
        return None
    test = after.test
    if type(test) is OPERATION and test.operator == "not":
        (test,) = test.operands
    target = made.targets[0]
    same = type(test) is NAME and type(target) is NAME and test.id == target.id
    return test if same and made.value.kind != "generator" else None
