"""Which contexts has a settlement left without a caller?  They say what happens no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.calling.contexts import Context
    from boundary.link.evaluator.interpreter import Interpreter


class Reached:
    """The contexts that were called before anything was settled."""

    def __init__(self, contexts: Iterable[Context]) -> None:
        self._called = {id(edge.callee) for context in contexts for edge in context.edges}

    def drop_unreached(self, interpreter: Interpreter) -> None:
        """Take out the contexts that are called no more, where their functions have others that are.

        A transaction is listed in its own right, so a function that nothing calls any more keeps what it had.
        """
        reached = self._reached(interpreter.contexts)
        alive = {id(one.function) for one in interpreter.contexts if id(one) in reached}
        gone = {id(one) for one in interpreter.contexts if id(one) not in reached and id(one.function) in alive}
        if not gone:
            return
        interpreter.contexts[:] = [one for one in interpreter.contexts if id(one) not in gone]
        for context in interpreter.contexts:
            for edge in [one for one in context.extended if id(one.callee) in gone]:
                context.run_no_more(edge)

    def _reached(self, contexts: Iterable[Context]) -> set[int]:
        """The contexts that are called still, or have never been."""
        held = list(contexts)
        reached: set[int] = set()
        _reach([one for one in held if one.root or id(one) not in self._called], reached)
        alive = {one.function for one in held if id(one) in reached}
        _reach([one for one in held if not one.library and one.function not in alive], reached)
        return reached


def _reach(waiting: list[Context], reached: set[int]) -> None:
    """Add contexts, and all that they call, to those that are reached."""
    reached.update(id(one) for one in waiting)
    while waiting:
        for edge in waiting.pop().edges:
            if id(edge.callee) not in reached:
                reached.add(id(edge.callee))
                waiting.append(edge.callee)
