"""Which objects of a class are kept apart?  Those made of different things; any object of the class may be each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import Instance

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.calling.contexts import Context
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter

APART: Final = "kept apart"
"""Under this, and its class, stand those who would have to be told of another object that is kept apart."""
SITES: Final = "sites"


def keep_apart(interpreter: Interpreter, cls: ClassInfo, site: Hashable, most: int | None = None) -> Hashable:
    """What keeps an object apart (`site`), unless so many of its class are kept apart by now: None then."""
    sites: dict[Hashable, None] = cls.data.setdefault(SITES, {})
    if site in sites:
        return site
    if most is not None and len(sites) >= most:
        return None
    sites[site] = None
    interpreter.changed((APART, cls))
    return site


def place_of(atom: object) -> Hashable:
    """What tells an object of a library apart: what it was made with, of the project's own classes below it the class.

    None where nobody knows which it is.
    """
    if not isinstance(atom, Instance):
        return None
    return atom.site if atom.cls.library else atom.cls


def wait_for_others(interpreter: Interpreter, atom: Instance, reader: Context) -> None:
    """What is asked of any object of a class may be had by one that is made later, and kept apart."""
    if not atom.apart and not atom.cls.library:
        interpreter.read((APART, atom.cls), reader)


def stored_apart(interpreter: Interpreter, cls: ClassInfo, name: str, reader: Context) -> Value:
    """What was stored under a name in the objects of a class that are kept apart."""
    interpreter.read((APART, cls), reader)
    owners = (interpreter.atoms.instance(cls, site=site) for site in cls.data.get(SITES, ()))
    return join(
        interpreter.read_attribute(one.cells, name, reader)
        for owner in owners
        for one in owner
        if isinstance(one, Instance)
    )
