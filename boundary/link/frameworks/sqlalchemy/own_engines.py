"""Which connection does an engine begin on?  The one that `connect` of its own class gives, where that is overridden.

    class Engine(AsyncEngine):
        def connect(self):
            return Connection(self)             # with methods of its own

    async with engine.begin() as connection:    # is such a one

An engine of the library's own class begins on the library's own connection.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.calling.arguments import NO_ARGUMENTS
from boundary.link.domain.values import UNKNOWN, Function, Instance

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import NativeCall


def connection_of(call: NativeCall, engine: Instance, dotted: str) -> Value:
    """What `engine.begin()` gives, a connection of the class of this name or below it."""
    interpreter = call.interpreter
    connect = interpreter.attributes.get(call.evaluator, engine.alone, "connect", call.line)
    own = frozenset(atom for atom in connect if isinstance(atom, Function) and not atom.function.library)
    given = interpreter.calls.call(call.evaluator, own, NO_ARGUMENTS, call.line) if own else UNKNOWN
    made = frozenset(
        atom for atom in given if isinstance(atom, Instance) and interpreter.classes.is_subclass(atom.cls, dotted)
    )
    found = interpreter.library_class(dotted)
    return made or (call.atoms.instance(found) if found is not None else UNKNOWN)
