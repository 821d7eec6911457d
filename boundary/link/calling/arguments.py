"""What is a function called with?  Arguments as values, and the part of them that keeps contexts apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from boundary.link.calling.weigher import ANYTHING, CARRIES, CONSTANTS, OBJECTS
from boundary.link.domain.joining import join, together
from boundary.link.domain.telling import EXTERNAL, beside_anything, is_something, tidied
from boundary.link.domain.values import (
    ANY,
    BOTTOM,
    UNKNOWN,
    ClassAtom,
    Constant,
    Container,
    External,
    Function,
    Instance,
    Member,
    Pattern,
    Plain,
    Present,
    Value,
    Wrapped,
    by_age,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.domain.atoms import Atoms
    from boundary.link.domain.values import Atom

STATEMENT: Final = re.compile(r"\s*(?:insert|update|delete|select|with|merge|truncate)\s", re.IGNORECASE)
PAGES: Final = (".html", ".txt", ".jinja", ".jinja2", ".j2")
"""How the names of templates end."""
PLAIN_CONTAINERS: Final[dict[tuple[str, int], Value]] = {}
"""Collections that hold nothing of which the analysis could tell callers apart, by kind and how many they hold."""
LOOSE: Final = 2
"""From so many joinings of a function's contexts on, containers do not tell them apart (constants: from the first)."""
BARE: Final = 3
"""From so many on, nothing of an object does but its class and its model."""
GONE: Final = 4
"""From so many on, no object does."""
ALL: Final = 5
"""From so many on, nothing does but the receiver."""
LOOKUP: Final = "__"
"""What stands in the name of a lookup between a relation and what is asked for behind it."""
MOST_COUNTED: Final = 4
"""A tuple of more plain values is as long as any."""
ALWAYS: Final[frozenset[str]] = frozenset()
"""No argument may be missing: each is always given."""


class Arguments:
    """Positional and keyword arguments; `rest` and `others` join what `*x` and `**x` of unknown length may hold.

    `optional` are the keywords that only some of the dicts hold that `**x` may be: they may not be given at all.
    """

    __slots__ = ("keywords", "optional", "others", "positional", "rest")

    def __init__(
        self,
        positional: tuple[Value, ...] = (),
        keywords: dict[str, Value] | None = None,
        rest: Value = BOTTOM,
        others: Value = BOTTOM,
        optional: frozenset[str] = ALWAYS,
    ) -> None:
        self.positional = positional
        self.keywords: dict[str, Value] = {} if keywords is None else keywords
        self.rest = rest
        self.others = others
        self.optional = optional

    def get(self, position: int, name: str) -> Value | None:
        """The argument at a position or by its name, None where it is not given."""
        if 0 <= position < len(self.positional):
            return self.positional[position]
        if name in self.keywords:
            return self.keywords[name]
        if self.rest and position >= 0:
            return self.rest
        return UNKNOWN if self.others else None

    def is_open(self, position: int, name: str) -> bool:
        """Whether it is not known if an argument is given: what is handed on (`*args, **kwargs`) may hold it."""
        return bool(self.rest or self.others) and name not in self.keywords and position >= len(self.positional)

    def may_lack(self, position: int, name: str) -> bool:
        """Whether an argument of which something is known may not be given: others hold fewer members, or keys."""
        if name in self.keywords:
            return name in self.optional
        return position >= len(self.positional) and bool(self.rest) and ANY not in self.rest

    def every(self) -> Iterator[Value]:
        """All arguments, in no order that means anything."""
        yield from self.positional
        yield from self.keywords.values()
        if self.rest:
            yield self.rest
        if self.others:
            yield self.others

    def after(self, first: Value) -> Arguments:
        """The same arguments behind one more."""
        return Arguments((first, *self.positional), self.keywords, self.rest, self.others, self.optional)

    def behind_first(self, count: int = 1) -> Arguments:
        """Those behind the first ones: what `run(work, order)` hands to `work`."""
        return Arguments(self.positional[count:], self.keywords, self.rest, self.others, self.optional)

    def frozen(self) -> Frozen:
        """The same as a part of a value."""
        return Frozen(self.positional, self.keywords, self.rest, self.others, self.optional)

    def behind(self, held: Arguments) -> Arguments:
        """Those of a call of `partial(function, *held)`: behind the ones that it holds, or in their place by name."""
        return Arguments(
            (*held.positional, *self.positional),
            {**held.keywords, **self.keywords},
            held.rest | self.rest,
            held.others | self.others,
            self.optional.difference(held.keywords) | held.optional.difference(self.keywords),
        )


