"""What do asyncio's functions give that wait for others?  What these give: one, or a list of all.

A coroutine is its result here, awaited or not. So a task made of it is that, too, and `gather` lists what it is given.
Decorators that have a wrapper for functions to be awaited, and one for the rest, ask which of them they are given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.joining import join
from boundary.link.kinds import FUNCTION
from boundary.link.values import UNKNOWN, Function

if TYPE_CHECKING:
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.values import Atom, Value

LOOPS: Final = ("asyncio.get_event_loop()", "asyncio.get_running_loop()", "asyncio.new_event_loop()")


def gathered(call: NativeCall) -> Value:
    """`rows = await asyncio.gather(load(1), load(2))`, `gather(*tasks)`."""
    given = call.arguments
    known = None if given.rest else given.positional
    return call.atoms.container("list", join((*given.positional, given.rest)), known)


def one(call: NativeCall) -> Value:
    """`asyncio.create_task(load(1))`, `asyncio.wait_for(load(1), timeout=3)`."""
    given = call.arguments
    return next((value for value in (*given.positional, *given.keywords.values()) if value), UNKNOWN)


def completed(call: NativeCall) -> Value:
    """`for task in asyncio.as_completed(tasks): row = await task`."""
    return call.atoms.container("generator", call.interpreter.objects.iterate(call.evaluator, one(call), call.line))


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
    "asyncio.create_task": one,
    "asyncio.ensure_future": one,
    "asyncio.shield": one,
    "asyncio.wait_for": one,
    "asyncio.Runner().run": one,
    "asyncio.TaskGroup().create_task": one,
    **{f"{package}.iscoroutinefunction": is_awaited for package in ("asgiref.sync", "asyncio", "inspect")},
    **{f"{loop}.{name}": one for loop in LOOPS for name in ("create_task", "run_until_complete")},
}
