"""Which variable is the method of a collection?  `add = rows.append`, and then `add(row)` fills the rows.

So does a function that is handed the variable and calls it: `visit(tree, add)`. What a call does to the collection is
in `filling.py`, a method that is handed on as it stands in `lending.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.values import BOTTOM, Native
from boundary.link.syntax.keyed import ADDING, GROWING
from boundary.link.syntax.kinds import ATTRIBUTE, NAME

if TYPE_CHECKING:
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.execution import Executor
    from boundary.model import code


def named(executor: Executor, variable: str, written: code.Expression) -> None:
    """A variable is given the method of a collection, or something else, and is none any more."""
    if type(written) is ATTRIBUTE and written.name in GROWING:
        executor.adding[variable] = written
    elif executor.adding:
        executor.adding.pop(variable, None)


def called(executor: Executor, node: code.Call, parameter: str) -> None:
    """`add(row)` of a parameter: a caller's collection has the row, if that is its method."""
    if parameter not in executor.context.arguments or not node.arguments:
        return
    if any(_adds(each) for each in executor.env.get(parameter, BOTTOM)):
        row = executor.evaluate(node.arguments[-1])
        executor.note_filled(parameter, executor.atoms.container("list", row))


def collection_of(evaluator: Evaluator, place: code.Expression, given: Value) -> code.Expression | None:
    """The collection whose method is handed over, as it is written; None where it is no such method."""
    if not any(_adds(each) for each in given):
        return None
    method = evaluator.adding.get(place.id) if type(place) is NAME else place
    return method.value if type(method) is ATTRIBUTE and method.name in ADDING else None


def _adds(atom: Atom) -> bool:
    return isinstance(atom, Native) and atom.name.rpartition(".")[2] in ADDING
