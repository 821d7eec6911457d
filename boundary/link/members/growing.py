"""What is in a list or a dict once something was added?  Its entries of before, and what came."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import WIDEST, join, union
from boundary.link.domain.keys import classes_of, is_exact, is_told, key_of
from boundary.link.domain.values import BOTTOM, Container
from boundary.link.members.containers import MOST_ENTRIES, are_kept_apart, element, mapped, open_part, pairs

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator


FEW: Final = 8


def grown(evaluator: Evaluator, value: Value, added: Value) -> Value:
    """The list, set or dict that a value is, after something was put into it."""
    found: list[Value] = []
    for atom in value:
        if isinstance(atom, Container):
            entries = None
            if atom.kind == "list" and atom.entries is not None and _stays_written(atom):
                entries = (*atom.entries, added) if added not in atom.entries else atom.entries
            found.append(evaluator.atoms.container(atom.kind, union(atom.element, added), entries))
        else:
            found.append(atom.alone)
    return join(found)


def mixed(evaluator: Evaluator, value: Value, added: Value) -> Value:
    """The list that a value is, after something was put between its members: no place is known any more."""
    return join(
        evaluator.atoms.container(atom.kind, union(atom.element, added)) if isinstance(atom, Container) else atom.alone
        for atom in value
    )


def begun(evaluator: Evaluator, value: Value, added: Value) -> Value:
    """The list that a value is, after something was put before its members."""
    found: list[Value] = []
    for atom in value:
        if (
            not isinstance(atom, Container)
            or atom.kind != "list"
            or atom.entries is None
            or added in atom.entries
            or not _stays_written(atom)
        ):
            found.append(mixed(evaluator, atom.alone, added))
        else:
            found.append(evaluator.atoms.container("list", union(atom.element, added), (added, *atom.entries)))
    return join(found)


def extended(evaluator: Evaluator, value: Value, members: tuple[Value, ...]) -> Value:
    """The list that a value is, after all of these were put behind its members."""
    for one in members:
        value = grown(evaluator, value, one)
    return value


def _stays_written(atom: Container) -> bool:
    """Whether a list that is written out stays so: one of few members, and one of more than a value keeps."""
    entries: tuple[Value, ...] = atom.entries or ()
    many = len(atom.element) > WIDEST or any(not each <= atom.element for each in entries)
    return len(entries) < FEW or (many and len(entries) < MOST_ENTRIES)


def updated(evaluator: Evaluator, value: Value, more: Value) -> Value:
    """The dict that a value is, after `value.update(more)`; other collections take the members in."""
    added = pairs(more, holes=True)
    found: list[Value] = []
    for atom in value:
        if isinstance(atom, Container) and atom.kind == "dict" and atom.entries is not None and added is not None:
            entries: dict[Hashable, Value] = dict(atom.entries)
            for key, held in added.items():
                entries[key] = held if is_told(key) else entries.get(key, BOTTOM) | held
            opened = entries.pop(None, BOTTOM) | open_part(more, holes=True)
            if opened:
                entries[None] = opened
            everything = atom.element.union(*added.values()) | opened
            found.append(evaluator.atoms.container("dict", everything, tuple(entries.items())))
        elif isinstance(atom, Container):
            inner = mapped(evaluator, more) if atom.kind == "dict" else element(evaluator, more)
            if atom.kind == "dict" and atom.entries is not None:
                entries = dict(atom.entries)
                entries[None] = entries.get(None, BOTTOM) | inner
                found.append(evaluator.atoms.container("dict", atom.element | inner, tuple(entries.items())))
            else:
                found.append(evaluator.atoms.container(atom.kind, atom.element | inner))
        else:
            found.append(atom.alone)
    return join(found)


def each_filled(evaluator: Evaluator, value: Value, added: Value) -> Value:
    """Several dicts, of which any may have been handed over, each with what was perhaps put into it.

    Nothing where they are none of which the keys are known, or where other things than keys were put there.
    """
    more = pairs(added, holes=True)
    dicts = [atom for atom in value if isinstance(atom, Container) and atom.kind == "dict" and atom.entries is not None]
    if not more or not 2 <= len(dicts) <= WIDEST or len(dicts) < len(value):  # noqa: PLR2004 - several
        return BOTTOM
    found: list[Value] = []
    for atom in dicts:
        entries: dict[Hashable, Value] = dict(atom.entries or ())
        for key, held in more.items():
            entries[key] = union(entries.get(key, BOTTOM), held)
        entries[None] = entries.get(None, BOTTOM) | open_part(added, holes=True)
        if not entries[None]:
            del entries[None]
        found.append(evaluator.atoms.container("dict", atom.element.union(*more.values()), tuple(entries.items())))
    return join(found)


def with_default(evaluator: Evaluator, value: Value, key: Value, held: Value) -> Value:
    """The dict that a value is, after `value.setdefault(key, held)`: what stands under the key already stays."""
    names: list[Hashable] = [*classes_of(key)] or [key_of(key)]
    asked = all(is_told(each) for each in names)
    found: list[Value] = []
    for atom in value:
        there = dict(atom.entries or ()) if asked and isinstance(atom, Container) and atom.kind == "dict" else {}
        known = all(name in there for name in names)
        found.append(atom.alone if known else with_key(evaluator, atom.alone, key, held))
    return join(found)


def with_key(evaluator: Evaluator, value: Value, key: Value, held: Value) -> Value:
    """The dict that a value is, after `value[key] = held`; of a few classes it may be any."""
    classes = classes_of(key) if len(key) > 1 else []
    found: list[Value] = []
    for atom in value:
        if isinstance(atom, Container) and atom.kind == "dict" and atom.entries is not None:
            one = _with_any(evaluator, atom, classes, held) if classes else None
            found.append(one or _with_entry(evaluator, atom, key_of(key), held))
        elif isinstance(atom, Container):
            found.append(evaluator.atoms.container(atom.kind, atom.element | held))
        else:
            found.append(atom.alone)
    return join(found)


def _with_any(evaluator: Evaluator, atom: Container, names: list[ClassInfo], held: Value) -> Value:
    """A dict in which something was put under one of these keys."""
    entries: dict[Hashable, Value] = dict(atom.entries or ())
    for name in names:
        entries[name] = entries.get(name, BOTTOM) | held
    return evaluator.atoms.container("dict", atom.element | held, tuple(entries.items()))


def _with_entry(evaluator: Evaluator, atom: Container, name: Hashable, held: Value) -> Value:
    key = atom, name, held
    known = evaluator.atoms.entered.get(key)
    if known is None:
        known = evaluator.atoms.entered[key] = _entered(evaluator, atom, name, held)
    return known


def _entered(evaluator: Evaluator, atom: Container, name: Hashable, held: Value) -> Value:
    entries: dict[Hashable, Value] = dict(atom.entries or ())
    before = entries.get(name)
    entries[name] = held if before is None or is_exact(name) else before | held
    element = union(atom.element, held)
    packed = tuple(entries.items()) if are_kept_apart(len(entries), element) else None
    return evaluator.atoms.container("dict", element, packed)
