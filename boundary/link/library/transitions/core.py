"""A machine, its states, and what is told of an event."""


class MachineError(Exception):
    pass


class EventData:
    pass


class State:
    def __init__(self, name, on_enter=None, on_exit=None, ignore_invalid_triggers=None, final=False): ...


class Machine:
    def __init__(self, model="self", states=None, initial="initial", transitions=None, **options): ...

    def add_model(self, model, initial=None): ...

    def add_state(self, states, on_enter=None, on_exit=None, **options): ...

    def add_states(self, states, on_enter=None, on_exit=None, **options): ...

    def add_transition(
        self,
        trigger,
        source,
        dest,
        conditions=None,
        unless=None,
        before=None,
        after=None,
        prepare=None,
        **options,
    ): ...

    def add_transitions(self, transitions): ...
