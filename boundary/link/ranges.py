"""Does a loop run at all?  One that counts through a range of known numbers does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.values import Constant
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.evaluation import Evaluator

BOUNDS = 2
"""Of the arguments of `range`, those that say where it begins and ends."""


def counts(evaluator: Evaluator, iterable: code.Expression) -> bool:
    """Whether something to iterate over is a range that is known not to be empty."""
    match iterable:
        case code.Call(function=code.Name(id="range"), arguments=[_, *_] as arguments):
            bounds = [number(evaluator, one) for one in arguments[:BOUNDS]]
            first, last = bounds if len(bounds) == BOUNDS else (0, bounds[0])
            return first is not None and last is not None and first < last
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
            held = {atom.value if isinstance(atom, Constant) else None for atom in evaluator.evaluate(node)}
            value = held.pop() if len(held) == 1 else None
            return value if isinstance(value, int) and not isinstance(value, bool) else None
        case _:
            return None