class Frozen(Arguments):
    """Arguments that can be part of a value: equal where their contents are."""

    __slots__ = ()

    def _key(self) -> tuple[object, ...]:
        return self.positional, tuple(self.keywords.items()), self.rest, self.others, self.optional

    def __hash__(self) -> int:
        return hash(self._key())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Frozen) and self._key() == other._key()


NO_ARGUMENTS: Final = Arguments()


def narrow(value: Value, weight: int, joined: int, atoms: Atoms) -> Value:
    """The part of an argument that keeps contexts apart, given how much the parameter matters.

    `joined` counts how often the function's contexts were joined because there were too many.
    """
    narrowed = atoms.narrowed[joined][weight]
    known = narrowed.get(value)
    if known is None:
        if not value or (weight == ANYTHING and not any(isinstance(atom, Function) for atom in value)):
            known = UNKNOWN
        else:
            parts = [_handed_on(atom, joined, atoms) or _narrow_atom(atom, weight, joined, atoms) for atom in value]
            known = together(parts)
            if joined >= LOOSE and weight < CARRIES:
                known = _one_payload(known, joined, atoms)
            if ANY in known:
                known = beside_anything(known)
            known = tidied(known, atoms)
        narrowed[value] = known
    return known


def _handed_on(atom: Atom, joined: int, atoms: Atoms) -> Value | None:
    """What a wrapper is called with (`*args`), once containers are joined: its objects still tell callers apart."""
    if not LOOSE <= joined < GONE or not isinstance(atom, Container) or atom.kind != "tuple" or not atom.entries:
        return None
    members = tuple(narrow(one, OBJECTS, joined, atoms) for one in atom.entries)
    if not any(isinstance(one, (Instance, ClassAtom, Function)) for member in members for one in member):
        return None
    return atoms.container("tuple", frozenset().union(*members), members)


def _narrow_atom(atom: Atom, weight: int, joined: int, atoms: Atoms) -> Value:  # noqa: C901 - one case for each kind
    if isinstance(atom, Constant):
        if atom.value is None or isinstance(atom.value, bool):
            return atom.alone if joined < LOOSE else UNKNOWN
        keep = _keeps(atom.value, weight, joined) and not isinstance(atom.value, float)
        keep = keep or (atom.states and _states_more(weight, joined))
        if not keep and isinstance(atom, Member) and atom.acts and joined < GONE:
            return atoms.instance(atom.cls)
        return atom.alone if keep else UNKNOWN
    if isinstance(atom, Pattern):
        keep = _keeps(atom.pieces[0], weight, joined) or (atom.states and _states_more(weight, joined))
        return atom.alone if keep else UNKNOWN
    if isinstance(atom, Container) and weight == OBJECTS and not atom.objects:
        return _plain(atom)
    if isinstance(atom, Container) and joined >= LOOSE and (weight < CARRIES or joined == ALL):
        if joined == ALL:
            return UNKNOWN
        return _acting(atom, joined, atoms) if atom.functions else _telling(atom, joined, atoms)
    if isinstance(atom, Present):
        return atom.alone if weight >= CONSTANTS or isinstance(atom, Plain) else UNKNOWN
    if isinstance(atom, External) and is_something(atom):
        return EXTERNAL
    if joined >= BARE and isinstance(atom, (Instance, External, Wrapped)):
        return _bare(atom, atoms) if joined == BARE and isinstance(atom, Instance) else UNKNOWN
    if joined == ALL:  # everything but the receiver
        return UNKNOWN
    return atom.alone


def _telling(atom: Container, joined: int, atoms: Atoms) -> Value:
    """What of a dict tells callers apart as it would by itself, and the names by which it leads to other tables.

    These are the classes in it, `create(model=Order)`, and lookups, `find(Order, customer__name=name)`.
    """
    if joined >= GONE or atom.kind != "dict":
        return UNKNOWN
    held: list[tuple[object, Value]] = []
    for key, value in atom.entries or ():
        if key is not None and _are_classes(value):
            held.append((key, value))
        elif isinstance(key, str) and LOOKUP in key.strip("_"):
            held.append((key, UNKNOWN))
    classes = UNKNOWN.union(*[value for _, value in held])
    return atoms.container("dict", classes, (*held, (None, UNKNOWN))) if held else UNKNOWN


