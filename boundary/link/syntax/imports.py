"""What does a module import, and where?  One walk over its statements, for all that ask.

Asked by what wants to know which libraries a project uses (`frameworks/registry.py`), where modules depend on one
another (`document/couplings.py`) and what the names of a module stand for (`settings_read.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from boundary.link.syntax.kinds import IMPORT, IMPORT_FROM
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterable

    ImportStatement = code.Import | code.ImportFrom

BLOCKS: Final[dict[type, tuple[str, ...]]] = {
    code.Function: ("body",),
    code.Class: ("body",),
    code.If: ("body", "orelse"),
    code.For: ("body", "orelse"),
    code.While: ("body", "orelse"),
    code.With: ("body",),
    code.Try: ("body", "handlers", "orelse", "final"),
    code.Handler: ("body",),
}
"""Where the statements inside a statement are; expressions hold no imports and are not entered."""
NAMED: Final[frozenset[type]] = frozenset({code.Function, code.Class})


def imports_in(body: Iterable[code.Statement], within: str) -> list[tuple[str, ImportStatement]]:
    """Every import below, in order, with the dotted name of the function (or class, or module) that it stands in."""
    found: list[tuple[str, ImportStatement]] = []
    _collect(tuple(body), within, found)
    return found


def imported_names(statements: Iterable[ImportStatement], *, relative: bool = True) -> set[str]:
    """The modules that statements import, or import from; what is `relative` without its dots, or not at all."""
    found: set[str] = set()
    for statement in statements:
        if type(statement) is IMPORT_FROM:
            if relative or not statement.level:
                found.add(statement.module)
        else:
            found.update([alias.name for alias in statement.names])
    return found


def _collect(body: tuple[Any, ...], within: str, found: list[tuple[str, ImportStatement]]) -> None:
    for node in body:
        kind = type(node)
        if kind is IMPORT or kind is IMPORT_FROM:
            found.append((within, node))
            continue
        blocks = BLOCKS.get(kind)
        if blocks is not None:
            below = f"{within}.{node.name}" if kind in NAMED else within
            for name in blocks:
                _collect(getattr(node, name), below, found)
