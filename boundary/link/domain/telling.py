"""What of a value says something?  The objects, classes and functions in it, not what is only less known of them.

Objects are kept apart by that of what they are made with, and callers by that of what they hand over. What is not
understood, what code that is not read gave, and whether a row is stored, say nothing of what an object does: a
serializer that one action makes with `{"event": event}` is the one that the next action makes with an event of which
less is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import is_unknown
from boundary.link.domain.values import ANY, UNKNOWN, Constant, Container, External, Instance, Pattern, Present, Value

if TYPE_CHECKING:
    from boundary.link.domain.atoms import Atoms
    from boundary.link.domain.values import Atom


SOMETHING: Final = "something external"
EXTERNAL: Final[Value] = frozenset((External(SOMETHING),))
"""What a call into code that is not read gives: no reason to keep callers apart, but known not to be of the project."""

PARSERS: Final = ("ArgumentParser()", ".add_subparsers()", ".add_parser()")
"""What functions add commands to, wherever they stand: parsers of argparse."""


def is_something(atom: External) -> bool:
    """Whether something external is of no name that says anything: what a call gave, and what that gives in turn."""
    return ("(" in atom.dotted and not atom.dotted.endswith(PARSERS)) or atom.dotted.startswith(SOMETHING)


def tidied(value: Value, atoms: Atoms) -> Value:
    """A value with something of the project in it, without what adds nothing to that (answered once for each value).

    An order, or what code that is not read gave, is an order or something; one that is believed by its name beside one
    that is known is that one.
    """
    known = atoms.tidied.get(value)
    if known is None:
        known = atoms.tidied[value] = _tidied(value)
    return known


def beside_anything(value: Value) -> Value:
    """A value that may be anything, without what that may be, too: None, the key of a row, what unread code gave.

    Flags stay, for one that may be false is taken for that, and so does what an annotation says (`Plain`).
    """
    left = [atom for atom in value if type(atom) is not Present and not (type(atom) is Constant and atom.value is None)]
    return frozenset(left) - EXTERNAL


def _tidied(value: Value) -> Value:
    if not any(isinstance(atom, Instance) for atom in value):
        return value
    sure = {_meaning(atom) for atom in value if isinstance(atom, Instance) and not atom.guessed}
    kept: set[Atom] = set()
    for atom in value:
        if type(atom) is Present or (isinstance(atom, Instance) and atom.guessed and _meaning(atom) in sure):
            continue
        kept.add(ANY if isinstance(atom, External) and is_something(atom) else atom)
    return value if kept == value else frozenset(kept)


def _meaning(atom: Instance) -> tuple[object, ...]:
    """What an object is, however firmly that is believed."""
    return atom.cls, atom.exact, atom.model, atom.rows, atom.site, atom.relation


def telling(value: Value, atoms: Atoms) -> Value:
    """The part of a value that keeps objects apart; `UNKNOWN` where nothing in it does (answered once for each value).

    Constants do where nothing else is in the value, at any depth of a collection.
    """
    known = atoms.telling.get(value)
    if known is None:
        known = atoms.telling[value] = _telling(value, atoms)
    return known


def _telling(value: Value, atoms: Atoms) -> Value:
    plain: set[Atom] = set()
    found: set[Atom] = set()
    for atom in value:
        if isinstance(atom, (Constant, Pattern)):
            plain.add(atom)
        elif isinstance(atom, Container):
            found |= _collection(atom, atoms)
        elif isinstance(atom, Instance) and atom.model is None:
            found |= atoms.instance(
                atom.cls, exact=atom.exact, guessed=atom.guessed, relation=atom.relation, rows=atom.rows, site=atom.site
            )
        elif not isinstance(atom, (External, Present)) and not is_unknown(atom):
            found.add(atom)
    if not found:
        return UNKNOWN if not plain or len(plain) < len(value) else frozenset(plain)
    return tidied(frozenset(found), atoms)


def _collection(atom: Container, atoms: Atoms) -> Value:
    """A collection of what tells in it; of a list of callbacks, that it is one: it is filled by whoever comes along."""
    if atom.functions and atom.kind in {"list", "set"}:
        return atoms.container(atom.kind, UNKNOWN)
    element = telling(atom.element, atoms)
    if atom.entries is None:
        return atoms.container(atom.kind, element)
    if atom.kind == "dict":
        pairs = tuple((key, telling(held, atoms)) for key, held in atom.entries)
        return atoms.container(atom.kind, element, pairs)
    return atoms.container(atom.kind, element, tuple(telling(held, atoms) for held in atom.entries))
