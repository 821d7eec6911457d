"""What does a bare name suggest where peewee is used?  `user` and `users` of the one model called `User`.

Evidence of last resort, as in `naming.py`: what hangs on it is marked as guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.values import BOTTOM
from boundary.link.frameworks.naming import rows_named
from boundary.link.frameworks.peewee.models import records

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.model import code


def named(evaluator: Evaluator, node: code.Expression) -> Value:
    """Rows of the one model that an expression is called after."""
    if not evaluator.interpreter.frameworks.imports("peewee"):
        return BOTTOM
    return rows_named(evaluator, node, records(evaluator.interpreter).named, lambda record: record.cls)
