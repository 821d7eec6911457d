"""Which names fit a text with holes?  `getattr(x, f"handle_{kind}")`, `globals()["make_" + kind]`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import ClassAtom, Instance, ModuleAtom

if TYPE_CHECKING:
    from boundary.link.domain.values import Pattern, Value
    from boundary.link.evaluator.interpreter import Interpreter

MOST_DEFINED: Final = 8
"""Where more of a module's names fit a pattern that says little, any of them may be meant, and none is believed."""
TELLING: Final = 3
"""A pattern of so many letters says much: `getattr(handlers, f"handle_{kind}")`."""


def names_like(interpreter: Interpreter, holder: Value, pattern: Pattern) -> list[str]:
    """The names of a value's classes, or of what modules define, that fit a pattern with holes."""
    expression, start = spelled(pattern), pattern.pieces[0] or ""
    found: dict[str, None] = {}
    for atom in holder:
        cls = atom.cls if isinstance(atom, (Instance, ClassAtom)) else None
        if cls is not None:
            for one in interpreter.classes.mro(cls):
                for name in one.bindings:
                    if name.startswith(start) and expression.fullmatch(name) and _is_meant(name, start):
                        found[name] = None
        elif isinstance(atom, ModuleAtom):
            defined = [name for name in interpreter.names.public(atom.module) if expression.fullmatch(name)]
            if len(defined) <= MOST_DEFINED or is_telling(pattern):
                found.update(dict.fromkeys(defined))
    return list(found)


def _is_meant(name: str, start: str) -> bool:
    """Whether code may look a method up by a name that begins so: no special one, unless it begins as these do."""
    return not (name.startswith("__") and name.endswith("__")) or start.startswith("__")


def is_telling(pattern: Pattern) -> bool:
    """Whether a name with holes says so much that few names fit."""
    return sum(len(piece or "") for piece in pattern.pieces) >= TELLING


def spelled(pattern: Pattern) -> re.Pattern[str]:
    """What fits a pattern: its holes may be anything."""
    return re.compile("".join(".+" if piece is None else re.escape(piece) for piece in pattern.pieces))
