"""Does a branch lock rows?  Where a flag says so that may be off, and that nothing at hand turns on, it does not.

`if for_update: query = query.with_for_update()`: a helper that everybody reads through takes the flag from its callers,
and of what most of them hand over too little is known (`context.get("for_update", False)` of a dict that others fill).
Those that turn it on are known to: they write `True`. A lock is believed where that is seen, as for the keyword
`with_for_update=` itself; a branch that does anything else runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import is_unknown
from boundary.link.domain.values import ANY, Constant
from boundary.link.syntax.kinds import ASSIGN, ATTRIBUTE, CALL, NAME

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.model import code

LOCKS: Final[frozenset[str]] = frozenset({"with_for_update", "select_for_update"})


def is_off(evaluator: Evaluator, node: code.If) -> bool:
    """Whether a branch only locks what is read, and its flag is off as far as is known."""
    test = node.test
    if type(test) is not NAME or not node.body or not all(_locks(each) for each in node.body):
        return False
    return says_nothing(evaluator.env.get(test.id) or frozenset())


def says_nothing(flag: Value) -> bool:
    """Whether a flag may be off, and nothing is known to turn it on."""
    told = [atom for atom in flag if not is_unknown(atom)]
    return ANY in flag and bool(told) and all(isinstance(atom, Constant) and not atom.value for atom in told)


def _locks(statement: code.Statement) -> bool:
    """`query = query.with_for_update(...)`."""
    if type(statement) is not ASSIGN or type(statement.value) is not CALL:
        return False
    function = statement.value.function
    return type(function) is ATTRIBUTE and function.name in LOCKS
