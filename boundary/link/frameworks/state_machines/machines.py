"""What is a machine of `transitions` told?  Its models, its states, and its transitions, each with what it calls.

    machine = Machine(model=self, states=["open", State("done", on_enter="bill")], initial="open")
    machine.add_transition("finish", "open", "done", conditions=["is_paid"], after="store")

A machine gives its models a method for each trigger (`job.finish()`); what that calls is in `triggers.py`. A machine is
told apart by its models, one that the project extends by its class.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.kept_apart import place_of
from boundary.link.domain.values import BOTTOM, ClassAtom, Constant, Container, Instance, Member, by_age
from boundary.link.frameworks.protocol import Hook
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

MACHINE: Final = "transitions.core.Machine"
STATE: Final = "transitions.core.State"
TRIGGER: Final = "transitions.trigger"
KEPT: Final = "state machine"
SELF: Final = "self"
OF_MACHINE: Final = ("prepare_event", "before_state_change", "after_state_change", "finalize_event", "send_event")
"""What a machine says of all changes."""
OF_TRANSITION: Final = ("trigger", "source", "dest", "conditions", "unless", "before", "after", "prepare")
"""What a transition says, in the order in which it is given by position."""
OF_STATE: Final = ("name", "on_enter", "on_exit")
TELLS: Final = ("trigger", "may_trigger")


class MachineHook(Hook):
    """Machines, and what they are made with."""

    base = MACHINE

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Machine(model=self, states=[...], transitions=[...])`; one that the project extends calls `__init__`."""
        if not cls.library:
            return None
        models = _models(evaluator, arguments.get(0, "model") or BOTTOM)
        made = evaluator.atoms.instance(cls, site=(KEPT, models or evaluator.module.name, 0 if models else line))
        for atom in made:
            _Machine(evaluator, atom).begin(arguments)
        return made

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`machine.finish`, where the machine is its own model."""
        del line
        own = strings(kept(evaluator, place_of(atom), "own"))
        return _trigger(evaluator, atom, atom, name) if name in own else None


class StateHook(Hook):
    """`State("done", on_enter="store")`."""

    base = STATE

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """Keep what it says."""
        del line
        said = tuple([arguments.get(place, name) or BOTTOM for place, name in enumerate(OF_STATE)])
        return evaluator.atoms.instance(cls, site=(STATE, said))


def kept(evaluator: Evaluator, place: Hashable, *what: str) -> Value:
    """What a machine was told of something so far."""
    return evaluator.interpreter.read((KEPT, place, *what), evaluator.context)


def _models(evaluator: Evaluator, given: Value) -> Value:
    """The objects that a machine is given, one or a list of them."""
    found: list[Atom] = []
    for atom in by_age(given):
        if isinstance(atom, Container):
            found.extend(evaluator.interpreter.items.iterate(evaluator, atom.alone, 0))
        else:
            found.append(atom)
    return frozenset(atom for atom in found if isinstance(atom, (Instance, ClassAtom)))


def _trigger(evaluator: Evaluator, machine: Atom, model: Atom, name: str) -> Value:
    return evaluator.atoms.native(TRIGGER, (place_of(machine), model, name))


class _Machine:
    """One machine while it is told of models, states and transitions."""

    def __init__(self, evaluator: Evaluator, atom: Atom) -> None:
        self.evaluator = evaluator
        self.atom = atom

    def begin(self, given: Arguments) -> None:
        """What the constructor is given."""
        model = given.get(0, "model")
        self.add_models(model if model is not None else self.evaluator.atoms.constant(SELF))
        self.add_states(given.get(1, "states") or BOTTOM)
        for name in OF_MACHINE:
            self._keep(given.keywords.get(name, BOTTOM), name)
        self.add_transitions(given.get(3, "transitions") or BOTTOM)

    def add_models(self, given: Value) -> None:
        """Each model has a method for each trigger."""
        own = SELF in strings(given)
        models = _models(self.evaluator, given) | (self.atom.alone if own else BOTTOM)
        self._keep(models, "models")
        self._give(models, strings(self._kept("triggers")))

    def add_states(self, states: Value) -> None:
        """`["open", State("done", on_enter="store"), {"name": "late", "on_exit": "note"}]`."""
        for one in each(self.evaluator, states):
            said = self._said(one, OF_STATE)
            for name in names_in(said.get("name", one)):
                self._keep(self.evaluator.atoms.constant(name), "states")
                for event in OF_STATE[1:]:
                    self._keep(said.get(event, BOTTOM), event, name)

    def add_transitions(self, transitions: Value) -> None:
        """`[{"trigger": "finish", "source": "open", "dest": "done"}, ["reopen", "done", "open"]]`."""
        for one in each(self.evaluator, transitions):
            self.add_transition(self._said(one, OF_TRANSITION))

    def add_transition(self, said: dict[str, Value]) -> None:
        """One transition, of which this is said."""
        for trigger in names_in(said.get("trigger", BOTTOM)):
            for name in OF_TRANSITION[1:]:
                self._keep(said.get(name, BOTTOM), name, trigger)
            self._keep(self.evaluator.atoms.constant(trigger), "triggers")
            self._give(self._kept("models"), [trigger])

    def _give(self, models: Value, triggers: list[str]) -> None:
        for model in by_age(models):
            for name in (*triggers, *TELLS) if triggers else ():
                if model is self.atom:
                    self._keep(self.evaluator.atoms.constant(name), "own")
                elif isinstance(model, Instance):
                    trigger = _trigger(self.evaluator, self.atom, model, name)
                    self.evaluator.interpreter.write_attribute(model, name, trigger)

    def _said(self, one: Value, names: tuple[str, ...]) -> dict[str, Value]:
        """What a dict, a list or a state says, by name."""
        found: dict[str, Value] = {}
        for atom in by_age(one):
            if isinstance(atom, Instance) and isinstance(atom.site, tuple) and atom.site[:1] == (STATE,):
                found.update(zip(names, atom.site[1], strict=False))
            elif isinstance(atom, Container) and atom.kind == "dict":
                found.update({key: held for key, held in (containers.pairs(one) or {}).items() if isinstance(key, str)})
            elif (members := containers.members(one)) is not None:
                found.update(zip(names, members, strict=False))
        return found

    def _keep(self, value: Value, *what: str) -> None:
        if value:
            self.evaluator.interpreter.write((KEPT, place_of(self.atom), *what), value)

    def _kept(self, what: str) -> Value:
        return kept(self.evaluator, place_of(self.atom), what)


def each(evaluator: Evaluator, value: Value) -> Iterator[Value]:
    """The members of lists, or of an enumeration, each for itself as far as they are known."""
    for atom in by_age(value):
        members = containers.members(atom.alone)
        if members is None:
            yield evaluator.interpreter.items.iterate(evaluator, atom.alone, 0)
        else:
            yield from members


def each_or_alone(evaluator: Evaluator, value: Value) -> Iterator[Value]:
    """The members of lists, and what is given instead of one."""
    for atom in by_age(value):
        if isinstance(atom, Container):
            yield from each(evaluator, atom.alone)
        else:
            yield atom.alone


def callbacks_in(evaluator: Evaluator, value: Value) -> Iterator[str | Value]:
    """The callbacks in a value, alone or in lists, in their order: names of methods, and functions."""
    for one in each_or_alone(evaluator, value):
        for callback in by_age(one):
            if not isinstance(callback, Constant):
                yield callback.alone
            elif isinstance(callback.value, str):
                yield callback.value


def names_in(value: Value) -> list[str]:
    """The names that states and triggers go by, those of members of enumerations too."""
    found = [one.name if isinstance(one, Member) else one.value for one in by_age(value) if isinstance(one, Constant)]
    return [one for one in found if isinstance(one, str)]


def begun(call: NativeCall) -> Value:
    """`super().__init__(model=self, states=...)` of a class that extends a machine."""
    _machine(call).begin(call.arguments)
    return call.atoms.none


def model_added(call: NativeCall) -> Value:
    """`machine.add_model(job)`."""
    _machine(call).add_models(call.first)
    return call.atoms.none


def states_added(call: NativeCall) -> Value:
    """`machine.add_states(["open", "done"])`."""
    _machine(call).add_states(call.first)
    return call.atoms.none


def transition_added(call: NativeCall) -> Value:
    """`machine.add_transition("finish", "open", "done", after="store")`."""
    given = call.arguments
    said = {name: given.get(place, name) or BOTTOM for place, name in enumerate(OF_TRANSITION)}
    _machine(call).add_transition(said)
    return call.atoms.none


def transitions_added(call: NativeCall) -> Value:
    """`machine.add_transitions([...])`."""
    _machine(call).add_transitions(call.first)
    return call.atoms.none


def _machine(call: NativeCall) -> _Machine:
    return _Machine(call.evaluator, call.receiver)


HOOKS: Final = (MachineHook(), StateHook())
NATIVES: Final[dict[str, Handler]] = {
    f"{MACHINE}.__init__": begun,
    f"{MACHINE}.add_model": model_added,
    f"{MACHINE}.add_state": states_added,
    f"{MACHINE}.add_states": states_added,
    f"{MACHINE}.add_transition": transition_added,
    f"{MACHINE}.add_transitions": transitions_added,
}
