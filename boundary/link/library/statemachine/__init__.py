"""python-statemachine: states and events in the body of a class; what an event calls is known to the linker itself."""

from statemachine.event import Event
from statemachine.state import State
from statemachine.statemachine import StateChart, StateMachine
