"""What does a bare name suggest where SQLObject is used?  `user` and `users` of the one class called `User`.

Evidence of last resort, as in `naming.py`: what hangs on it is marked as guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.naming import rows_named
from boundary.link.frameworks.sqlobject.models import records

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.model import code


def named(evaluator: Evaluator, node: code.Expression) -> Value:
    """Rows of the one class that an expression is called after."""
    return rows_named(evaluator, node, records(evaluator.interpreter).named, lambda record: record.cls)


NEEDS: Final = ("sqlobject",)
