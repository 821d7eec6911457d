"""Which functions does a task queue run?  Celery, RQ, Huey, Airflow, Django: tasks, and what enqueues them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.definitions.symbols import ClassInfo  # noqa: TC001 - a field of a dataclass, compiled
from boundary.link.domain.asking import strings, truth
from boundary.link.domain.values import BOTTOM, UNKNOWN, Function, Instance
from boundary.link.frameworks import celery_bases
from boundary.link.frameworks.django.tasks import keep
from boundary.link.frameworks.queues import run_later, unpacked
from boundary.link.syntax.enqueuing import ANYWHERE, METHODS, PACKED, UNKNOWN_QUEUE
from boundary.link.syntax.kinds import FUNCTION
from boundary.link.syntax.walking import last_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import NativeCall
    from boundary.model import code

APPLICATIONS: Final = frozenset({"celery", "celery_app"})
"""How variables with an application of Celery are called."""
LATER: Final = "called later"
"""The trait of a task that is enqueued by a call of its function."""
STORED: Final = "stored by "
"""The trait of a task of which a call stores a row, before the function of the skeleton that says how."""
SCHEDULED: Final = "background_task.tasks.scheduled"
ALONE: Final = "background_task.tasks.scheduled_alone"
"""The same where those of the same arguments that wait are taken away."""
TASK: Final = "celery.app.task.Task"
ITSELF: Final = frozenset({"run", "call", "acall", "func", "__wrapped__", "original_func", "fn"})
"""Attributes of a task that are its function, which runs here and now."""
CONFIGURED: Final = frozenset(
    {"using", "configure", "kicker", "with_labels", "with_broker", "with_task_id", "override", "partial"}
)
"""Methods of a task that give one that is to be enqueued in another way."""
ENQUEUED_BY: Final = {"schedule": "task.apply_async", "expand": "task.mapped", "expand_kwargs": "task.mapped"}
"""Methods of tasks that a call enqueues, too; Airflow's enqueue one for each of what they are given."""
CONTEXTS: Final = ("takes_context", "pass_context")
"""What says of Django's and Procrastinate's tasks that they take a context first."""
CONTEXT: Final = "takes a context"
"""The trait of a task that the queue hands something first, which is not among what is enqueued."""
DJANGO: Final = ("django.tasks.task", "django_tasks.task")
KEPT: Final = "kept by "
"""The trait of a task that a backend keeps which the settings of Django name, before its alias."""
QUEUED: Final = "queued in "
"""The trait of a task that is enqueued by rows on the connection at hand, before the tables that they go into."""
IN_TABLES: Final = {"procrastinate.contrib.django.": "procrastinate_jobs procrastinate_events"}
"""The tables of a queue, the one that a trigger of its fills included, by how the name of its decorator begins."""
MADE: Final = "celery.canvas.Signature()"
"""What is made of a task to be enqueued, or is given for what was: nothing of it is the project's."""
HUEY: Final = ("huey", "huey.api")
HUEYS: Final = (
    *("Huey", "RedisHuey", "RedisExpireHuey", "PriorityRedisHuey", "PriorityRedisExpireHuey", "SqliteHuey"),
    *("MemoryHuey", "FileHuey", "BlackHoleHuey"),
)
HUEY_TASKS: Final = ("task", "periodic_task", "context_task")


def task(call: NativeCall) -> Value:
    """`@shared_task`, `@app.task(bind=True)`, `@job("queue")`, `@actor`: the function becomes a task."""
    how: How = call.receiver if isinstance(call.receiver, How) else How.of(call)
    found: set[Atom] = set()
    for atom in run_by(call):
        more = [*([CONTEXT] if how.contextual else []), *([f"{KEPT}{how.backend}"] if how.backend else [])]
        more += [f"{QUEUED}{how.tables}"] if how.tables else []
        marked = how.marked(call, atom, *more)
        found |= marked
        if how.name:
            call.interpreter.frameworks.state.setdefault("task names", {})[how.name] = marked
    return frozenset(found) or call.atoms.native("task.decorator", how)


def run_by(call: NativeCall) -> Iterator[Function]:
    """The functions that a decorator makes tasks of; of an object (`tidy = actor(Tidy())`), what a call of it runs."""
    for atom in call.arguments.get(0, "") or BOTTOM:
        held = atom.alone
        if isinstance(atom, Instance) and not atom.cls.library:
            held = call.interpreter.attributes.get(call.evaluator, held, "__call__", call.line)
        for one in held:
            if isinstance(one, Function):
                yield one


