"""Which functions are handed to a queue that no decorator makes tasks of?  RQ, django-q, dispatcherd, any other.

What a worker runs for somebody else is an entry point, whoever handed it over: `queue.enqueue(tidy, 1)` makes a task of
`tidy`. It runs with what is handed over with it, each call of the queue kept apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.definitions.wrappers import unwrapped
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN
from boundary.link.frameworks.entry_points import Entry, entries
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall


def run_later(call: NativeCall, functions: Value, arguments: Arguments) -> None:
    """Functions that a queue is handed run outside of the transaction; those of the project are tasks from then on."""
    call.interpreter.calls.deferred(call.evaluator, functions, arguments, call.line)
    for edge in list(call.evaluator.context.edges):
        context = edge.callee
        if edge.deferred and edge.line == call.line and context.function is not None and not context.library:
            name = unwrapped(context.function, context.closure).dotted
            entries(call.interpreter).setdefault(("task", name, f"{context!r} queued"), Entry("task", name, context))


def unpacked(given: Arguments) -> Arguments:
    """The arguments that `apply_async(args=[...], kwargs={...})` hands to the task."""
    positional = containers.members(given.get(0, "args") or UNKNOWN)
    named = given.get(1, "kwargs") or UNKNOWN
    keywords = {key: one for key, one in (containers.pairs(named) or {}).items() if isinstance(key, str)}
    rest = UNKNOWN if positional is None else BOTTOM
    return Arguments(positional or (), keywords, rest, optional=containers.missing_in_some(named))


def enqueuing(at: int = 0, *, packed: bool = False) -> Handler:
    """`queue.enqueue(f, 1)`, `queue.enqueue_in(delay, f, 1)`, `queue.enqueue_call(func="shop.jobs.f", args=(1,))`."""

    def handler(call: NativeCall) -> Value:
        keywords = {name: one for name, one in call.arguments.keywords.items() if name not in {"f", "func"}}
        given = call.arguments
        rest = Arguments(given.positional[at + 1 :], keywords, given.rest, given.others, given.optional)
        handed = given.get(at, "func") or given.keywords.get("f") or BOTTOM
        named = call.interpreter.names.told(handed)
        run_later(call, join((handed, named)) if named else handed, unpacked(rest) if packed else rest)
        return UNKNOWN

    return handler


RQ: Final = ("django_rq.get_queue()", "rq.Queue()", "rq.queue.Queue()")
SCHEDULERS: Final = ("django_rq.get_scheduler()", "rq_scheduler.Scheduler()", "rq_scheduler.scheduler.Scheduler()")
NATIVES: Final[dict[str, Handler]] = {
    "builtins.__enqueue__": enqueuing(),
    "django_rq.enqueue": enqueuing(),
    "dispatcherd.publish.submit_task": enqueuing(packed=True),
    **{f"{queue}.enqueue": enqueuing() for queue in RQ},
    **{f"{queue}.{name}": enqueuing(1) for queue in (*RQ, *SCHEDULERS) for name in ("enqueue_in", "enqueue_at")},
    **{f"{queue}.enqueue_call": enqueuing(packed=True) for queue in RQ},
    **{f"{one}.{name}": enqueuing(1, packed=True) for one in SCHEDULERS for name in ("schedule", "cron")},
}
