"""Which functions does a task queue run?  Celery, RQ, Dramatiq, Huey: tasks, and the calls that enqueue them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link import containers
from boundary.link.arguments import Arguments
from boundary.link.enqueuing import ANYWHERE, METHODS, PACKED, UNKNOWN_QUEUE
from boundary.link.values import BOTTOM, UNKNOWN, ClassAtom, Function, truth
from boundary.link.walking import last_name
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.evaluation import Evaluator
    from boundary.link.frameworks.protocol import NativeCall
    from boundary.link.values import Atom, Value

APPLICATIONS: Final = frozenset({"celery", "celery_app"})
"""How variables with an application of Celery are called."""
LATER: Final = "called later"
"""The trait of a task that is enqueued by a call of its function."""
TASK: Final = "celery.app.task.Task"
HUEY: Final = ("huey", "huey.api")
HUEYS: Final = (
    *("Huey", "RedisHuey", "RedisExpireHuey", "PriorityRedisHuey", "PriorityRedisExpireHuey", "SqliteHuey"),
    *("MemoryHuey", "FileHuey", "BlackHoleHuey"),
)
HUEY_TASKS: Final = ("task", "periodic_task", "context_task")


def task(call: NativeCall) -> Value:
    """`@shared_task`, `@app.task(bind=True)`, `@job("queue")`, `@actor`: the function becomes a task."""
    functions = call.arguments.get(0, "") or BOTTOM
    found: set[Atom] = set()
    for atom in functions:
        if isinstance(atom, Function):
            found |= mark(call, atom)
    if found or not is_bound(call):
        return frozenset(found) or call.atoms.native("task.decorator")
    return call.atoms.native("task.bound", base(call))


def is_bound(call: NativeCall) -> bool:
    """`@app.task(bind=True)`: the function is a method of the task."""
    return truth(call.arguments.keywords.get("bind", BOTTOM)) is True


def base(call: NativeCall) -> Atom | None:
    """The task itself: an object of Celery's class, or of that which `base=` names."""
    given = call.arguments.keywords.get("base", BOTTOM)
    named = [atom.cls for atom in given if isinstance(atom, ClassAtom)]
    cls = named[0] if len(named) == 1 else call.interpreter.library_class(TASK)
    return next(iter(call.atoms.instance(cls)), None) if cls is not None else None


def bound(call: NativeCall) -> Value:
    """`@app.task(bind=True)` around a function: whoever calls or enqueues it leaves the task itself out."""
    functions = call.arguments.get(0, "") or BOTTOM
    found: set[Atom] = set()
    for atom in functions:
        if isinstance(atom, Function):
            found |= mark(call, atom, receiver=call.receiver)
    return frozenset(found)


def called_later(call: NativeCall) -> Value:
    """`@huey.task()`, `@db_task()`: a call of the function enqueues it."""
    functions = call.arguments.get(0, "") or BOTTOM
    found: set[Atom] = set()
    for atom in functions:
        if isinstance(atom, Function):
            found |= mark(call, atom, LATER)
    return frozenset(found) or call.atoms.native("task.later")


def mark(call: NativeCall, atom: Function, *more: str, receiver: Atom | None = None) -> Value:
    """The same function as a task, remembered as an entry point."""
    tasks = call.interpreter.frameworks.state.setdefault("tasks", {})
    value = call.atoms.function(atom.function, atom.receiver or receiver, atom.closure, atom.traits | {"task", *more})
    (made,) = value
    tasks[made] = "task"
    return value


def function_attribute(evaluator: Evaluator, atom: Function, name: str, line: int) -> Value | None:
    """`task.delay` and the like."""
    del line
    if LATER in atom.traits:
        if name == "call_local":  # here and now
            return evaluator.atoms.function(atom.function, atom.receiver, atom.closure, atom.traits - {LATER})
        if name == "schedule":
            return evaluator.atoms.native("task.apply_async", atom)
    if "task" in atom.traits:
        if name in METHODS:
            return evaluator.atoms.native(f"task.{name}", atom)
        if name == "apply":
            return evaluator.atoms.native("task.apply", atom)
        if name in {"run", "__wrapped__", "original_func", "fn"}:
            return atom.alone
        return evaluator.atoms.external(f"task.{name}")
    if name in ANYWHERE and isinstance(atom.function.node, code.Function) and atom.function.node.decorators:
        return evaluator.atoms.native("task.apply_async" if name == "apply_async" else UNKNOWN_QUEUE, atom)
    return None


