"""What do Celery's signals call, and who ends the work of a task?  A receiver that commits, once the task has returned.

A receiver runs in a worker, or around a task, and nobody calls it. `@signals.task_success.connect` and `task_postrun`
call theirs for each task: where it commits what its callers have left open, each task is a transaction.
The sender of a signal of workers is one, which has the application as `app`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import Function
from boundary.link.effects.flow import ENTRY
from boundary.link.frameworks.entry_functions import functions_in, register
from boundary.link.frameworks.protocol import Hook

if TYPE_CHECKING:
    from boundary.link.domain.values import Instance, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

KEY: Final = "receivers of ended tasks"
CONNECTED: Final = "celery.signals.connect()"
AFTER: Final = ("task_success", "task_postrun")
OTHERS: Final = (
    *("before_task_publish", "after_task_publish", "task_prerun", "task_failure", "task_retry", "task_received"),
    *("task_internal_error", "task_revoked", "task_unknown", "task_rejected", "import_modules", "celeryd_init"),
    *("celeryd_after_setup", "worker_init", "worker_before_create_process", "worker_process_init", "worker_ready"),
    *("worker_process_shutdown", "worker_shutting_down", "worker_shutdown", "heartbeat_sent", "beat_init"),
    *("beat_embedded_init", "setup_logging", "after_setup_logger", "after_setup_task_logger", "user_preload_options"),
)
OF_WORKERS: Final = tuple([name for name in OTHERS if name.startswith(("celeryd", "worker"))])
SENDERS: Final = "receivers of what workers send"
WORKER: Final = "celery.worker.WorkController"
OF_APPLICATIONS: Final = ("on_configure", "on_after_configure", "on_after_finalize", "on_after_fork")


def connect(call: NativeCall) -> Value:
    """`@task_success.connect`, `@task_success.connect(weak=False)`, `task_success.connect(receiver)`."""
    signal = call.receiver or call.name
    if not any(isinstance(atom, Function) for atom in call.first):
        return call.atoms.native(CONNECTED, signal)
    register(call.interpreter, "signal", "", call.first)
    name = signal.removesuffix(".connect").rpartition(".")[2]
    for atom in functions_in(call.first) if name in AFTER or name in OF_WORKERS else ():
        call.interpreter.frameworks.state.setdefault(KEY if name in AFTER else SENDERS, {})[atom.function] = None
    return call.first


def handed_to(interpreter: Interpreter, atom: Function) -> dict[str, Value] | None:
    """The worker that a receiver is told."""
    cls = interpreter.library_class(WORKER) if atom.function in interpreter.frameworks.state.get(SENDERS, {}) else None
    return {"sender": interpreter.atoms.instance(cls)} if cls is not None else None


class Workers(Hook):
    """The worker."""

    base = WORKER

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`sender.app`."""
        del atom, line
        return evaluator.atoms.external("celery.Celery()") if name == "app" else None


def end_with_tasks(interpreter: Interpreter) -> bool:
    """Whether some receiver commits what a task has left open."""
    return any(
        mask & ENTRY
        for function in interpreter.frameworks.state.get(KEY, {})
        for context in function.contexts.values()
        for mask in context.flow.ends.values()
    )


HOOKS: Final = (Workers(),)
NEEDS: Final = ("celery",)
NATIVES: Final[dict[str, Handler]] = {
    **{f"celery.signals.{name}.connect": connect for name in (*AFTER, *OTHERS)},
    **{f"celery.Celery().{name}.connect": connect for name in OF_APPLICATIONS},
    CONNECTED: connect,
}
