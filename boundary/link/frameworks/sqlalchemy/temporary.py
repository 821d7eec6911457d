"""Which tables live no longer than a session?  `Table("picked", metadata, ..., prefixes=["TEMPORARY"])`.

Nobody else sees what stands in a temporary table: as far as anybody can tell nothing is read or written there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter

STATE: Final = "sqlalchemy temporary tables"
UNNAMED: Final = "temporary"
"""One whose name only a run knows is called so, as nobody needs to know."""
WORDS: Final = frozenset({"TEMP", "TEMPORARY"})


def note(interpreter: Interpreter, table: str, prefixes: Value | None) -> None:
    """Keep a table's name if what stands before `TABLE` when it is created says that it is temporary."""
    if is_temporary(prefixes):
        temporary(interpreter).add(table)


def is_temporary(prefixes: Value | None) -> bool:
    """Whether what stands before `TABLE` says so."""
    return any(not WORDS.isdisjoint(prefix.upper().split()) for prefix in _texts(prefixes or BOTTOM))


def temporary(interpreter: Interpreter) -> set[str]:
    """The names of temporary tables."""
    held: set[str] = interpreter.frameworks.state.setdefault(STATE, set())
    return held


def forget(interpreter: Interpreter) -> None:
    """Nothing was read or written in temporary tables."""
    held = temporary(interpreter)
    for context in interpreter.contexts if held else ():
        for touch in [one for one in context.touches if one.table in held]:
            del context.touches[touch]


def _texts(value: Value) -> list[str]:
    """The texts in lists, of which there may be one for each database."""
    found: list[str] = []
    for atom in value:
        for member in containers.members(atom.alone) or ():
            found += strings(member)
    return found
