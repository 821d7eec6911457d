"""Who ends the work of a task?  A receiver of Celery's signals that commits, once the task has returned.

`@signals.task_success.connect` and `task_postrun` call it for each task: where it commits what its callers have left
open, each task is a transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.flow import ENTRY
from boundary.link.frameworks.entry_functions import functions_in, register
from boundary.link.values import Function

if TYPE_CHECKING:
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.interpreter import Interpreter
    from boundary.link.values import Value

KEY: Final = "receivers of ended tasks"
AFTER: Final = ("task_success", "task_postrun")


def connect(call: NativeCall) -> Value:
    """`@task_success.connect`, `@task_success.connect(weak=False)`, `task_success.connect(receiver)`."""
    if not any(isinstance(atom, Function) for atom in call.first):
        return call.atoms.native("celery.signals.connect()")
    register(call.interpreter, "signal", "", call.first)
    for atom in functions_in(call.first):
        call.interpreter.frameworks.state.setdefault(KEY, {})[atom.function] = None
    return call.first


def end_with_tasks(interpreter: Interpreter) -> bool:
    """Whether some receiver commits what a task has left open."""
    return any(
        mask & ENTRY
        for function in interpreter.frameworks.state.get(KEY, {})
        for context in function.contexts.values()
        for mask in context.flow.ends.values()
    )


HOOKS: Final = ()
NATIVES: Final[dict[str, Handler]] = {
    **{f"celery.signals.{name}.connect": connect for name in AFTER},
    "celery.signals.connect()": connect,
}
