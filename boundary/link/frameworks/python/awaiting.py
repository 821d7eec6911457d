"""What do asyncio's functions give that wait for others?  What these give: one, or a list of all.

A coroutine is its result here, awaited or not. A task is a future of that, and `gather` lists what it is given.
Decorators that have a wrapper for functions to be awaited, and one for the rest, ask which of them they are given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, Function, Wrapped
from boundary.link.frameworks.python import threads as python_threads
from boundary.link.frameworks.python.threads import KIND as FUTURE
from boundary.link.syntax.kinds import FUNCTION

if TYPE_CHECKING:
    from boundary.link.domain.values import Atom, Value
    from boundary.link.frameworks.protocol import Handler, NativeCall


def gathered(call: NativeCall) -> Value:
    """`rows = await asyncio.gather(load(1), load(2))`, `gather(*tasks)`."""
    given = call.arguments
    results = tuple(awaited(one) for one in given.positional)
    return call.atoms.container("list", join((*results, awaited(given.rest))), None if given.rest else results)


def one(call: NativeCall) -> Value:
    """`asyncio.run(load(1))`, `asyncio.wait_for(load(1), timeout=3)`."""
    given = call.arguments
    return awaited(next((value for value in (*given.positional, *given.keywords.values()) if value), UNKNOWN))


def task(call: NativeCall) -> Value:
    """`asyncio.create_task(load(1))`: a future, which `result()` asks for what it gives, too."""
    return call.atoms.wrapped(FUTURE, one(call))


def awaited(value: Value) -> Value:
    """What futures give; anything else is its own result."""
    if not any(type(atom) is Wrapped and atom.kind == FUTURE for atom in value):
        return value
    return join(atom.inner if isinstance(atom, Wrapped) and atom.kind == FUTURE else atom.alone for atom in value)


def completed(call: NativeCall) -> Value:
    """`for task in asyncio.as_completed(tasks): row = await task`."""
    return call.atoms.container("generator", call.interpreter.items.iterate(call.evaluator, one(call), call.line))


def is_awaited(call: NativeCall) -> Value:
    """`asyncio.iscoroutinefunction(function)`, where it is known of which function that is asked."""
    answers = {_is_coroutine_function(atom) for atom in call.first}
    answer = answers.pop() if len(answers) == 1 else None
    return UNKNOWN if answer is None else call.atoms.constant(answer)


def _is_coroutine_function(atom: Atom) -> bool | None:
    if not isinstance(atom, Function):
        return None
    node = atom.function.node
    return type(node) is FUNCTION and node.is_async and not atom.function.is_generator


NATIVES: Final[dict[str, Handler]] = {
    "asyncio.gather": gathered,
    "asyncio.as_completed": completed,
    "asyncio.run": one,
    "asyncio.create_task": task,
    "asyncio.ensure_future": task,
    "asyncio.wait": python_threads.waited_for,
    "asyncio.shield": one,
    "asyncio.wait_for": one,
    "asyncio.Runner().run": one,
    "asyncio.TaskGroup().create_task": task,
    **{f"{package}.iscoroutinefunction": is_awaited for package in ("asgiref.sync", "asyncio", "inspect")},
    **{f"{loop}.create_task": task for loop in python_threads.LOOPS},
    **{f"{loop}.run_until_complete": one for loop in python_threads.LOOPS},
}
