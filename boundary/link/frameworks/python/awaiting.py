"""What do asyncio's functions give that wait for others?  What these give: one, or a list of all.

A coroutine is its result here, awaited or not. A task is a future of that, and `gather` lists what it is given. An
object whose class has an `__await__` does what that does: queries that run only then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import known
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, Instance, Wrapped
from boundary.link.frameworks.python import threads as python_threads
from boundary.link.frameworks.python.threads import KIND as FUTURE

if TYPE_CHECKING:
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall


def gathered(call: NativeCall) -> Value:
    """`rows = await asyncio.gather(load(1), load(2))`, `gather(*tasks)`."""
    given = call.arguments
    results = tuple([awaited(call.evaluator, one, call.line) for one in given.positional])
    rest = awaited(call.evaluator, given.rest, call.line)
    return call.atoms.container("list", join((*results, rest)), None if given.rest else results)


def one(call: NativeCall) -> Value:
    """`asyncio.run(load(1))`, `asyncio.wait_for(load(1), timeout=3)`."""
    given = call.arguments
    value = next((value for value in (*given.positional, *given.keywords.values()) if value), UNKNOWN)
    return awaited(call.evaluator, value, call.line)


def task(call: NativeCall) -> Value:
    """`asyncio.create_task(load(1))`: a future, which `result()` asks for what it gives, too."""
    return call.atoms.wrapped(FUTURE, one(call))


def awaited(evaluator: Evaluator, value: Value, line: int) -> Value:
    """What futures give, and what objects say that they do; anything else is its own result."""
    for atom in value:
        if type(atom) is Wrapped or type(atom) is Instance or python_threads.is_promise(atom):
            return join([_waited_for(evaluator, one, line) for one in value])
    return value


def _waited_for(evaluator: Evaluator, atom: Atom, line: int) -> Value:
    if type(atom) is Wrapped and atom.kind == FUTURE:
        return atom.inner
    if python_threads.is_promise(atom):
        return python_threads.outcome(evaluator, atom)
    if type(atom) is not Instance:
        return atom.alone
    owner, _ = evaluator.interpreter.classes.lookup(atom.cls, "__await__")
    if owner is None:
        return atom.alone
    given = evaluator.interpreter.objects.method(evaluator, atom.alone, "__await__", line) or UNKNOWN
    return given if owner.library or known(given) else given | atom.alone  # many give themselves once they are ready


def completed(call: NativeCall) -> Value:
    """`for task in asyncio.as_completed(tasks): row = await task`."""
    return call.atoms.container("generator", call.interpreter.items.iterate(call.evaluator, one(call), call.line))


NATIVES: Final[dict[str, Handler]] = {
    "asyncio.gather": gathered,
    "asyncio.as_completed": completed,
    "asyncio.run": one,
    "asyncio.create_task": task,
    "asyncio.ensure_future": task,
    "asyncio.run_coroutine_threadsafe": task,
    "asyncio.wait": python_threads.waited_for,
    "asyncio.shield": one,
    "asyncio.wait_for": one,
    "asyncio.Runner().run": one,
    "asyncio.TaskGroup().create_task": task,
    **{f"{loop}.create_task": task for loop in python_threads.LOOPS},
    **{f"{loop}.run_until_complete": one for loop in python_threads.LOOPS},
}
