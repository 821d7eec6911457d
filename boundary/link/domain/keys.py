"""What do dicts know of their keys?  A constant or a class exactly, an object as one of its kind, a tuple part by part.

A text with holes stands for all that it fits: `fields[f"answer_{number}"]` is none of the fields that are declared.

One object of the analysis stands for many, so what is put under it is joined, as under a tuple of which parts are not
known: `by_order[order] = lines` is found again under any object, and `for order in by_order` gives the orders back.
"""

from __future__ import annotations

from itertools import product
from math import prod
from typing import TYPE_CHECKING, Final, TypeGuard

from boundary.link.definitions.symbols import ClassInfo
from boundary.link.domain.asking import known
from boundary.link.domain.joining import join
from boundary.link.domain.values import (
    UNKNOWN,
    ClassAtom,
    Constant,
    Container,
    Function,
    Instance,
    Pattern,
    Wrapped,
    by_age,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator

FUTURE: Final = "future"
"""The kind of what stands for the outcome of a call that runs elsewhere."""
LARGE: Final = 16
"""A dict of so many keys is asked for one without a look at all."""
MOST_TUPLES: Final = 16
"""So many tuples are each a key that may be meant."""
MOST_CLASSES: Final = 24
"""So many classes are each a key that may be meant."""


def key_of(key: Value) -> Hashable:
    """The key that a value is, None where it is not known; of a tuple the parts that are known."""
    if len(key) != 1:
        return object_key(key)
    (atom,) = key
    if isinstance(atom, Constant):
        return atom.value
    if isinstance(atom, ClassAtom):
        return atom.cls
    if _is_object_atom(atom):
        return (atom,)
    if isinstance(atom, Pattern):
        return atom
    if isinstance(atom, Container) and atom.kind == "tuple" and atom.entries is not None:
        parts = tuple(key_of(one) for one in atom.entries)
        return parts if any(part is not None for part in parts) else None
    return None


def tuple_keys(key: Value) -> list[Hashable]:
    """The keys that the one tuple may be of which a part may be several (`rules[kind, "v1"]`); none for all others."""
    if len(key) != 1:
        return []
    (atom,) = key
    if not isinstance(atom, Container) or atom.kind != "tuple" or atom.entries is None:
        return []
    parts: list[list[Hashable]] = []
    for part in atom.entries:
        whole = key_of(part)
        each = [whole] if whole is not None or len(part) == 1 else [key_of(one.alone) for one in by_age(part)]
        parts.append([None] if None in each else each)
    count = prod([len(one) for one in parts])
    return list(product(*parts)) if 1 < count <= MOST_TUPLES else []


def exact_key(atom: Atom, entries: Iterable[tuple[Hashable, Value]], holes: Sequence[Hashable]) -> Hashable:
    """The key that is one constant, one class or a tuple of them; None for all others, and where others may be it, too.

    `entries` are those of the dict that is asked, `holes` the texts with holes among its keys.
    """
    if isinstance(atom, ClassAtom):
        return atom.cls
    if isinstance(atom, Constant):
        return None if any(fits(one, atom.value) for one in holes) else atom.value
    key = key_of(atom.alone) if isinstance(atom, Container) and _is_exact(atom) else None
    return None if key is None or any(fits(name, key) for name, _ in entries if name != key) else key


def _is_exact(atom: Container) -> bool:
    """Whether a tuple has parts of which each is one constant or one class."""
    return atom.kind == "tuple" and all(
        len(part) == 1 and isinstance(next(iter(part)), (Constant, ClassAtom)) for part in atom.entries or (UNKNOWN,)
    )


def object_key(key: Value) -> Hashable:
    """The key that an object is which may be None, or not be known in full; None for anything else."""
    objects = [atom for atom in key if isinstance(atom, Instance)]
    return (objects[0],) if len(objects) == 1 and not known(key.difference(objects)) else None


def classes_of(key: Value) -> list[ClassInfo]:
    """The classes that a key may be (`for model in (Order, Line): held[model] = ...`); none where it may be more."""
    if len(key) > MOST_CLASSES:
        return []
    held = [atom.cls for atom in by_age(key) if isinstance(atom, ClassAtom)]
    return held if len(held) == len(key) else []


def value_of(evaluator: Evaluator, key: Hashable) -> Value:
    """What a key stands for, unknown where that is not known; of tuples, those are kept that have an object in them."""
    if isinstance(key, (str, int)):
        return evaluator.atoms.constant(key)
    if isinstance(key, ClassInfo):
        return evaluator.atoms.class_(key)
    if isinstance(key, Pattern):
        return key.alone
    if not isinstance(key, tuple):
        return UNKNOWN
    if is_object(key):
        return frozenset(atom for atom in key if _is_object_atom(atom))
    if not any(is_object(each) for each in key):
        return UNKNOWN
    parts = tuple([value_of(evaluator, part) for part in key])
    return evaluator.atoms.container("tuple", join(parts), parts)


def is_told(key: Hashable) -> bool:
    """Whether a key is told from most others."""
    return key is not None and not isinstance(key, Pattern)


def is_exact(key: Hashable) -> bool:
    """Whether a key is told from all others: what is put under it takes the place of what was there."""
    return is_told(key) and not isinstance(key, tuple)


def is_object(key: Hashable) -> bool:
    """Whether a key stands for objects."""
    return isinstance(key, tuple) and len(key) == 1 and _is_object_atom(key[0])


def _is_object_atom(key: object) -> TypeGuard[Atom]:
    """Whether an atom is an object as a key: a function or a future, too (`{pool.submit(work, order): order}`)."""
    return isinstance(key, (Instance, Function)) or (isinstance(key, Wrapped) and key.kind == FUTURE)


def holds_object(key: Hashable) -> bool:
    """Whether a key is an object, or a tuple in which one stands."""
    return is_object(key) or (isinstance(key, tuple) and any(holds_object(each) for each in key))


def fits(left: Hashable, right: Hashable) -> bool:
    """Whether two keys may be the same, as far as their parts are known."""
    if type(left) is str and type(right) is str:  # most are
        return left == right
    if isinstance(left, tuple) and isinstance(right, tuple):
        if is_object(left) and is_object(right):
            return True
        return len(left) == len(right) and all(
            one is None or other is None or fits(one, other) for one, other in zip(left, right, strict=True)
        )
    if isinstance(left, Pattern) or isinstance(right, Pattern):
        return _may_be(left, right)
    return left == right


def held_under(atom: Container, key: Hashable) -> list[Value]:
    """What a dict holds under each of its keys that may be this one, that of which nothing is known among them."""
    if type(key) is not str or len(atom.entries or ()) < LARGE:
        return [held for name, held in atom.entries or () if name is None or fits(name, key)]
    found = [held for name, held in _loose(atom) if name is None or fits(name, key)]
    if atom.under is not None and key in atom.under:
        found.append(atom.under[key])
    return found


def has_objects(atom: Container) -> bool:
    """Whether a key of a dict stands for objects."""
    entries = atom.entries or ()
    return any(is_object(name) for name, _ in (entries if len(entries) < LARGE else _loose(atom)))


def _loose(atom: Container) -> tuple[tuple[Hashable, Value], ...]:
    """What a large dict holds under keys that are no texts; those that are can be looked up from here on.

    A registry of hundreds of functions is asked for one of them hundreds of times.
    """
    if atom.under is None:
        entries = atom.entries or ()
        atom.under = {name: held for name, held in entries if type(name) is str}
        atom.loose = tuple([(name, held) for name, held in entries if type(name) is not str])
    return atom.loose


def _may_be(left: Hashable, right: Hashable) -> bool:
    """Whether a text with holes may be another text, as far as that is known."""
    if isinstance(left, Pattern) and isinstance(right, Pattern):
        start, other = left.pieces[0] or "", right.pieces[0] or ""
        return start.startswith(other) or other.startswith(start)
    pattern, text = (left, right) if isinstance(left, Pattern) else (right, left)
    return isinstance(pattern, Pattern) and isinstance(text, str) and pattern.fits(text)
