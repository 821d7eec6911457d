"""What does a bare name suggest in a module of Tryton?  `sale` and `sales` of the one model that is called so.

Evidence of last resort, as in `naming.py`: what hangs on it is marked as guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.naming import rows_named
from boundary.link.frameworks.trytond.models import models

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.named_models import NamedModel
    from boundary.model import code

STATE: Final = "trytond names"


def named(evaluator: Evaluator, node: code.Expression) -> Value:
    """Rows of the one model that an expression is called after."""
    return rows_named(evaluator, node, _index(evaluator.interpreter).get, lambda model: model.top)


def _index(interpreter: Interpreter) -> dict[str, NamedModel | None]:
    """The models by the name of their class, and by their own without its dots; None where several have it."""
    found: dict[str, NamedModel | None] | None = interpreter.frameworks.state.get(STATE)
    if found is None:
        found = interpreter.frameworks.state[STATE] = {}
        for model in models(interpreter):
            parts = model.name.split(".")
            own = parts[0] if len(parts) == 2 and parts[0] == parts[1] else "".join(parts)  # noqa: PLR2004 - `sale.sale`
            for name in {model.first.name.lower(), own.replace("_", "")} if model.table else ():
                found[name] = model if name not in found else None
    return found


NEEDS: Final = ("trytond",)
