"""What does an event of a state machine call?  Functions that it was given, and methods by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.asking import known
from boundary.link.domain.joining import join
from boundary.link.domain.values import Function
from boundary.link.frameworks.state_machines.machines import callbacks_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.calling.arguments import Arguments
    from boundary.link.domain.values import Atom, Value
    from boundary.link.frameworks.protocol import NativeCall


class Callbacks:
    """One event while it is told: what it calls, with what it was given, and what that gives."""

    def __init__(self, call: NativeCall, given: Arguments) -> None:
        self.call = call
        self.given = given
        self.results: list[Value] = []

    def holders(self) -> Iterable[Atom]:
        """The objects whose methods are called by their names."""
        raise NotImplementedError

    def bound(self, atom: Atom) -> Value:
        """What is called of a callback that was given."""
        return atom.alone

    def each(self, callbacks: Value) -> None:
        """Call what is in a value, alone or in lists."""
        for one in callbacks_in(self.call.evaluator, callbacks):
            if isinstance(one, str):
                self.named(one)
            else:
                self.run(one)

    def named(self, name: str) -> None:
        """Call the methods of a name."""
        evaluator = self.call.evaluator
        for holder in self.holders():
            held = evaluator.interpreter.attributes.of(evaluator, holder, name, self.call.line)
            self.run(frozenset([atom for atom in held if isinstance(atom, Function)]))

    def run(self, callback: Value) -> None:
        """Call one, if it is known."""
        if known(callback):
            bound = join([self.bound(one) for one in callback])
            calls, evaluator = self.call.interpreter.calls, self.call.evaluator
            self.results.append(calls.call(evaluator, bound, self.given, self.call.line))
