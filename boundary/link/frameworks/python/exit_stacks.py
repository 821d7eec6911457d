"""What does a stack of contexts hold open, and run at its end?  `stack.enter_context(x)`, `stack.callback(f, order)`.

A transaction that is entered is open from there to the end of the stack's `with`, where the objects that were entered
are left (`__exit__`) and the callbacks run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.values import Instance
from boundary.link.effects.entering import STACKS, Exits, enter, enter_value
from boundary.link.syntax.kinds import ATTRIBUTE, STARRED

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model import code

ENTERING: Final = ("enter_context", "enter_async_context")


def enter_context(call: NativeCall) -> Value:
    """`stack.enter_context(x)`, `await stack.enter_async_context(x)`: open until the stack's `with` ends.

    What no `with` ends is open to the end of the function.
    """
    evaluator, exits = call.evaluator, call.evaluator.exits or Exits(call.line)
    written = _written(evaluator.calling)
    if written is None:
        return enter_value(evaluator, call.first, call.line, exits)
    return enter(evaluator, written, None, call.line, exits)


def _written(calling: code.Call | None) -> code.Expression | None:
    """What is entered, as it is written; None where the method is handed to something else that calls it."""
    if calling is None or type(calling.function) is not ATTRIBUTE or calling.function.name not in ENTERING:
        return None
    return calling.arguments[0] if calling.arguments and type(calling.arguments[0]) is not STARRED else None


def callback(call: NativeCall) -> Value:
    """`stack.callback(f, order)`, `stack.push_async_callback(f, order)`."""
    _at_end(call, call.first, call.arguments.behind_first())
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
    """Leave objects where the stack ends, or call functions with arguments."""
    evaluator, line = call.evaluator, call.line
    if evaluator.exits is None:
        return
    if arguments is None:
        evaluator.exits.at_end(lambda: evaluator.interpreter.objects.leave(evaluator, value, line))
    else:
        evaluator.exits.at_end(lambda: evaluator.interpreter.calls.call(evaluator, value, arguments, line))


NATIVES: Final[dict[str, Handler]] = {
    f"{stack}.{name}": handler
    for stack in sorted(STACKS)
    for name, handler in {
        **dict.fromkeys(ENTERING, enter_context),
        "callback": callback,
        "push_async_callback": callback,
        "push": push,
        "push_async_exit": push,
    }.items()
}
