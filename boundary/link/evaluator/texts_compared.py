"""What is known where two texts agree?  `if str(kind) != str(expected): raise ...` leaves the name of what is expected.

A variable of which nothing is known holds the other side's text from there on. `str` of a class is what its metaclass
says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.values import ANY, BOTTOM, Constant
from boundary.link.evaluator import leaving, operators
from boundary.link.syntax.kinds import ATTRIBUTE, CALL, CONSTANT, NAME

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.model import code


def is_of_texts(operands: tuple[code.Expression, ...]) -> bool:
    """Whether one of the two sides is `str(...)`."""
    return any(_spelled_out(one) is not None for one in operands)


def _spelled_out(node: code.Expression) -> code.Expression | None:
    """What stands in `str(...)`; None of anything else."""
    if type(node) is not CALL or len(node.arguments) != 1 or type(node.function) is not NAME:
        return None
    return node.arguments[0] if node.function.id == "str" else None


def agreeing(
    evaluator: Evaluator, left: code.Expression, right: code.Expression, *, same: bool
) -> dict[str, Value] | None:
    """The local variables where `str(x)` of one is the other, or is not; None where that cannot be."""
    for one, other in ((left, right), (right, left)):
        asked = _spelled_out(one) or one
        if type(asked) is not NAME or asked.id in evaluator.context.enclosed:
            continue
        value, told = evaluator.env.get(asked.id), _texts(evaluator, other)
        if value is None or not told or not _are_texts(value, or_unknown=True):
            continue
        if same and ANY in value:
            return {**evaluator.env, asked.id: told}
        if same:
            return leaving.refined(evaluator, asked.id, value, [atom for atom in value if atom in told])
        if len(told) == 1:
            return leaving.refined(evaluator, asked.id, value, [atom for atom in value if atom not in told])
    return dict(evaluator.env)


def _texts(evaluator: Evaluator, node: code.Expression) -> Value:
    """The texts of which an expression gives one, if no part of it is a call but `str`; else nothing."""
    asked = _spelled_out(node)
    inner = node if asked is None else asked
    if type(inner) is not NAME and type(inner) is not CONSTANT and type(inner) is not ATTRIBUTE:
        return BOTTOM
    value = evaluator.evaluate(inner)
    if type(node) is CALL:
        value = operators.spelled(evaluator, value, node.line)
    return value if _are_texts(value) else BOTTOM


def _are_texts(value: Value, *, or_unknown: bool = False) -> bool:
    return all(isinstance(atom.value, str) if type(atom) is Constant else or_unknown and atom is ANY for atom in value)
