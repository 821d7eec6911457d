"""What does Click hand to a command?  Its context, and what the group around it left there as `context.obj`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import known
from boundary.link.frameworks.entry_functions import functions_in

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.execution import Executor
    from boundary.link.frameworks.protocol import Handler, NativeCall

CONTEXT: Final[Hashable] = ("click", "context")
OBJECT: Final[Hashable] = ("click", "obj")


def passes(trait: Hashable) -> Handler:
    """A decorator that hands something to the function, before its other arguments."""

    def handler(call: NativeCall) -> Value:
        others = call.first - frozenset(functions_in(call.first))
        found = frozenset(
            one
            for atom in functions_in(call.first)
            for one in call.atoms.function(atom.function, atom.receiver, atom.closure, atom.traits | {trait})
        )
        return found | others

    return handler


def trait(executor: Executor, held: tuple[object, ...]) -> None:
    """A command begins: its first parameter is what the decorator hands over."""
    function = executor.context.function
    if held not in {CONTEXT, OBJECT} or function is None:
        return
    parameters = function.parameters[function.cls is not None :]
    cls = executor.interpreter.library_class("click.Context")
    if cls is None or not parameters:
        return
    value = executor.atoms.instance(cls)
    if held == OBJECT:
        value = executor.interpreter.attributes.get(executor, value, "obj", function.node.line)
    if known(value):
        executor.env[parameters[0].name] = value


NATIVES: Final[dict[str, Handler]] = {"click.pass_context": passes(CONTEXT), "click.pass_obj": passes(OBJECT)}
