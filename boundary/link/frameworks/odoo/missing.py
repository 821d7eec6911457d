"""Is something called that only a model has which is not read?  Its method may write anything: that is a blind spot.

What is asked of a row without a call may be a field. A model of the project may have the method from one that it
inherits and that is not read (`_inherit = ["mail.thread"]`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import BOTTOM
from boundary.link.frameworks.odoo.models import models
from boundary.link.syntax.kinds import ATTRIBUTE

if TYPE_CHECKING:
    from boundary.link.calling.contexts import Context
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.named_models import NamedModel
    from boundary.model import code

STATE: Final = "odoo names of models that are not read"
UNREAD: Final = "odoo model above that is not read"


def note_missing(evaluator: Evaluator, model: NamedModel, name: str) -> None:
    """A row is asked for a name that nobody has who is read."""
    if evaluator.module.library or hasattr(dict, name):  # values, and no row
        return
    unread = model.top.answers.get(UNREAD)
    if unread is None:
        held = models(evaluator.interpreter)
        above = [held.of(cls) for cls in evaluator.interpreter.classes.mro(model.top)]
        unread = model.top.answers[UNREAD] = next((one.name for one in above if one is not None and not one.read), "")
    if unread:
        _noted(evaluator)[evaluator.context, name] = unread


def guessed(evaluator: Evaluator, node: code.Call) -> Value:
    """What is called has such a name."""
    name = node.function.name if type(node.function) is ATTRIBUTE else ""
    model = _noted(evaluator).get((evaluator.context, name)) if name else None
    if model is not None:
        evaluator.blind(node.line, f"call of {name} of {model}, which is not read")
    return BOTTOM


def _noted(evaluator: Evaluator) -> dict[tuple[Context, str], str]:
    """The names that were asked for, with the model that has them, by where that was."""
    found: dict[tuple[Context, str], str] = evaluator.interpreter.frameworks.state.setdefault(STATE, {})
    return found


NEEDS: Final = ("odoo",)
