"""Which classes does a list hold?  Each says of itself what it is, so of these a list keeps many more than of others.

A registry lists all models, code writes down those that it is about: what goes through them asks one after the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import is_unknown
from boundary.link.domain.joining import WIDEST, together, union, widen
from boundary.link.domain.values import BOTTOM, UNKNOWN, Container, External
from boundary.link.members.picking import is_class

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.domain.values import Atom, Value

LISTS: Final[frozenset[str]] = frozenset({"list", "tuple", "set", "generator"})
MOST_CLASSES: Final = 400
"""Of more classes than this none is looked at by itself."""


def classes_in(iterable: Value) -> tuple[Value, ...] | None:
    """The classes of a list of nothing else; None where it holds anything that is not one class."""
    if len(iterable) != 1:
        return None
    (atom,) = iterable
    entries = atom.entries if isinstance(atom, Container) and atom.kind in LISTS else None
    if not entries or len(entries) > MOST_CLASSES:
        return None
    return entries if all(len(one) == 1 and is_class(next(iter(one))) for one in entries) else None


def crowd_in(iterable: Value) -> Value | None:
    """The classes of lists that hold more than a value keeps, and what else they may hold; None for other values."""
    if all(type(atom) is not Container or len(atom.element) <= WIDEST for atom in iterable):
        return None
    held = any_class_in(iterable)
    return held if held is not None and all(is_unknown(atom) or is_class(atom) for atom in held) else None


def any_class_in(iterable: Value) -> Value | None:
    """What a list may hold that is mostly classes, or tuples with one, however many; None for other values.

    One that has been filled since may be the empty one yet.
    """
    found = everything_in(iterable)
    if found is None or any(isinstance(atom, Container) and _is_unknown(atom) for atom in iterable):
        return None
    outside = [atom for atom in found if type(atom) is External]
    if outside and len(found) > WIDEST:  # a class that is not read, among many that are
        found = union(found.difference(outside), UNKNOWN)
    return found if 0 < len(found) <= MOST_CLASSES and mostly_classes(found) else None


def everything_in(iterable: Value) -> Value | None:
    """What lists hold in all, however much; None for a value that is anything else, too."""
    found = BOTTOM
    for atom in iterable:
        if not isinstance(atom, Container) or atom.kind not in LISTS:
            return None
        found = union(found, together(atom.entries) if atom.entries else atom.element)
    return found


def _is_unknown(atom: Container) -> bool:
    """Whether nothing is known of the members of a list, not even that it has none."""
    return not atom.element and atom.entries != ()


def joined_members(values: Iterable[Value]) -> Value:
    """The union of the members of a list: of classes however many, of others as few as a value keeps."""
    found = together(values)
    return found if len(found) <= WIDEST or mostly_classes(found) else widen(found)


def mostly_classes(value: Value) -> bool:
    """Whether a value is classes, or tuples with one, but for a few that stand for what is not known."""
    others = [atom for atom in value if not is_class(atom) and not has_class(atom)]
    return 2 * len(others) < len(value) and all(
        is_unknown(atom) or type(atom) is External or (isinstance(atom, Container) and atom.kind == "tuple")
        for atom in others
    )


def has_class(atom: Atom) -> bool:
    """Whether a value is a tuple with a class in it: `(Order, "customer")`."""
    return (
        isinstance(atom, Container)
        and atom.kind == "tuple"
        and any(len(one) == 1 and is_class(next(iter(one))) for one in atom.entries or ())
    )
