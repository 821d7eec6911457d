"""What runs in tests alone?  What asks how the program was started: `"test" in sys.argv`, `"pytest" in sys.modules`.

Settings give a test run a database, caches and queues of its own. What is asked about is the program as it works, so
such a question is answered with no, and so is the variable that keeps the answer (`TESTING = "test" in sys.argv`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.syntax.kinds import ATTRIBUTE, CONSTANT, NAME, OPERATION, SUBSCRIPT

if TYPE_CHECKING:
    from collections.abc import Container

    from boundary.model import code

ASKING: Final = frozenset({"in", "not in", "==", "!="})
"""The operators that compare a word with how the program was started."""
RUNNERS: Final = frozenset({"test", "pytest", "py.test", "unittest", "nose"})
STARTED: Final = frozenset({"argv", "modules"})
NOBODY: Final[frozenset[str]] = frozenset()


def in_tests(node: code.Expression, names: Container[str] = NOBODY) -> bool | None:
    """Whether something is true in tests alone (True) or everywhere else (False); None for all other questions.

    `names` are variables that are true in tests alone.
    """
    if type(node) is NAME:
        return True if node.id in names else None
    if type(node) is not OPERATION:
        return None
    if node.operator in ASKING:
        asked = len(node.operands) == 2 and _is_asked(node.operands[0], node.operands[1])  # noqa: PLR2004 - a pair
        return node.operator in {"in", "=="} if asked else None
    if node.operator not in {"not", "or", "and"}:
        return None
    told = [in_tests(one, names) for one in node.operands]
    if node.operator == "not":
        return None if told[0] is None else not told[0]
    if node.operator == "or":
        return True if all(told) else False if False in told else None
    return True if True in told else False if None not in told else None


def _is_asked(left: code.Expression, right: code.Expression) -> bool:
    """Whether a runner's name is looked for in what the program was started with."""
    if type(left) is not CONSTANT:
        left, right = right, left
    return type(left) is CONSTANT and left.value in RUNNERS and _is_start(right)


def _is_start(node: code.Expression) -> bool:
    """`sys.argv`, `sys.argv[1]`, `sys.argv[1:]`, `sys.modules`."""
    if type(node) is SUBSCRIPT:
        node = node.value
    return type(node) is ATTRIBUTE and node.name in STARTED and type(node.value) is NAME and node.value.id == "sys"
