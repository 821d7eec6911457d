"""What does a trigger of `transitions` call?  `job.finish()`, `job.trigger("finish")`: what its transitions name.

In the order of the library: `prepare`, `conditions`, `unless`, `before`, what the states do when they are left and
entered (`on_exit_open`, `on_enter_done`, or as the states say), `after`, around them what the machine does at each
change. Callbacks are functions, or names of methods of the model. They are given what the trigger was, or, with
`send_event`, what is told of the event.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import strings, truth
from boundary.link.domain.values import BOTTOM, UNKNOWN, Instance
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.state_machines.callbacks import Callbacks
from boundary.link.frameworks.state_machines.machines import TELLS, TRIGGER, each_or_alone, kept, names_in
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

EVENT: Final = "transitions.core.EventData"
CHECKS: Final = ("prepare", "conditions", "unless")
ANY_STATE: Final = "*"
SAME_STATE: Final = "="


class EventHook(Hook):
    """What is told of an event."""

    base = EVENT

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`event.model`, `event.kwargs`, `event.args`."""
        del evaluator, line
        if not isinstance(atom.site, tuple) or atom.site[:1] != (EVENT,):
            return None
        _, model, args, kwargs = atom.site
        told: dict[str, Value] = {"model": model, "args": args, "kwargs": kwargs}
        return told.get(name)


def triggered(call: NativeCall) -> Value:
    """`job.finish(by=user)`: whether the state has changed."""
    place, model, name = call.receiver
    by_name = name in TELLS
    run = _Run(call, place, model, call.arguments.behind_first() if by_name else call.arguments)
    for trigger in strings(call.first) if by_name else [name]:
        run.checks(trigger)
        if name != TELLS[1]:
            run.changes(trigger)
    return UNKNOWN


class _Run(Callbacks):
    """One call of a trigger."""

    def __init__(self, call: NativeCall, place: Hashable, model: Atom, given: Arguments) -> None:
        super().__init__(call, given)
        self.place = place
        self.model = model
        if truth(self._kept("send_event")):
            self.given = self._event(given)

    def checks(self, trigger: str) -> None:
        """What runs before it is known whether the state changes."""
        self.each(self._kept("prepare_event"))
        for name in CHECKS:
            self.each(self._kept(name, trigger))

    def changes(self, trigger: str) -> None:
        """What runs around the change."""
        sources = self._states(self._kept("source", trigger))
        self.each(self._kept("before_state_change"))
        self.each(self._kept("before", trigger))
        for state in sources:
            self._of_state("on_exit", state)
        for state in self._states(self._kept("dest", trigger)) or sources:
            self._of_state("on_enter", state)
        for name, *of in (("after", trigger), ("after_state_change",), ("finalize_event",)):
            self.each(self._kept(name, *of))

    def _states(self, value: Value) -> list[str]:
        """The names of states that a transition mentions, alone or in lists."""
        named = [name for one in each_or_alone(self.call.evaluator, value) for name in names_in(one)]
        every = names_in(self._kept("states")) if ANY_STATE in named else []
        return [one for one in dict.fromkeys([*named, *every]) if one not in {ANY_STATE, SAME_STATE}]

    def _of_state(self, event: str, state: str) -> None:
        """What a state says, and the method of the model that is called after it."""
        self.each(self._kept(event, state))
        self.named(f"{event}_{state}")

    def holders(self) -> tuple[Atom, ...]:
        """The model whose state changes."""
        return (self.model,)

    def _kept(self, *what: str) -> Value:
        return kept(self.call.evaluator, self.place, *what)

    def _event(self, given: Arguments) -> Arguments:
        """What a callback is given that asks for the event."""
        evaluator = self.call.evaluator
        cls = evaluator.interpreter.library_class(EVENT)
        args = containers.make(evaluator, "tuple", list(given.positional))
        pairs = [(evaluator.atoms.constant(name), value) for name, value in given.keywords.items()]
        site = (EVENT, self.model.alone, args, containers.make_dict(evaluator, pairs, given.others or BOTTOM))
        return Arguments((evaluator.atoms.instance(cls, site=site) if cls is not None else UNKNOWN,))


HOOKS: Final = (EventHook(),)
NATIVES: Final[dict[str, Handler]] = {TRIGGER: triggered}
