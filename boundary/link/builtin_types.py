"""Is a value one of the builtin types that a test names?  `isinstance(x, (list, str))`, `type(x) in (dict, set)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.values import Atom, ClassAtom, Constant, Container, External, Instance, Native, Pattern

if TYPE_CHECKING:
    from boundary.link.interpreter import Interpreter
    from boundary.link.symbols import ClassInfo

PREFIX = "builtins."
PLAIN: dict[str, type] = {"str": str, "int": int, "float": float, "bool": bool}
COLLECTIONS = frozenset({"list", "tuple", "dict"})
"""Kinds of collections that are what they are called; a set may be a frozen one."""
TYPES = frozenset({*PLAIN, *COLLECTIONS, "set", "frozenset", "bytes", "bytearray", "complex"})


def builtin_type(atom: Atom) -> str | None:
    """The name of the builtin type that a value is."""
    name = atom.name if isinstance(atom, Native) else atom.dotted if isinstance(atom, External) else ""
    bare = name.removeprefix(PREFIX)
    return bare if name.startswith(PREFIX) and bare in TYPES else None


def is_one_of(interpreter: Interpreter, atom: Atom, names: frozenset[str]) -> bool | None:
    """Whether a value is of one of these builtin types, None where it is not known."""
    if isinstance(atom, Constant):
        return isinstance(atom.value, tuple(PLAIN[name] for name in names if name in PLAIN))
    if isinstance(atom, Pattern):
        return "str" in names
    if isinstance(atom, Container):
        if atom.kind in names:
            return True
        return False if atom.kind in COLLECTIONS else None
    if isinstance(atom, (Instance, ClassAtom)):
        below = () if isinstance(atom, ClassAtom) or atom.exact else interpreter.classes.below(atom.cls)
        return False if all(derives_from_none(interpreter, cls) for cls in (atom.cls, *below)) else None
    return None


def derives_from_none(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether a class of the project and all above it are known, and none of them is a builtin type."""
    known = not any("base unknown" in one.data for one in interpreter.classes.mro(cls))
    return known and not cls.library and all(name == "builtins.object" for name in cls.externals)
