"""What does a bare name suggest where peewee is used?  `user` and `users` of the one model called `User`.

Evidence of last resort, as in `naming.py`: what hangs on it is marked as guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.frameworks.naming import called_after, name_of
from boundary.link.frameworks.peewee_models import is_used, records
from boundary.link.values import BOTTOM

if TYPE_CHECKING:
    from boundary.link.evaluation import Evaluator
    from boundary.link.values import Value
    from boundary.model import code


def named(evaluator: Evaluator, node: code.Expression) -> Value:
    """Rows of the one model that an expression is called after."""
    if evaluator.module.library or not is_used(evaluator.interpreter):
        return BOTTOM
    name = name_of(node)
    if name is None:
        return BOTTOM
    record, several = called_after(name, records(evaluator.interpreter).named)
    if record is None:
        return BOTTOM
    row = evaluator.atoms.instance(record.cls, guessed=True, stored=True)
    return evaluator.atoms.container("list", row) if several else row
