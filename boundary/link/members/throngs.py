"""Which lists hold more than a value keeps?  What goes through one of these looks at each member by itself.

Handlers that a registry lists, steps that are written down one after the other: of two dozen and more a value says
nothing but that they are many, or what any object of a class of the project does from which all of them come.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.definitions.listed_classes import LISTS, mostly_classes
from boundary.link.domain.asking import is_unknown, known
from boundary.link.domain.joining import WIDEST, together, union, widen
from boundary.link.domain.values import BOTTOM, ClassAtom, Container, Function, Instance, Wrapped, by_age
from boundary.link.members.containers import members

if TYPE_CHECKING:
    from boundary.link.domain.values import Atom, Value

MOST: Final = 150
"""Of more members than this none is looked at by itself."""
FEW: Final = 4
"""So many lists are looked at beside one another."""


def each_of(iterable: Value) -> tuple[Value, ...] | None:
    """The members of a list that is written out; those of one that was filled, where they act; None of other lists.

    Classes are kept by lists in any case (`definitions/listed_classes.py`).
    """
    written = members(iterable) or _of_any(iterable)
    found = BOTTOM if written is None else together(written)
    for atom in iterable if written is None else ():
        if not isinstance(atom, Container) or atom.kind not in LISTS:
            return None
        found = union(found, atom.element)
    if len(found) <= 2 * WIDEST or mostly_classes(found):
        return None
    if written is not None:
        return written if len(written) <= MOST and any(_does(each) for each in found) else None
    others = frozenset([each for each in found if not isinstance(each, Container)])
    lost = len(found) <= MOST and all(_acts(each) for each in found) and not known(widen(others))
    return tuple(one.alone for one in by_age(found)) if lost else None


def _of_any(iterable: Value) -> tuple[Value, ...] | None:
    """The members of several lists that are written out: one of them has more, where a branch has added some."""
    lists = [atom for atom in iterable if isinstance(atom, Container) and atom.kind in LISTS]
    if not 1 < len(lists) <= FEW or len(lists) < len(iterable):
        return None
    found: dict[Value, None] = {}
    for one in by_age(iterable):
        held = members(one.alone)
        if held is None:
            return None
        found.update(dict.fromkeys(held))
    return tuple(found)


def _acts(atom: Atom) -> bool:
    """Whether this is called, or has methods that are, or a tuple with such a thing under its name.

    A row or a queryset is one of many in code that is for all.
    """
    if isinstance(atom, Container):
        return atom.kind == "tuple" and any(
            bool(one) and all(_acts(each) for each in one) for one in atom.entries or ()
        )
    if isinstance(atom, Instance):
        return atom.model is None and not atom.stored and not atom.cls.library
    if isinstance(atom, Wrapped):
        return atom.kind == "partial"
    return is_unknown(atom) or isinstance(atom, (ClassAtom, Function))


def _does(atom: Atom) -> bool:
    """Whether this is an object, something to call, or a tuple with one in it: a list of names says enough as it is."""
    if isinstance(atom, Container):
        return atom.kind == "tuple" and any(_does(each) for each in atom.element)
    return isinstance(atom, (ClassAtom, Function, Instance, Wrapped))
