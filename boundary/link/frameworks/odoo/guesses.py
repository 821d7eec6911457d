"""What does a bare name suggest in a module of Odoo?  `env` is an environment: that of a hook, of a helper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import BOTTOM
from boundary.link.syntax.kinds import NAME

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.model import code

ENVIRONMENT: Final = "odoo.api.Environment"


def named(evaluator: Evaluator, node: code.Expression) -> Value:
    """The environment, where nothing else is known of the name."""
    if type(node) is not NAME or node.id != "env" or evaluator.module.library:
        return BOTTOM
    cls = evaluator.interpreter.library_class(ENVIRONMENT)
    return evaluator.atoms.instance(cls) if cls is not None else BOTTOM


NEEDS: Final = ("odoo",)
