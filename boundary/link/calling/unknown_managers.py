"""Are rows of an unknown model written?  `model.objects.bulk_create(rows)`, whatever `model` is.

A call of something unknown is told where a transaction's own code makes it. That rows are written is certain here, and
it counts wherever a transaction comes to it. The rows may be in a variable, go through a loop, or be given by a
function of the project:

    rows = model.objects.filter(stale=True)
    rows.delete()
    for row in self.stale_rows():
        row.save()
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import Function
from boundary.link.syntax.kinds import ASSIGN, ATTRIBUTE, CALL, FOR, FUNCTION, NAME, RETURN, SUBSCRIPT
from boundary.link.syntax.scopes import flat

if TYPE_CHECKING:
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.model import code

MANAGERS: Final = frozenset({"objects", "_default_manager", "_base_manager"})
WRITES: Final = frozenset(
    f"{before}{name}"
    for before in ("", "a")
    for name in (
        "create",
        "bulk_create",
        "bulk_update",
        "get_or_create",
        "update_or_create",
        "update",
        "delete",
        "save",
    )
)
DEEPEST: Final = 3
"""So many steps are followed: a variable, what it is given, what gives that."""


def writes_rows(evaluator: Evaluator, node: code.Call) -> bool:
    """Whether a call is a write by a manager of Django's, or by a queryset or a row that a manager gave."""
    function = node.function
    if type(function) is not ATTRIBUTE or function.name not in WRITES:
        return False
    if not evaluator.interpreter.frameworks.imports("django"):
        return False
    return _is_of_manager(evaluator, function.value, evaluator.context.function, DEEPEST)


def _is_of_manager(evaluator: Evaluator, node: code.Expression, function: FunctionInfo | None, depth: int) -> bool:
    """Whether an expression, in the body of a function, is a manager or what one gives.

    What is an attribute of a row (`order.__dict__`, `order.labels`) is none of its table.
    """
    held = False
    while True:
        if type(node) is CALL:
            if depth > 0 and function is evaluator.context.function and _gives_rows(evaluator, node, depth):
                return True
            node = node.function
            if type(node) is ATTRIBUTE and node.name not in MANAGERS:  # a method of what it is asked of
                node = node.value
        elif type(node) is SUBSCRIPT:
            node = node.value
        elif type(node) is NAME:
            return depth > 0 and function is not None and not held and _holds_rows(evaluator, node.id, function, depth)
        elif type(node) is not ATTRIBUTE:
            return False
        elif node.name in MANAGERS:
            return True
        else:
            held, node = True, node.value


def _holds_rows(evaluator: Evaluator, name: str, function: FunctionInfo, depth: int) -> bool:
    """Whether a variable is given what a manager gives, or goes through that."""
    given: list[code.Expression | None] = []
    for binding in evaluator.interpreter.bodies.bound_in(function, name):
        statement = binding.statement
        if type(statement) is ASSIGN:
            given.append(statement.value)
        elif type(statement) is FOR:
            given.append(statement.iterable)
    return _some_is(evaluator, given, function, depth)


def _gives_rows(evaluator: Evaluator, node: code.Call, depth: int) -> bool:
    """Whether a function of the project is called that returns what a manager gives."""
    if type(node.function) is ATTRIBUTE and type(node.function.value) is not NAME:
        return False
    for atom in evaluator.evaluate(node.function):
        if not isinstance(atom, Function) or atom.function.module.library or type(atom.function.node) is not FUNCTION:
            continue
        given = [one.value for one in flat(atom.function.body) if type(one) is RETURN]
        if _some_is(evaluator, given, atom.function, depth):
            return True
    return False


def _some_is(evaluator: Evaluator, given: list[code.Expression | None], function: FunctionInfo, depth: int) -> bool:
    """Whether one of some expressions in the body of a function is what a manager gives."""
    return any(one is not None and _is_of_manager(evaluator, one, function, depth - 1) for one in given)
