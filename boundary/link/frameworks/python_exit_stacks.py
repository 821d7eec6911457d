"""What does a stack of contexts hold open, and run at its end?  `stack.enter_context(x)`, `stack.callback(f, order)`.

A transaction that is entered is open from there to the end of the stack's `with`, where the objects that were entered
are left (`__exit__`) and the callbacks run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.arguments import Arguments
from boundary.link.joining import join
from boundary.link.values import External, Instance, Wrapped

if TYPE_CHECKING:
    from boundary.link.contexts import Context
    from boundary.link.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.values import Atom, Value

STACKS: Final = frozenset({"contextlib.ExitStack()", "contextlib.AsyncExitStack()"})


def is_stack(atom: Atom) -> bool:
    """Whether entering this begins a stack of contexts."""
    return isinstance(atom, External) and atom.dotted in STACKS


def leave(evaluator: Evaluator, held: list[tuple[Value, Arguments | None, int]]) -> None:
    """The stack ends: what was put last is done first."""
    for value, arguments, line in reversed(held):
        if arguments is not None:
            evaluator.interpreter.calls.call(evaluator, value, arguments, line)
        else:
            evaluator.interpreter.objects.leave(evaluator, value, line)


def enter_context(call: NativeCall) -> Value:
    """`stack.enter_context(x)`, `await stack.enter_async_context(x)`: open until the stack's `with` ends."""
    found: list[Value] = []
    for atom in call.first:
        if isinstance(atom, Wrapped) and atom.kind == "atomic":
            call.evaluator.open_region("block", call.line, call.line, atom.extra)
            found.append(atom.inner or call.atoms.none)
        elif isinstance(atom, Wrapped) and atom.kind == "entered":
            found.append(_enter_helper(call, atom.extra))
        elif isinstance(atom, Instance):
            found.append(_enter_object(call, atom))
        else:
            found.append(atom.alone)
    return join(found) or call.first


def _enter_object(call: NativeCall, atom: Instance) -> Value:
    entered = call.interpreter.objects.enter(call.evaluator, atom.alone, call.line)
    _at_end(call, atom.alone, None)
    return entered or atom.alone


def _enter_helper(call: NativeCall, helper: Context) -> Value:
    """A generator as context manager: a transaction that it yields in is open from here on."""
    for index in sorted(helper.yields):
        if 0 <= index < len(helper.regions) and helper.regions[index].durable:
            call.evaluator.open_region("block", call.line, call.line, helper.regions[index].database)
            break
    return helper.yielded or call.first


def callback(call: NativeCall) -> Value:
    """`stack.callback(f, order)`, `stack.push_async_callback(f, order)`."""
    given = call.arguments
    _at_end(call, call.first, given.behind_first())
    return call.first


def push(call: NativeCall) -> Value:
    """`stack.push(x)`: an object that is left without having been entered, or a function that is told of the error."""
    objects = frozenset(atom for atom in call.first if isinstance(atom, Instance))
    if objects:
        _at_end(call, objects, None)
    if functions := call.first - objects:
        _at_end(call, functions, Arguments((call.atoms.none,) * 3))
    return call.first


def _at_end(call: NativeCall, value: Value, arguments: Arguments | None) -> None:
    if call.evaluator.exits is not None:
        call.evaluator.exits.append((value, arguments, call.line))


NATIVES: Final[dict[str, Handler]] = {
    f"{stack}.{name}": handler
    for stack in sorted(STACKS)
    for name, handler in {
        "enter_context": enter_context,
        "enter_async_context": enter_context,
        "callback": callback,
        "push_async_callback": callback,
        "push": push,
        "push_async_exit": push,
    }.items()
}
