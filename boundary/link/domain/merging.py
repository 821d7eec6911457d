"""What is in several dicts or lists that may be one?  One of each, with what any of them holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import is_unknown
from boundary.link.domain.joining import WIDEST, together, union
from boundary.link.domain.values import UNKNOWN, Atom, Constant, Container, External, Pattern, Present, by_age

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.domain.memory import Memory
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator

LARGEST_REGISTRY: Final = 400
FLAGS: Final = 2
"""There are True and False."""
MOST_TEXTS: Final = 36
"""A dict that many places put more texts into than this holds any text."""
MOST_KEYS: Final = 30
"""Unless it has no more keys than these, each with few texts."""


def merged(evaluator: Evaluator | Memory, value: Value) -> Value:
    """One dict and one list where a value holds several: what a registry has been given from many places.

    A flag that only some of them have may be missing: it decides nothing.
    """
    if len(value) < 2:  # noqa: PLR2004 - several
        return value
    dicts = lists = 0
    for atom in value:
        if isinstance(atom, Container):
            dicts += atom.kind == "dict"
            lists += atom.kind in {"list", "set"}
    if dicts < 2 and lists < 2:  # noqa: PLR2004 - several
        return value
    known = evaluator.atoms.merged.get(value)
    if known is None:
        known = evaluator.atoms.merged[value] = _merged(evaluator, value)
    return known


def _merged(evaluator: Evaluator | Memory, value: Value) -> Value:
    dicts = [atom for atom in value if isinstance(atom, Container) and atom.kind == "dict"]
    lists = [atom for atom in value if isinstance(atom, Container) and atom.kind in {"list", "set"}]
    rest = frozenset(
        atom for atom in value if not isinstance(atom, Container) or atom.kind not in {"dict", "list", "set"}
    )
    if len(dicts) > 1:
        entries: dict[Hashable, Value] = {}
        for atom in by_age(dicts):  # the eldest says in which order the keys stand
            for key, held in atom.entries if atom.entries is not None else ((None, atom.element),):
                before = entries.get(key)
                if before is not held:
                    entries[key] = merged(evaluator, held if before is None else union(before, held))
        for key, held in entries.items():
            if _is_flag(held) and not all(_has(atom, key) for atom in dicts):
                entries[key] = held | UNKNOWN
        element = together([atom.element for atom in dicts])
        packed = tuple(entries.items()) if len(entries) <= LARGEST_REGISTRY else None
        many = len(element) > MOST_TEXTS and not _is_filled_in(entries)
        if all(says_little(each) for each in element) and (many or any(_is_forgotten(each) for each in dicts)):
            element, packed = UNKNOWN, None
        same = [atom for atom in dicts if _holds(atom, element, entries)] if packed is not None else []
        rest = union(rest, same[0].alone if same else evaluator.atoms.container("dict", element, packed))
    else:
        rest = union(rest, frozenset(dicts))
    if len(lists) > 1:
        rest = union(rest, evaluator.atoms.container(lists[0].kind, together([atom.element for atom in lists])))
    else:
        rest = union(rest, frozenset(lists))
    return rest


def forgetful(evaluator: Memory, value: Value) -> Value:
    """A value that has grown before very many readers: its dicts of texts hold any text from here on.

    The attributes of HTML that each form adds to those of its widgets are news to all forms each time.
    """
    dicts = [atom for atom in value if isinstance(atom, Container) and atom.kind == "dict"]
    texts = [atom for atom in dicts if len(atom.element) > WIDEST and all(says_little(each) for each in atom.element)]
    return value.difference(texts) | evaluator.atoms.container("dict", UNKNOWN) if texts else value


def _holds(atom: Container, element: Value, entries: dict[Hashable, Value]) -> bool:
    """Whether a dict has these entries, in whatever order: one that differs by that alone is no news."""
    if atom.entries is None or len(atom.entries) != len(entries) or atom.element != element:
        return False
    return dict(atom.entries) == entries


def says_little(atom: Atom) -> bool:
    """Whether an atom is nothing of the project: a plain value, or what is not known."""
    return is_unknown(atom) or isinstance(atom, (Constant, Pattern, External, Present))


def _is_forgotten(atom: Container) -> bool:
    return atom.entries is None and atom.element == UNKNOWN


def _is_filled_in(entries: dict[Hashable, Value]) -> bool:
    """Whether a dict has the same few keys wherever it comes from, as what is filled into a statement has."""
    return len(entries) <= MOST_KEYS and all(len(held) <= WIDEST for held in entries.values())


def _is_flag(value: Value) -> bool:
    return len(value) <= FLAGS and all(isinstance(atom, Constant) and isinstance(atom.value, bool) for atom in value)


def _has(atom: Container, key: Hashable) -> bool:
    return atom.entries is not None and any(name == key for name, _ in atom.entries)
