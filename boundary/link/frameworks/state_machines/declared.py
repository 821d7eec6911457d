"""What does an event of python-statemachine call?  Its class says so, by names and by what transitions are given.

    class Flow(StateMachine):
        draft = State(initial=True)
        done = State()
        finish = draft.to(done, cond="is_paid", on="bill")

        def before_finish(self): ...
        def on_enter_done(self): ...

`flow.finish()` and `flow.send("finish")` run what the transitions of the event name, what is decorated with them
(`@finish.on`, `@draft.to(done)`, `@done.enter`), and what is called after the event or after the states that it leads
from and to, on the machine and on its model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, Function, Instance, by_age
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.state_machines.callbacks import Callbacks

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

MACHINE: Final = "statemachine.statemachine.StateChart"
STATE: Final = "statemachine.state.State"
TRANSITIONS: Final = "statemachine.transition_list.TransitionList"
TOLD: Final = "statemachine.told"
LEADS: Final = "statemachine.leads"
DECORATES: Final = "statemachine.decorates"
WAYS: Final = ("to", "from_")
CHECKS: Final = ("validators", "cond", "unless")
SAID: Final = (*CHECKS, "before", "on", "after")
"""What runs of a transition, by when it does."""
OF_STATES: Final = ("exit", "enter")
"""What runs of a state: of the one that is left, and of the one that is entered."""
MODEL: Final = "model"


class StateHook(Hook):
    """States are told apart by where they are made."""

    base = STATE

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`State(initial=True, enter="note")`."""
        said = tuple([arguments.keywords.get(name, BOTTOM) for name in OF_STATES])
        return evaluator.atoms.instance(cls, site=(STATE, evaluator.module.name, line, said))

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`draft.to`, `done.from_`, `@done.enter`."""
        del line
        if name in WAYS:
            return evaluator.atoms.native(LEADS, (atom, name))
        return evaluator.atoms.native(DECORATES, (atom, name)) if name in OF_STATES else None


class TransitionsHook(Hook):
    """`draft.to(done)`."""

    base = TRANSITIONS

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Event(draft.to(done))`: the same transitions."""
        del evaluator, cls, line
        return arguments.get(0, "transitions")

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`@finish.before`."""
        del line
        return evaluator.atoms.native(DECORATES, (atom, name)) if name in SAID else None


class MachineHook(Hook):
    """`flow.finish`, where the class says that this is an event."""

    base = MACHINE

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """An event is called."""
        del line
        return evaluator.atoms.native(TOLD, (atom, name)) if _transitions(evaluator, atom, name) else None


def leads(call: NativeCall) -> Value:
    """`draft.to(done, cond="is_paid")`, `draft.to.itself()`, `done.from_(draft)`."""
    state, way = call.receiver
    cls = call.interpreter.library_class(TRANSITIONS)
    if cls is None:
        return UNKNOWN
    others = join(call.arguments.positional) or state.alone
    ends = (state.alone, others) if way == WAYS[0] else (others, state.alone)
    said = tuple([call.arguments.keywords.get(name, BOTTOM) for name in SAID])
    return call.atoms.instance(cls, site=(TRANSITIONS, ends, said))


def decorated(call: NativeCall) -> Value:
    """`@draft.to(done)`: what runs on these transitions, under whose name the event goes by."""
    if not isinstance(call.receiver, Instance):
        return UNKNOWN
    _keep(call, call.receiver, "on")
    return call.receiver.alone


def decorates(call: NativeCall) -> Value:
    """`@finish.before`, `@done.enter`: the function stays what it is."""
    atom, when = call.receiver
    _keep(call, atom, when)
    return call.first


def _keep(call: NativeCall, atom: Atom, when: str) -> None:
    call.interpreter.write((TOLD, atom, when), call.first)


def sent(call: NativeCall) -> Value:
    """`flow.send("finish", order)`."""
    given = call.arguments.behind_first()
    return join([_Event(call, call.receiver, event, given).tell() for event in strings(call.first)]) or UNKNOWN


def told(call: NativeCall) -> Value:
    """`flow.finish(order)`."""
    machine, event = call.receiver
    return _Event(call, machine, event, call.arguments).tell() or UNKNOWN


class _Event(Callbacks):
    """One event of a machine while it is told."""

    def __init__(self, call: NativeCall, machine: Instance, event: str, given: Arguments) -> None:
        super().__init__(call, given)
        self.machine = machine
        self.event = event
        self.transitions = _transitions(call.evaluator, machine, event)

    def tell(self) -> Value:
        """What all that runs gives, in the order of the library."""
        if self.transitions:
            for when in CHECKS:
                self._say(self.transitions, SAID, when)
            self._around("before", "before_transition", f"before_{self.event}")
            self._of_states(0)
            self._around("on", "on_transition", f"on_{self.event}")
            self._of_states(1)
            self._around("after", f"after_{self.event}", "after_transition")
        return join(self.results)

    def _around(self, when: str, *names: str) -> None:
        self._say(self.transitions, SAID, when)
        for name in names:
            self.named(name)

    def _of_states(self, end: int) -> None:
        """What runs of the states that are left or entered."""
        when = OF_STATES[end]
        states = [state for one in self.transitions for state in _of_kind(_said(one)[1][end], STATE)]
        self._say(states, OF_STATES, when)
        self.named(f"on_{when}_state")
        for name in _names_of(self.call.evaluator, self.machine, states):
            self.named(f"on_{when}_{name}")

    def _say(self, holders: list[Instance], names: tuple[str, ...], when: str) -> None:
        """Call what transitions or states were given, and what is decorated with them."""
        for one in holders:
            kept = self.call.interpreter.read((TOLD, one, when), self.call.evaluator.context)
            for value in (_said(one)[-1][names.index(when)], kept):
                self.each(value)

    def holders(self) -> list[Atom]:
        """The machine, and its model."""
        evaluator = self.call.evaluator
        model = evaluator.interpreter.attributes.get(evaluator, self.machine.alone, MODEL, self.call.line)
        return [self.machine, *[one for one in by_age(model) if isinstance(one, Instance)]]

    def bound(self, atom: Atom) -> Value:
        """A function that stands in the body of the class is a method of the machine."""
        if isinstance(atom, Function) and atom.receiver is None and atom.function.cls is not None:
            return self.call.interpreter.attributes.bound(atom, self.machine)
        return atom.alone


def _transitions(evaluator: Evaluator, machine: Instance, event: str) -> list[Instance]:
    """The transitions that a class has under a name."""
    _, held = evaluator.interpreter.classes.lookup(machine.cls, event)
    return _of_kind(held, TRANSITIONS)


def _of_kind(value: Value, dotted: str) -> list[Instance]:
    return [atom for atom in by_age(value) if isinstance(atom, Instance) and _said(atom)[:1] == (dotted,)]


def _said(atom: Instance) -> tuple[Any, ...]:
    """What a state or transitions were made with."""
    return atom.site if isinstance(atom.site, tuple) else ()


def _names_of(evaluator: Evaluator, machine: Instance, states: list[Instance]) -> list[str]:
    """The names that the classes of a machine have states under."""
    classes = evaluator.interpreter.classes
    bodies = [one for one in classes.mro(machine.cls) if not one.library]
    return [name for cls in bodies for name in cls.bindings if not classes.own(cls, name).isdisjoint(states)]


HOOKS: Final = (StateHook(), TransitionsHook(), MachineHook())
NATIVES: Final[dict[str, Handler]] = {
    LEADS: leads,
    f"{LEADS}.itself": leads,
    f"{LEADS}.any": leads,
    DECORATES: decorates,
    TOLD: told,
    f"{TRANSITIONS}.__call__": decorated,
    f"{MACHINE}.send": sent,
}