@dataclass(frozen=True, slots=True)
class How:
    """What a decorator says of a task: its name, the task whose method its function is, whether it takes a context.

    `backend` is the alias of what keeps the tasks of Django that are enqueued, `tables` are those of a queue in tables,
    `base` is the project's class of which a worker calls an object.
    """

    name: str = ""
    task: Instance | None = None
    contextual: bool = False
    backend: str = ""
    tables: str = ""
    base: ClassInfo | None = None

    def marked(self, call: NativeCall, function: Function, *more: str) -> Value:
        """A function as such a task."""
        if self.base is None:
            return mark(call, function, *more, receiver=self.task)
        called = celery_bases.run_by(call, self.base, function, bound=self.task is not None)
        return frozenset().union(*[mark(call, one, *more) for one in called])

    @staticmethod
    def of(call: NativeCall) -> How:
        """What the arguments of the decorator say."""
        given = call.arguments.keywords
        names = strings(given.get("name", BOTTOM))
        contextual = any(truth(given.get(name, BOTTOM)) is True for name in CONTEXTS)
        backends = strings(given.get("backend", BOTTOM)) or ["default"]
        backend = backends[0] if call.name in DJANGO else ""
        tables = next((held for package, held in IN_TABLES.items() if call.name.startswith(package)), "")
        name = names[0] if len(names) == 1 else ""
        return How(name, base(call), contextual, backend, tables, celery_bases.base_of(call))


def base(call: NativeCall) -> Instance | None:
    """With `bind=True` the task itself: an object of Celery's class, or of that which `base=` names."""
    if truth(call.arguments.keywords.get("bind", BOTTOM)) is not True:
        return None
    cls = celery_bases.named_base(call) or call.interpreter.library_class(TASK)
    made = call.atoms.instance(cls) if cls is not None else BOTTOM
    return next((atom for atom in made if isinstance(atom, Instance)), None)


def called_later(call: NativeCall) -> Value:
    """`@huey.task()`, `@db_task()`: a call of the function enqueues it."""
    return _marked_later(call) or call.atoms.native("task.later")


def called_later_as_row(call: NativeCall) -> Value:
    """`@background(schedule=60)`: a call of the function stores a row, which says what is to run."""
    alone = truth(call.arguments.keywords.get("remove_existing_tasks", BOTTOM)) is True
    stored_by = f"{STORED}{ALONE if alone or call.name == 'task.alone as row' else SCHEDULED}"
    return _marked_later(call, stored_by) or call.atoms.native("task.alone as row" if alone else "task.as row")


def _marked_later(call: NativeCall, *more: str) -> Value:
    """The decorated functions as tasks that a call enqueues; nothing where the decorator is only told how."""
    found: set[Atom] = set()
    for atom in run_by(call):
        found |= mark(call, atom, LATER, *more)
    return frozenset(found)


def called_task(evaluator: Evaluator, task: Function, arguments: Arguments, line: int) -> Value:
    """A call that enqueues a task: it runs later, and what keeps it until then is stored here and now."""
    evaluator.interpreter.calls.deferred(evaluator, task.alone, arguments, line)
    for trait in sorted(one for one in task.traits if isinstance(one, str)):
        stores = evaluator.interpreter.names.at(trait.removeprefix(STORED)) if trait.startswith(STORED) else None
        if stores:
            return evaluator.interpreter.calls.call(evaluator, stores, Arguments(), line)
    return UNKNOWN


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
        if name in {"call_local", "now"}:  # here and now
            return evaluator.atoms.function(atom.function, atom.receiver, atom.closure, atom.traits - {LATER})
        if name in ENQUEUED_BY:
            return evaluator.atoms.native(ENQUEUED_BY[name], atom)
    if "task" in atom.traits:
        if name in METHODS:
            return evaluator.atoms.native(f"task.{name}", atom)
        if name == "apply":
            return evaluator.atoms.native("task.apply", atom)
        if name in ITSELF:
            return atom.alone
        if name in CONFIGURED:
            return evaluator.atoms.native("task.configured", atom)
        return evaluator.atoms.external(f"task.{name}")
    if name in ANYWHERE and type(atom.function.node) is FUNCTION and atom.function.node.decorators:
        return evaluator.atoms.native("task.apply_async" if name == "apply_async" else UNKNOWN_QUEUE, atom)
    return None


def configured(call: NativeCall) -> Value:
    """`task.using(priority=1)`, `task.configure(lock="orders")`, `task.kicker()`: the task itself."""
    return call.receiver.alone if isinstance(call.receiver, Function) else UNKNOWN


