"""Which functions do the queues run that are known by their broker?  TaskIQ, Procrastinate, FastStream, arq, SAQ.

`broker = ListQueueBroker(url)` is of one of many packages, so what is decorated is known by the family of the package
and the name of the decorator.  What is enqueued is as in `tasks.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM, UNKNOWN, Function
from boundary.link.frameworks.entry_functions import NOWHERE, decorator, direct, register
from boundary.link.frameworks.protocol import NativeCall
from boundary.link.frameworks.python.functions import same
from boundary.link.frameworks.tasks import task
from boundary.link.frameworks.worker_contexts import HOOKS_OF_ARQ, HOOKS_OF_SAQ, context, listed, run
from boundary.link.members import containers
from boundary.link.syntax.kinds import ATTRIBUTE

if TYPE_CHECKING:
    from boundary.link.domain.values import External, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler
    from boundary.model import code

DECORATORS: Final = {"taskiq": "task", "procrastinate": "task", "faststream": "subscriber"}
"""The method of a broker that makes a task of a function, by the beginning of its package's name: `taskiq_redis`."""
AT_TIMES: Final = {"schedule": "do"}
"""What takes a function at the end of `schedule.every(10).minutes.do(tidy)`."""
TOLD_OF: Final = (*DECORATORS, "schedule.")
PASSING: Final = {"procrastinate": "periodic", "faststream": "publisher"}
"""Decorators that say when a task runs, or where its answer goes, and leave it what it is."""
SETTINGS: Final = "WorkerSettings"
"""How the class is called that tells arq's worker what to run."""
LISTED: Final = ("functions", "cron_jobs")
ENQUEUE: Final = "enqueue_job"


def external(evaluator: Evaluator, atom: External, arguments: Arguments, line: int) -> Value | None:
    """`@broker.task`, `@app.task(queue="slow")`, `@broker.subscriber("orders")`."""
    package, _, rest = atom.dotted.partition(".")
    family = package.partition("_")[0]
    name = rest.rpartition(".")[2]
    if name == ENQUEUE and family == "arq":
        return enqueued(NativeCall(evaluator, name, None, arguments, line))
    if name == DECORATORS.get(family):
        return task(NativeCall(evaluator, atom.dotted, None, arguments, line))
    if name == AT_TIMES.get(family):
        register(evaluator.interpreter, "cron", "", arguments.get(0, "job_func") or BOTTOM)
        return UNKNOWN
    return evaluator.atoms.native("task.passed") if name == PASSING.get(family) else None


def guessed(evaluator: Evaluator, node: code.Call) -> Value:
    """`ctx["redis"].enqueue_job("tidy", 1)`: the pool of connections is mostly handed over."""
    written = node.function
    if type(written) is ATTRIBUTE and written.name == ENQUEUE and evaluator.interpreter.frameworks.imports("arq"):
        return evaluator.atoms.native(f"arq.{ENQUEUE}")
    return BOTTOM


def enqueued(call: NativeCall) -> Value:
    """`pool.enqueue_job("tidy", 1)`: one of the worker's functions by its name, which takes a context first."""
    rest = Arguments((context(call.interpreter), *call.arguments.positional[1:]), call.arguments.keywords)
    for name in strings(call.first):
        for held in _run_by_worker(call.interpreter):
            named = frozenset(atom for atom in held if isinstance(atom, Function) and atom.function.name == name)
            call.interpreter.calls.deferred(call.evaluator, named, rest, call.line)
    return UNKNOWN


def told_tasks(call: NativeCall) -> Value:
    """`QueueConfig(tasks=[tidy, "shop.jobs.mail"])`, `Worker(queue, functions=[tidy], startup=connect)` of SAQ."""
    given = [call.arguments.keywords.get(name, BOTTOM) for name in ("tasks", "functions")]
    hooks = [call.arguments.keywords.get(name, BOTTOM) for name in HOOKS_OF_SAQ]
    for one in (*[listed(value) for value in (*given, *hooks)], *hooks):
        run(call.interpreter, one)
        run(call.interpreter, call.interpreter.names.told(one))
    return UNKNOWN


def at_times(call: NativeCall) -> Value:
    """`CronJob(tidy, cron="0 3 * * *")` of SAQ."""
    run(call.interpreter, call.arguments.get(0, "function") or BOTTOM, "cron")
    return UNKNOWN


def start(interpreter: Interpreter) -> None:
    """`class WorkerSettings: functions = [tidy, func(mail, name="mail")]`, and what it runs around them."""
    if not interpreter.frameworks.imports("arq"):
        return
    for one in _run_by_worker(interpreter):
        run(interpreter, one)
    for cls in list(interpreter.program.classes):
        for name in HOOKS_OF_ARQ if not cls.library and cls.name == SETTINGS else ():
            run(interpreter, interpreter.classes.own(cls, name))


def _run_by_worker(interpreter: Interpreter) -> list[Value]:
    """What the settings of arq's workers list."""
    state = interpreter.frameworks.state
    if "arq functions" not in state:
        state["arq functions"] = [
            one
            for cls in list(interpreter.program.classes)
            if not cls.library and cls.name == SETTINGS
            for name in LISTED
            for one in containers.members(interpreter.classes.own(cls, name) or BOTTOM) or ()
        ]
    found: list[Value] = state["arq functions"]
    return found


NATIVES: Final[dict[str, Handler]] = {
    **dict.fromkeys(("task.passed", "arq.func", "arq.worker.func", "arq.cron", "arq.cron.cron"), same),
    f"arq.{ENQUEUE}": enqueued,
    "litestar_saq.QueueConfig": told_tasks,
    "saq.Worker": told_tasks,
    **{f"{package}.CronJob": at_times for package in ("saq", "litestar_saq")},
    "pika.BlockingConnection().channel().basic_consume": direct("task", at=1, name="on_message_callback"),
    "temporalio.activity.defn": direct("task"),
    **{
        f"django_q_registry.{name}": decorator("task", at=NOWHERE)
        for name in ("register_task", "registry.register_task")
    },
}
