"""Which listeners of sessions only work off what listeners of rows have collected?

`after_insert` of a row puts its id into a set, `after_flush` of the session goes through the set, and returns at once
where that is empty. So it does nothing in a flush that writes none of these rows: it belongs to them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import Function
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ModuleInfo
    from boundary.link.domain.values import Value

WORKING_OFF: Final = ("before_flush", "after_flush", "after_flush_postexec", "before_commit")
ROWS: Final = tuple(f"{phase}_{op}" for phase in ("before", "after") for op in ("insert", "update", "delete"))


def modules_of(function: Value) -> set[ModuleInfo]:
    """The modules of the functions in a value."""
    return {atom.function.module for atom in function if isinstance(atom, Function)}


def waits(function: Value) -> bool:
    """Whether all functions in a value return at once where something is empty."""
    held = [atom for atom in function if isinstance(atom, Function)]
    return bool(held) and all(_returns_early(atom.function.body) for atom in held)


def _returns_early(body: tuple[code.Statement, ...]) -> bool:
    for statement in body:
        match statement:
            case code.Evaluate(value=code.Constant()) | code.Assign():
                continue
            case code.If(test=code.Operation(operator="not"), body=[code.Return()], orelse=[]):
                return True
            case _:
                return False
    return False
