"""What does a value say?  The questions that everybody asks of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.values import (
    ANY,
    ANY_ROW,
    CUT,
    SOME_ROW,
    TOO_MANY,
    UNKNOWN,
    ClassAtom,
    Constant,
    Container,
    External,
    Function,
    Instance,
    ModuleAtom,
    Native,
    Present,
    by_age,
    made_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.definitions.symbols import ModuleInfo
    from boundary.link.domain.values import Atom, Value


def known(value: Value) -> bool:
    """Whether anything but `ANY` and None is in the value."""
    if value is UNKNOWN:
        return False
    atoms: frozenset[object] = value  # asked a million times, and not of what class each is
    for atom in atoms:
        if atom is ANY or atom is CUT or atom is SOME_ROW:
            continue
        if type(atom) is not Constant or atom.value is not None:
            return True
    return False


def may_be_more(value: Value) -> bool:
    """Whether a value may be what is not understood, or anything of a package that is not read."""
    return ANY in value or any(type(one) is External for one in value)


def is_unknown(atom: object) -> bool:
    """Whether an atom stands for what is not understood, or for what is too much to be kept apart."""
    return atom is ANY or atom is CUT or atom is SOME_ROW


def is_cut(value: Value) -> bool:
    """Whether a value has lost something that it may be, of more than is kept apart."""
    return CUT in value or SOME_ROW in value


def left_of(atom: Atom) -> Value | None:
    """What is got from what a value has lost, which is lost as well; None for any other atom."""
    return TOO_MANY if atom is CUT else ANY_ROW if atom is SOME_ROW else None


def functions(value: Value) -> Value:
    """The functions in a value."""
    return made_of([atom for atom in value if isinstance(atom, Function)])


def modules(value: Value) -> list[ModuleInfo]:
    """The modules in a value."""
    return [atom.module for atom in by_age(value) if isinstance(atom, ModuleAtom)]


def dotted_name(atom: Atom) -> str:
    """The dotted name of what Python or a library brings; empty for everything else."""
    return atom.name if isinstance(atom, Native) else atom.dotted if isinstance(atom, External) else ""


def agreed(answers: Iterable[bool | None]) -> bool | None:
    """The answer that all alternatives give; None where they differ, or there is none."""
    given = set(answers)
    return given.pop() if len(given) == 1 else None


def either(answers: Iterable[bool | None]) -> bool | None:
    """Whether one of several answers is yes; None where one may be that is not known."""
    given = set(answers)
    return True if True in given else None if None in given else False


def is_guessed(atom: Atom | None) -> bool:
    """Whether an object is believed by its name only."""
    return isinstance(atom, Instance) and atom.guessed


def is_stored_row(atom: Atom) -> bool:
    """Whether an atom is a row that a table has, as far as it is known."""
    return isinstance(atom, Instance) and bool(atom.stored)


def is_table(atom: Atom) -> bool:
    """Whether an atom is a table that the project writes down as an object of a library's class."""
    return isinstance(atom, Instance) and atom.cls.library and bool(atom.joins) and atom.model is None


def understood(value: Value) -> bool:
    """Whether anything of the project is in the value: more than `ANY`, None and what code that is not read gives."""
    if value is UNKNOWN:
        return False
    atoms: frozenset[object] = value
    for atom in atoms:
        if atom is ANY or atom is CUT or atom is SOME_ROW or type(atom) is External:
            continue
        if type(atom) is not Constant or atom.value is not None:
            return True
    return False


def is_constant(value: Value) -> bool:
    """Whether a value is one constant."""
    return len(value) == 1 and all(isinstance(atom, Constant) for atom in value)


def truth(value: Value) -> bool | None:
    """True or False where every alternative has that truth, else None.

    Of lists, sets and dicts only their variable can tell whether they may have been filled since
    (`members/emptiness.py`).
    """
    found: bool | None = None
    for atom in value:
        if isinstance(atom, Constant):
            one = bool(atom.value)
        elif isinstance(atom, (ClassAtom, ModuleAtom, Function, Native)) or type(atom) is Present:
            one = True
        elif isinstance(atom, Container) and atom.entries is not None and atom.kind.endswith("tuple"):
            one = bool(atom.entries)
        else:
            return None
        if found is not None and found != one:
            return None
        found = one
    return found


def strings(value: Value) -> list[str]:
    """The constant strings in a value, sorted."""
    return sorted(atom.value for atom in value if isinstance(atom, Constant) and isinstance(atom.value, str))
