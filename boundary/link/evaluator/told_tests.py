"""Which variable says whether a test of others held?  `is_tag = isinstance(row, Tag)`, and then `if is_tag:`.

One that is bound once, and only as long as what was tested is bound to nothing else. What the test tells of the other
variables, `evaluator/guards.py` says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from boundary.link.evaluator.enclosing import keeps_its_value
from boundary.link.evaluator.guards import NEGATED, TYPED
from boundary.link.syntax.kinds import CALL, NAME, OPERATION
from boundary.link.syntax.walking import variables_in
from boundary.model import code  # noqa: TC001 - the class below is made with it

if TYPE_CHECKING:
    from boundary.link.evaluator.evaluation import Evaluator

OPERATORS: Final[frozenset[str]] = frozenset({"and", "or", "not", *NEGATED})
FUNCTIONS: Final[frozenset[str]] = TYPED | {"bool"}


class Told(NamedTuple):
    """A test that a variable stands for, and the variables that it is about."""

    test: code.Expression
    about: frozenset[str]


def named(evaluator: Evaluator, variable: str, written: code.Expression) -> None:
    """A variable is given the outcome of a test."""
    tests = type(written) is OPERATION and written.operator in OPERATORS
    tests = tests or (type(written) is CALL and type(written.function) is NAME and written.function.id in FUNCTIONS)
    function = evaluator.context.function
    if tests and function is not None and keeps_its_value(function, variable):
        evaluator.told[variable] = Told(written, frozenset(variables_in((written,))))


def rebound(evaluator: Evaluator, variable: str) -> None:
    """A variable is bound anew: what tests told of it says nothing any more."""
    evaluator.told = {
        name: one for name, one in evaluator.told.items() if name != variable and variable not in one.about
    }
