"""What does a wizard of Tryton call back?  Its states: see `../../frameworks/trytond/calls.py`."""

from trytond.pool import PoolBase


class State:
    def __init__(self, *args, **kwargs): ...

    def get_action(self): ...


class StateView(State):
    pass


class StateTransition(State):
    pass


class StateAction(StateTransition):
    pass


class StateReport(StateAction):
    pass


class Button:
    def __init__(self, *args, **kwargs): ...


class Wizard(PoolBase):
    @classmethod
    def check_access(cls): ...