def _are_classes(value: Value) -> bool:
    return bool(value) and all(isinstance(one, ClassAtom) for one in value)


def _acting(atom: Container, joined: int, atoms: Atoms) -> Value:
    """A collection with functions in it, without what tells callers apart no more: its texts and plain collections.

    A payload that is handed around with callbacks in it grows by one key or another in each function.
    """
    if atom.kind == "dict":
        return _payload([atom], joined, atoms)
    members = [_acting_part(one, joined, atoms) for one in atom.entries or (atom.element,)]
    entries = tuple(members) if atom.entries is not None else None
    return atoms.container(atom.kind, frozenset().union(*members), entries)


def _one_payload(value: Value, joined: int, atoms: Atoms) -> Value:
    """A value with one dict that has functions in it, where it has several."""
    dicts = [one for one in by_age(value) if isinstance(one, Container) and one.kind == "dict" and one.functions]
    return value if len(dicts) <= 1 else value.difference(dicts) | _payload(dicts, joined, atoms)


def _payload(dicts: list[Container], joined: int, atoms: Atoms) -> Value:
    """One dict for several: what stands at each key, and at no known one."""
    held: dict[object, list[Value]] = {}
    others: Value = UNKNOWN
    for one in dicts:
        for key, value in one.entries or ((None, one.element),):
            part = _acting_part(value, joined, atoms)
            if key is None:
                others |= part
            elif part is not UNKNOWN:
                held.setdefault(key, []).append(part)
    parts = {key: join(found if len(found) == len(dicts) else (*found, UNKNOWN)) for key, found in held.items()}
    return atoms.container("dict", others.union(*parts.values()), (*parts.items(), (None, others)))


def _acting_part(value: Value, joined: int, atoms: Atoms) -> Value:
    """What is in such a collection: the objects, classes and functions, also of collections in it."""
    part = narrow(value, OBJECTS, joined, atoms)
    return part if any(isinstance(one, (Instance, ClassAtom, Function)) or _acts(one) for one in part) else UNKNOWN


def _acts(atom: Atom) -> bool:
    """Whether an atom is a collection with functions in it."""
    return isinstance(atom, Container) and atom.functions


def _bare(atom: Instance, atoms: Atoms) -> Value:
    """An object without what may be known of one and not of the next: where it was made, what else a query joins."""
    return atoms.instance(atom.cls, exact=atom.exact, guessed=atom.guessed, model=atom.model, rows=atom.rows)


def _plain(atom: Container) -> Value:
    """A collection of which nothing is known but how it may be handed on.

    Of `*args` that is how many there are, so that the parameters behind them keep their defaults; to a dict keys may be
    added that are known.
    """
    count = len(atom.entries) if atom.kind == "tuple" and atom.entries is not None else -1
    key = atom.kind, count if count <= MOST_COUNTED else -1
    known = PLAIN_CONTAINERS.get(key)
    if known is None:
        entries: tuple[object, ...] | None = (UNKNOWN,) * key[1] if key[1] >= 0 else None
        if atom.kind == "dict":
            entries = ((None, UNKNOWN),)
        known = PLAIN_CONTAINERS[key] = frozenset((Container(atom.kind, UNKNOWN, entries),))
    return known


def _keeps(text: object, weight: int, joined: int) -> bool:
    """Whether a constant tells callers apart: one that a statement is made of does until everything is joined."""
    if weight == CARRIES:
        return joined < ALL
    return weight == CONSTANTS and (joined < 1 or _is_sql(text, joined))


def _states_more(weight: int, joined: int) -> bool:
    """Whether a statement tells callers apart where other texts do not: as objects do, for as long as all of them."""
    return weight >= OBJECTS and joined < BARE


def _is_sql(text: object, joined: int) -> bool:
    """Whether a constant is a statement, or names a template: it says which tables callers touch for longer."""
    if joined >= GONE or not isinstance(text, str):
        return False
    return text.endswith(PAGES) or STATEMENT.match(text) is not None
