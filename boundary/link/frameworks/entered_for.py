"""Which entry methods have nothing to call?  Those that only call methods by the beginning of their names.

`__resolve__` of a type of graphene asks its `resolve_order`, `resolve_lines`. A type without any, of which every field
is an attribute of what it is made of, is no entry point: most are errors, enumerations and results. Nor does it find
one by its id where the project says nothing of how.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.interpreter import Interpreter

SAYS: Final = "__entered_for__"
"""Under this a skeleton says how the methods begin that an entry method is there for, by the name of that."""


def without_methods(interpreter: Interpreter, cls: ClassInfo) -> list[str]:
    """The entry methods of a class that call methods of which the project gave it none."""
    told = containers.pairs(interpreter.classes.lookup(cls, SAYS)[1]) or {}
    return [
        name
        for name, begins in told.items()
        if isinstance(name, str) and not _has_any(interpreter, cls, tuple(strings(begins)))
    ]


def _has_any(interpreter: Interpreter, cls: ClassInfo, begins: tuple[str, ...]) -> bool:
    """Whether a class of the project has such a method, its own or inherited."""
    own = [one for one in interpreter.classes.mro(cls) if not one.library]
    return not begins or any(name.startswith(begins) for one in own for name in one.bindings)
