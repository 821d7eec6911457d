"""What is in either of two values?  Joins, kept to few alternatives: what grows past them is widened."""

from __future__ import annotations

from os.path import commonprefix
from typing import TYPE_CHECKING, Any, Final

from boundary.link.domain.asking import is_unknown
from boundary.link.domain.kinship import base_of, is_plain
from boundary.link.domain.values import (
    BOTTOM,
    CUT,
    SOME_ROW,
    TOO_MANY,
    UNKNOWN,
    Atom,
    Constant,
    Container,
    External,
    Function,
    Instance,
    Pattern,
    Value,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from boundary.link.definitions.symbols import ClassInfo

WIDEST: Final = 12
"""A set of more alternatives than this is widened (`widen`)."""
MOST_KEPT: Final = 40
"""So many objects, classes and functions of the project are kept, though, as many as a dict keeps by their keys: a
dispatcher may mean each of them. Where there are more, that is told (`CUT`)."""
MOST_LISTED: Final = 150
"""So many functions of no object and no other function are kept, though: what a table of them gives under a name that
is not known."""
_WIDENED: Final[dict[Value, Value]] = {}
"""What `widen` has answered: the same wide values are met again and again."""
_ANY_OF: Final[list[Callable[[ClassInfo], Value]]] = []
"""What stands for any object of a class in the analysis at hand: one function."""
_MAKE: Final[list[Callable[[str, Value, tuple[Any, ...] | None], Value]]] = []
"""What makes a collection in the analysis at hand: one function."""
_STARTS: Final[dict[str, Value]] = {}
"""The texts of which only the start is known since there were too many, one for each start."""


def flattened(value: Value) -> Value:
    """What the collections in a value hold at any depth, in no collection."""
    return widen(UNKNOWN.union(uncollected([value])))


def uncollected(values: Iterable[Value]) -> set[Atom]:
    """What values are and hold that is no collection: collections share their parts, so each is gone through once."""
    found: set[Atom] = set()
    seen: set[Atom] = set()
    stack = [atom for value in values for atom in value]
    while stack:
        atom = stack.pop()
        if not isinstance(atom, Container):
            found.add(atom)
        elif atom not in seen:
            seen.add(atom)
            stack.extend(atom.element)
    return found


def union(one: Value, other: Value) -> Value:
    """What is in either of two values: the very same as one of them where that is all, since each set takes room."""
    if one is other or not other:
        return one
    if not one:
        return other
    if len(one) < len(other):
        return other if one <= other else one | other
    return one if other <= one else one | other


def together(values: Iterable[Value]) -> Value:
    """What is in any of the values."""
    found = BOTTOM
    for value in values:
        found = union(found, value)
    return found


def join(values: Iterable[Value]) -> Value:
    """The union of values, widened where it grows past `WIDEST`."""
    joined = BOTTOM
    for value in values:
        joined = union(joined, value)
    return widen(joined)


def forget_widened(
    any_of: Callable[[ClassInfo], Value], make: Callable[[str, Value, tuple[Any, ...] | None], Value]
) -> None:
    """Let go of the values of an earlier analysis.

    `any_of` gives what stands for any object of a class in this one, `make` a collection of its kind and members.
    """
    _ANY_OF[:] = [any_of]
    _MAKE[:] = [make]
    _WIDENED.clear()
    _STARTS.clear()


def widen(value: Value) -> Value:
    """A value of few alternatives: constants and what is not the project's become `ANY` first, then everything does.

    Texts that begin alike stay a text that begins so.
    """
    if len(value) <= WIDEST:
        return value
    known = _WIDENED.get(value)
    if known is None:
        known = _WIDENED[value] = _widened(value)
    return known


def _widened(value: Value) -> Value:
    value = _packed(_without_narrower(value))
    if len(value) <= WIDEST:
        return value
    kept = frozenset(atom for atom in value if not _gives_way(atom))
    if _is_crowd(kept) and not _are_listed(kept):
        kept = _of_their_base(kept)
        if _is_crowd(kept):
            return TOO_MANY
    return kept | (_started(value - kept) or UNKNOWN)


def _is_crowd(kept: Value) -> bool:
    """Whether there are more alternatives than are kept apart, or more rows and querysets among them."""
    most = len(kept) - len(kept & TOO_MANY) - (SOME_ROW in kept)
    if most <= 2 * WIDEST:
        return False
    return most > MOST_KEPT or sum(isinstance(atom, Instance) and not is_plain(atom) for atom in kept) > 2 * WIDEST


def _are_listed(kept: Value) -> bool:
    """Whether these are all functions as a table has many of them: a name may mean each (`ACTIONS[name](row)`)."""
    return len(kept) <= MOST_LISTED and all(_is_listed(each) for each in kept)


def _is_listed(atom: Atom) -> bool:
    return is_unknown(atom) or (type(atom) is Function and atom.receiver is None and atom.closure is None)


def _of_their_base(kept: Value) -> Value:
    """The same with any object of their base class for plain objects that have one in common."""
    common = base_of(kept)
    return kept - common[1] | _ANY_OF[0](common[0]) if common else kept


def _started(texts: Value) -> Value | None:
    """Any text that begins as all of these do: a statement that grows in one branch after the other keeps its table."""
    starts: list[str] = []
    for atom in texts:
        start = atom.pieces[0] if isinstance(atom, Pattern) else atom.value if isinstance(atom, Constant) else None
        if not isinstance(start, str):
            return None
        starts.append(start)
    words = shared_start(starts)
    if not words:
        return None
    known = _STARTS.get(words)
    if known is None:
        known = _STARTS[words] = Pattern((words, None)).alone
    return known


def shared_start(texts: list[str]) -> str:
    """The words that all texts begin with, the space behind them included."""
    shared = commonprefix(texts)  # noqa: RUF071 - texts, not paths
    return shared[: max(map(shared.rfind, " \n\t")) + 1]


def _packed(value: Value) -> Value:
    """A value with one collection for all of one form: each member is what it is in any of them.

    `return hook(query), "json"` in a loop over all hooks gives as many tuples. Those of plain values alone give way.
    """
    forms: dict[tuple[str, Hashable], list[Container]] = {}
    for atom in value:
        if type(atom) is Container:
            forms.setdefault((atom.kind, _form(atom)), []).append(atom)
    for (kind, form), alike in forms.items():
        if len(alike) > 1 and any(one.objects or one.functions for one in alike):
            element = join([one.element for one in alike])
            if form is None:
                made = _MAKE[0](kind, element, None)
            else:
                members = [join(held) for held in zip(*[_members(one) for one in alike], strict=True)]
                entries = tuple(zip(form, members, strict=True)) if isinstance(form, tuple) else tuple(members)
                made = _MAKE[0](kind, element, entries)
            value = value.difference(alike) | made
    return value


def _form(atom: Container) -> Hashable:
    """The number of members, the keys of a dict; None where the members are not known."""
    if atom.entries is None:
        return None
    return tuple([key for key, _ in atom.entries]) if atom.kind == "dict" else len(atom.entries)


def _members(atom: Container) -> tuple[Value, ...]:
    entries: tuple[Any, ...] = atom.entries or ()
    return tuple([held for _, held in entries]) if atom.kind == "dict" else entries


def _without_narrower(value: Value) -> Value:
    """A value without the querysets of which it has one of the same rows that joins more tables.

    Code that narrows a queryset in one branch after the other has one for each way through them.
    """
    querysets = [atom for atom in value if isinstance(atom, Instance) and atom.model is not None]
    if len(querysets) < len(value) // 2:
        return value
    alike: dict[object, list[Instance]] = {}
    for one in querysets:
        rows = (one.cls, one.model, one.relation, one.rows, one.exact, one.guessed, one.stored, one.site)
        alike.setdefault(rows, []).append(one)
    narrower = [one for held in alike.values() for one in held if any(one.joins < other.joins for other in held)]
    return value.difference(narrower) if narrower else value


def _gives_way(atom: Atom) -> bool:
    """What gives way first where there are too many alternatives."""
    return isinstance(atom, (Constant, Pattern, Container, External))


def widened(before: Value, after: Value) -> Value:
    """What grows from `before` to `after`, kept to few alternatives: those that were there stay.

    What grows, is widened and grows again would be followed for ever.
    """
    if len(after) <= WIDEST or not before:
        return widen(after)
    if CUT in after:
        return before | TOO_MANY
    packed = _packed(after)
    if packed is not after and len(packed) <= WIDEST:
        return packed
    stays = (before & after) | UNKNOWN
    more = stays | frozenset(atom for atom in after if not _gives_way(atom))
    if _is_crowd(more):
        more = stays | _of_their_base(more)
    return before | TOO_MANY if _is_crowd(more) else more
