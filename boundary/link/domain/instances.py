"""Is a value an instance of a class?  Yes, no or not known, for Python's own classes as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain import standard_types
from boundary.link.domain.asking import dotted_name, either, is_guessed
from boundary.link.domain.standard_types import PLAIN_VALUES, TYPES
from boundary.link.domain.values import (
    Atom,
    ClassAtom,
    Constant,
    Container,
    Instance,
    Member,
    Present,
    Value,
    Wrapped,
)
from boundary.link.members import containers
from boundary.link.members.picking import FIELD, RELATED, class_of_field, is_column, is_exactly_of, is_other_end

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.interpreter import Interpreter

PLAIN_MEMBERS: Final = frozenset({"builtins.object", "enum.Enum", "enum.Flag"})
"""What an enumeration has for bases whose members are nothing else."""


def is_exactly(atom: Atom, wanted: Atom) -> bool | None:
    """Whether a class is that of an atom: an object of the project is of none of Python's own types."""
    if isinstance(atom, Wrapped) and atom.kind == FIELD:
        return is_exactly_of(atom, wanted.cls) if isinstance(wanted, ClassAtom) else None
    own = TYPES.get(built_in(wanted))
    if own is not None and isinstance(atom, Constant) and not isinstance(atom, Member):
        return type(atom.value) is own
    if own is not None and isinstance(atom, Container):
        return standard_types.exactly(atom.kind, own)
    if not isinstance(atom, Instance) or atom.guessed:
        return None
    if isinstance(wanted, ClassAtom):
        return (atom.cls is wanted.cls) if atom.exact else None
    return False if own is not None and not atom.cls.library else None


def tested_classes(value: Value) -> list[Atom] | None:
    """The classes that a test of types names, those that are not known among them; None where none is known."""
    wanted = _named(value)
    return wanted if any(isinstance(atom, ClassAtom) or built_in(atom) for atom in wanted) else None


def _named(value: Value) -> list[Atom]:
    """What a test of types names, by itself or in tuples inside one another."""
    members = containers.members(value)
    return list(value) if members is None else [atom for one in members for atom in _named(one)]


def is_one_of(interpreter: Interpreter, atom: Atom, wanted: list[Atom]) -> bool | None:
    """Whether an atom is an instance of (or a class below) one of some classes; None where that is not known.

    An object that was guessed, by a name, is perhaps another: it decides nothing.
    """
    return None if is_guessed(atom) else would_be_one_of(interpreter, atom, wanted)


def would_be_one_of(interpreter: Interpreter, atom: Atom, wanted: list[Atom]) -> bool | None:
    """The same, where what was guessed is taken for right."""
    return either([_is_one(interpreter, atom, one) for one in wanted])


def _is_one(interpreter: Interpreter, atom: Atom, wanted: Atom) -> bool | None:
    derives = interpreter.classes.derives
    if isinstance(wanted, ClassAtom):
        if isinstance(atom, Wrapped) and atom.kind == FIELD:
            return _is_field_of(interpreter, atom, wanted.cls)
        if isinstance(atom, Wrapped) and is_column(atom):
            return _is_column_of(interpreter, atom.extra, wanted.cls)
        if isinstance(atom, Member):
            return derives(atom.cls, wanted.cls)
        if not isinstance(atom, (Instance, ClassAtom)):
            plain = isinstance(atom, Container) and not wanted.cls.library
            return False if plain or isinstance(atom, (Constant, Present)) else None
        if derives(atom.cls, wanted.cls):
            return True
        return (
            None
            if isinstance(atom, Instance) and not atom.exact and _meets(interpreter, atom.cls, wanted.cls)
            else False
        )
    return _is_pythons(interpreter, atom, built_in(wanted))


def _is_field_of(interpreter: Interpreter, atom: Wrapped, wanted: ClassInfo) -> bool | None:
    """Whether a relation that a model lists is of a class: the other end of one is an object of Django's."""
    kind = class_of_field(atom)
    if kind is not None:
        return interpreter.classes.derives(kind, wanted)
    if not wanted.library and RELATED.isdisjoint(interpreter.classes.above(wanted)):
        return False
    return is_other_end(atom, wanted)


def _is_column_of(interpreter: Interpreter, kind: ClassInfo | None, wanted: ClassInfo) -> bool | None:
    """Whether a column of a model, of one class of fields, is of another: no class of Django's is one of the project's.

    Nothing is said against other classes of Django's, of which not all are known that others extend.
    """
    if kind is not None and interpreter.classes.derives(kind, wanted):
        return True
    return False if not wanted.library or not RELATED.isdisjoint(interpreter.classes.above(wanted)) else None


def _is_pythons(interpreter: Interpreter, atom: Atom, name: str) -> bool | None:
    """Whether an atom is of the type of Python's own that has this dotted name, or of a plain value's."""
    wanted = TYPES.get(name)
    if isinstance(atom, Instance):
        known = interpreter.classes.mro(atom.cls)  # first: it finds the bases that are not read
        if any("base unknown" in one.data or set(one.externals) - {"builtins.object"} for one in known):
            return None
        if wanted is None:
            return False if name in PLAIN_VALUES else None
        return None if atom.cls.library or not atom.exact else standard_types.of_object(wanted)
    if wanted is None:
        return None
    if isinstance(atom, Member) and _is_only_a_member(interpreter, atom):
        return standard_types.of_object(wanted)
    return standard_types.is_of(atom, wanted)


def _is_only_a_member(interpreter: Interpreter, atom: Member) -> bool:
    """Whether a member is no text or number besides (`class Kind(str, Enum)`, `TextChoices`)."""
    return all(set(one.externals) <= PLAIN_MEMBERS for one in interpreter.classes.mro(atom.cls))


def _meets(interpreter: Interpreter, cls: ClassInfo, other: ClassInfo) -> bool:
    """Whether some class is below both of two."""
    known: dict[ClassInfo, bool] = cls.answers.setdefault("meets", {})
    if other not in known:
        derives = interpreter.classes.derives
        known[other] = any(derives(one, other) for one in interpreter.classes.below(cls))
    return known[other]


def built_in(atom: Atom) -> str:
    """The dotted name of the type of Python's own, or of a plain value's, that an atom is; empty for all else."""
    dotted = dotted_name(atom)
    return dotted if dotted in TYPES or dotted in PLAIN_VALUES else ""
