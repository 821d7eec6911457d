"""Which classes does an application of Celery hold?  `class Reindex(app.Task)`: the class of tasks, bound to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.evaluator.lent import LENT
from boundary.link.frameworks.tasks import TASK

if TYPE_CHECKING:
    from boundary.link.evaluator.interpreter import Interpreter

NEEDS: Final = ("celery",)
APPLICATION: Final = "celery.Celery()"


def bind(interpreter: Interpreter) -> None:
    """Put the class where code asks the application for it."""
    if not interpreter.frameworks.imports("celery"):
        return
    cls = interpreter.library_class(TASK)
    if cls is not None:
        interpreter.write((LENT, APPLICATION, "Task"), interpreter.atoms.class_(cls))