def enqueue(call: NativeCall) -> Value:
    """`task.delay(...)`: the task runs later, elsewhere."""
    receiver = call.receiver
    if isinstance(receiver, Function):
        packed = call.name.rpartition(".")[2] in PACKED
        arguments = unpacked(call.arguments) if packed else call.arguments
        call.interpreter.calls.deferred(call.evaluator, receiver.alone, arguments, call.line)
    return UNKNOWN


def queued(call: NativeCall) -> Value:
    """`task.delay(...)` of a queue that is not known: it takes the arguments as they are, or packed."""
    keywords = call.arguments.keywords
    packed = not call.arguments.positional and not keywords.keys().isdisjoint({"args", "kwargs"})
    arguments = unpacked(call.arguments) if packed else call.arguments
    if isinstance(call.receiver, Function):
        call.interpreter.calls.deferred(call.evaluator, call.receiver.alone, arguments, call.line)
    return UNKNOWN


def named(evaluator: Evaluator, node: code.Expression) -> Value:
    """`celery`, `celery_app`, of which nothing else is known: the application that tasks are registered with."""
    if last_name(node) not in APPLICATIONS or not evaluator.interpreter.frameworks.imports("celery"):
        return BOTTOM
    return evaluator.atoms.external("celery.Celery()")


def unpacked(given: Arguments) -> Arguments:
    """The arguments that `apply_async(args=[...], kwargs={...})` hands to the task."""
    positional = containers.members(given.get(0, "args") or UNKNOWN)
    keywords = containers.pairs(given.get(1, "kwargs") or UNKNOWN)
    rest = UNKNOWN if positional is None else BOTTOM
    return Arguments(
        positional or (), {key: one for key, one in (keywords or {}).items() if isinstance(key, str)}, rest
    )


def applied(call: NativeCall) -> Value:
    """`task.apply(...)`: the task runs here."""
    if isinstance(call.receiver, Function):
        call.interpreter.calls.call(call.evaluator, call.receiver.alone, unpacked(call.arguments), call.line)
    return UNKNOWN


def enqueue_first(call: NativeCall) -> Value:
    """`queue.enqueue(f, ...)`."""
    rest = Arguments(call.arguments.positional[1:], call.arguments.keywords)
    call.interpreter.calls.deferred(call.evaluator, call.arguments.get(0, "f") or BOTTOM, rest, call.line)
    return UNKNOWN


HOOKS: Final = ()
NATIVES: Final = {
    "celery.shared_task": task,
    "celery.task": task,
    "celery.app.shared_task": task,
    "celery.Celery().task": task,
    "celery.decorators.task": task,
    "celery.task.task": task,
    "django_rq.job": task,
    "rq.decorators.job": task,
    "dramatiq.actor": task,
    **{f"huey.contrib.djhuey.{name}": called_later for name in (*HUEY_TASKS, "db_task", "db_periodic_task")},
    "huey.contrib.djhuey.on_commit_task": called_later,
    **{f"huey.contrib.djhuey.HUEY.{name}": called_later for name in HUEY_TASKS},
    **{f"{package}.{cls}().{name}": called_later for package in HUEY for cls in HUEYS for name in HUEY_TASKS},
    "task.decorator": task,
    "task.bound": bound,
    "task.later": called_later,
    "task.apply": applied,
    UNKNOWN_QUEUE: queued,
    **{f"task.{name}": enqueue for name in METHODS},
    "django_rq.enqueue": enqueue_first,
    "django_rq.get_queue().enqueue": enqueue_first,
    "rq.Queue().enqueue": enqueue_first,
}
