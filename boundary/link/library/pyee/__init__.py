"""Events by name; who hears of one is known to the linker itself."""

from pyee.base import EventEmitter, PyeeError, PyeeException

BaseEventEmitter = EventEmitter
