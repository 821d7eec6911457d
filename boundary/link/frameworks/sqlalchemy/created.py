"""Who listens when tables are created or dropped?  `@event.listens_for(Order.__table__, "after_create")`.

Such a listener begins work of its own, on the connection that it is handed beside the table: it fills the table with
what is always there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import union
from boundary.link.domain.values import BOTTOM, UNKNOWN
from boundary.link.frameworks.entry_functions import functions_in, register

if TYPE_CHECKING:
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.domain.values import Function, Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler

CONNECTION: Final = "sqlalchemy.engine.Connection"
CREATED: Final = frozenset({"before_create", "after_create", "before_drop", "after_drop"})
STATE: Final = "sqlalchemy created"


def enter(interpreter: Interpreter, target: Value, function: Value) -> None:
    """Remember a listener, and what it listens to."""
    held: dict[FunctionInfo, Value] = interpreter.frameworks.state.setdefault(STATE, {})
    for atom in functions_in(function):
        held[atom.function] = union(held.get(atom.function, BOTTOM), target)
    register(interpreter, "signal", "", function)


def handed_to(interpreter: Interpreter, atom: Function) -> dict[str, Value] | None:
    """The table (or the metadata) and a connection, by the names of the first two parameters."""
    target = interpreter.frameworks.state.get(STATE, {}).get(atom.function)
    if target is None:
        return None
    cls = interpreter.library_class(CONNECTION)
    connection = interpreter.atoms.instance(cls) if cls is not None else UNKNOWN
    names = [one.name for one in atom.function.parameters[atom.receiver is not None :]]
    return dict(zip(names, (target, connection), strict=False))


NATIVES: Final[dict[str, Handler]] = {}
