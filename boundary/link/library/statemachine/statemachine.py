"""The machine itself."""


class StateChart:
    def __init__(self, model=None, state_field="state", start_value=None, **options):
        self.model = model

    def send(self, event, *args, **kwargs): ...


class StateMachine(StateChart):
    pass
