"""What is the method of a collection that is handed on, kept or given back?  A function that fills the collection.

`rows.append` that nobody calls where it stands is `lambda item: rows.append(item)`: who calls it later, a library, an
observer or the caller of a caller, fills the rows of this very place. `add = rows.append` is plainer (`adding.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import Container, Native
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator

GIVEN: Final = ("(first)", "(second)")
"""What the parameters of such a function are called: as no variable of the program is."""
TAKES: Final = {"setdefault": 2, "insert": 2}
"""So many arguments methods take, where it is not one."""


def lent(evaluator: Evaluator, node: code.Attribute, value: Value) -> Value:
    """What a method of a collection is where it is not called: `value` is what it is by itself."""
    natives = [one for one in value if isinstance(one, Native) and one.name.rpartition(".")[2] == node.name]
    if not natives or not any(isinstance(one, Container) for one in evaluator.evaluate(node.value)):
        return value
    functions = evaluator.interpreter.bodies.lent
    function = functions.get(node)
    if function is None:
        function = functions[node] = _function(node)
    return value.difference(natives) | evaluator.read_lambda(function)


def _function(node: code.Attribute) -> code.Lambda:
    """The function that calls a method with what it is given."""
    names = GIVEN[: TAKES.get(node.name, 1)]
    call = code.Call(node, tuple([code.Name(name) for name in names]), (), node.line)
    return code.Lambda(tuple([code.Parameter(name, "positional", None, None) for name in names]), call, node.line)
