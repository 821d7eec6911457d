"""State machines; what a trigger calls is known to the linker itself."""

from transitions.core import EventData, Machine, MachineError, State