def enqueue(call: NativeCall) -> Value:
    """`task.delay(...)`: the task runs later, elsewhere."""
    receiver = call.receiver
    if isinstance(receiver, Function):
        packed = call.name.rpartition(".")[2] in PACKED
        arguments = unpacked(call.arguments) if packed else call.arguments
        if CONTEXT in receiver.traits:
            arguments = arguments.after(UNKNOWN)
        call.interpreter.calls.deferred(call.evaluator, receiver.alone, arguments, call.line)
        traits = sorted(trait for trait in receiver.traits if isinstance(trait, str))
        for trait in traits:
            for table in trait.removeprefix(QUEUED).split() if trait.startswith(QUEUED) else ():
                call.evaluator.touch(table, "insert", call.line)
        aliases = [trait.removeprefix(KEPT) for trait in traits if trait.startswith(KEPT)]
        return keep(call, aliases[0]) if aliases else call.atoms.external(MADE)
    return UNKNOWN


def mapped(call: NativeCall) -> Value:
    """`task.expand(order=orders)`: the task runs for each of them."""
    if isinstance(call.receiver, Function):
        anything = Arguments((), {}, UNKNOWN, UNKNOWN)
        call.interpreter.calls.deferred(call.evaluator, call.receiver.alone, anything, call.line)
    return UNKNOWN


def sent(call: NativeCall) -> Value:
    """`app.send_task("shop.tasks.tidy", args=[1])`: a task by its name."""
    names: dict[str, Value] = call.interpreter.frameworks.state.get("task names", {})
    arguments = unpacked(Arguments(call.arguments.positional[1:], call.arguments.keywords))
    for name in strings(call.first):
        held = names.get(name) or call.interpreter.names.at(name) or BOTTOM
        functions = frozenset(atom for atom in held if isinstance(atom, Function))
        call.interpreter.calls.deferred(call.evaluator, functions, arguments, call.line)
    return UNKNOWN


def queued(call: NativeCall) -> Value:
    """`task.delay(...)` of a queue that is not known: it takes the arguments as they are, or packed."""
    keywords = call.arguments.keywords
    packed = not call.arguments.positional and not keywords.keys().isdisjoint({"args", "kwargs"})
    arguments = unpacked(call.arguments) if packed else call.arguments
    if isinstance(call.receiver, Function):
        run_later(call, call.receiver.alone, arguments)
    return UNKNOWN


def named(evaluator: Evaluator, node: code.Expression) -> Value:
    """`celery`, `celery_app`, of which nothing else is known: the application that tasks are registered with."""
    if last_name(node) not in APPLICATIONS or not evaluator.interpreter.frameworks.imports("celery"):
        return BOTTOM
    return evaluator.atoms.external("celery.Celery()")


def applied(call: NativeCall) -> Value:
    """`task.apply(...)`: the task runs here."""
    if isinstance(call.receiver, Function):
        call.interpreter.calls.call(call.evaluator, call.receiver.alone, unpacked(call.arguments), call.line)
    return UNKNOWN


AIRFLOW: Final = tuple(
    f"airflow.{package}.task{kind}"
    for package in ("decorators", "sdk")
    for kind in ("", ".branch", ".external_python", ".python", ".sensor", ".short_circuit", ".virtualenv")
)
"""What makes a task of Airflow of a function: each runs in a process of its own, whichever of them calls it."""
NATIVES: Final = {
    "celery.shared_task": task,
    "celery.task": task,
    "celery.app.shared_task": task,
    "celery.Celery().task": task,
    "celery.Celery().send_task": sent,
    "celery.current_app.send_task": sent,
    "celery.current_app.task": task,
    "celery.decorators.task": task,
    "celery.task.task": task,
    "dispatcherd.publish.task": task,
    "django_rq.job": task,
    "rq.decorators.job": task,
    "flask_rq2.RQ().job": task,
    "dramatiq.actor": task,
    **dict.fromkeys(DJANGO, task),
    "background_task.background": called_later_as_row,
    "background_task.tasks.tasks.background": called_later_as_row,
    "task.as row": called_later_as_row,
    "task.alone as row": called_later_as_row,
    **{f"huey.contrib.djhuey.{name}": called_later for name in (*HUEY_TASKS, "db_task", "db_periodic_task")},
    "huey.contrib.djhuey.on_commit_task": called_later,
    **{f"huey.contrib.djhuey.HUEY.{name}": called_later for name in HUEY_TASKS},
    **{f"{package}.{cls}().{name}": called_later for package in HUEY for cls in HUEYS for name in HUEY_TASKS},
    **dict.fromkeys(AIRFLOW, called_later),
    "task.mapped": mapped,
    "task.decorator": task,
    "task.later": called_later,
    "task.apply": applied,
    "task.configured": configured,
    UNKNOWN_QUEUE: queued,
    **{f"task.{name}": enqueue for name in METHODS},
}
