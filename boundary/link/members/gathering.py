"""What are very many collections together?  Several dicts as one, rows of one length as one, position by position."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.asking import is_unknown
from boundary.link.domain.joining import WIDEST, join, widen
from boundary.link.domain.likeness import of_shared_class
from boundary.link.domain.merging import merged
from boundary.link.domain.values import UNKNOWN, Atom, Constant, Container

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator


def gathered(evaluator: Evaluator, value: Value) -> Value:
    """Several dicts as one, and objects as one of their class, before too many alternatives are not known at all.

    There may be keys of which nothing is known, and what only some of them have the others may lack: a constant there
    decides nothing any more.
    """
    if len(value) <= WIDEST:
        return value
    return _once(evaluator, value, evaluator.atoms.gathered, _gathered)


def _gathered(evaluator: Evaluator, value: Value) -> Value:
    value = of_shared_class(evaluator, value)
    dicts = [
        dict(atom.entries) for atom in value if isinstance(atom, Container) and atom.kind == "dict" and atom.entries
    ]
    rest: set[Atom] = set()  # joined one by one, each set is copied into the next
    found: list[Value] = []
    for atom in merged(evaluator, value):
        if not isinstance(atom, Container) or atom.kind != "dict" or atom.entries is None:
            rest.add(atom)
            continue
        entries: dict[Hashable, Value] = {}
        for key, held in atom.entries:
            entries[key] = held if all(key in one for one in dicts) else loosened(held)
        entries[None] = UNKNOWN
        found.append(evaluator.atoms.container("dict", atom.element, tuple(entries.items())))
    return join((frozenset(rest), *found))


def condensed(evaluator: Evaluator, value: Value) -> Value:
    """Tuples of one length as one tuple, position by position, where they are too many to be kept apart; dicts as one.

    What `for name, kind, label in registry` gives: each of the kinds, though no longer which name goes with which.
    """
    if len(value) <= WIDEST:
        return value
    return _once(evaluator, value, evaluator.atoms.condensed, _condensed)


def _condensed(evaluator: Evaluator, value: Value) -> Value:
    rows: dict[int, list[tuple[Value, ...]]] = {}
    rest: set[Atom] = set()
    for atom in value:
        if isinstance(atom, Container) and atom.kind == "tuple" and atom.entries:
            rows.setdefault(len(atom.entries), []).append(atom.entries)
        else:
            rest.add(atom)
    for held in rows.values():
        # all at once: one after the other, a long column is copied as often as it has rows
        columns = tuple([widen(gathered(evaluator, frozenset().union(*column))) for column in zip(*held, strict=True)])
        rest |= evaluator.atoms.container("tuple", join(columns), columns)
    return gathered(evaluator, frozenset(rest))


def loosened(value: Value) -> Value:
    """Constants that may be others, or not be there at all: they decide no branch."""
    return value | UNKNOWN if value and all(isinstance(atom, Constant) or is_unknown(atom) for atom in value) else value


def _once(
    evaluator: Evaluator, value: Value, known: dict[Value, Value], rule: Callable[[Evaluator, Value], Value]
) -> Value:
    """What a rule makes of a value, remembered: rounds of a loop and registries are asked about again and again."""
    found = known.get(value)
    if found is None:
        found = known[value] = rule(evaluator, value)
    return found
