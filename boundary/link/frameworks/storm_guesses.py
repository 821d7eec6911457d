"""What does a bare name suggest where Storm is used?  A `store`; `order` and `orders` of the one class called `Order`.

Evidence of last resort, as in `naming.py`: what hangs on it is marked as guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.naming import name_of, rows_called
from boundary.link.frameworks.storm_expressions import is_used
from boundary.link.frameworks.storm_models import records
from boundary.link.frameworks.storm_stores import STORE
from boundary.link.values import BOTTOM

if TYPE_CHECKING:
    from boundary.link.evaluation import Evaluator
    from boundary.link.values import Value
    from boundary.model import code

STORES: Final = frozenset({"store", "_store"})


def named(evaluator: Evaluator, node: code.Expression) -> Value:
    """A store, or rows of the one class that an expression is called after."""
    if evaluator.module.library or not is_used(evaluator.interpreter):
        return BOTTOM
    name = name_of(node)
    if name is None:
        return BOTTOM
    if name in STORES:
        made = evaluator.interpreter.library_class(STORE)
        return evaluator.atoms.instance(made, guessed=True) if made is not None else BOTTOM
    return rows_called(evaluator, name, records(evaluator.interpreter).named, lambda record: record.cls)


NEEDS: Final = ("storm",)
