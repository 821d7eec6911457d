"""An event that is spelled out."""

from statemachine.transition_list import TransitionList


class Event(TransitionList):
    def __init__(self, transitions=None, id=None, name=None): ...
