"""Does a loop run at all?  One that counts through a range of known numbers does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.values import Constant
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.evaluator.evaluation import Evaluator


def counts(evaluator: Evaluator, iterable: code.Expression) -> bool:
    """Whether something to iterate over is a range that is known not to be empty."""
    match iterable:
        case code.Call(function=code.Name(id="range"), arguments=[last]):
            return (number(evaluator, last) or 0) > 0
        case code.Call(function=code.Name(id="range"), arguments=[first, last, *_]):
            begin, end = number(evaluator, first), number(evaluator, last)
            return begin is not None and end is not None and begin < end
        case _:
            return False


def number(evaluator: Evaluator, node: code.Expression) -> int | None:
    """The whole number that an expression is: a literal, a name of one, a sum of them."""
    match node:
        case code.Operation(operator="+" | "-" as operator, operands=[first, second]):
            left, right = number(evaluator, first), number(evaluator, second)
            if left is None or right is None:
                return None
            return left + right if operator == "+" else left - right
        case code.Constant() | code.Name() | code.Attribute():
            found = evaluator.evaluate(node)
            values: list[object] = [atom.value for atom in found if isinstance(atom, Constant)]
            if len(found) != 1 or len(values) != 1 or isinstance(values[0], bool):
                return None
            return values[0] if isinstance(values[0], int) else None
        case _:
            return None
