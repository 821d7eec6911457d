"""Which objects of a class are kept apart?  Those made of different things; any object of the class may be each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join, union
from boundary.link.domain.readers import Read
from boundary.link.domain.values import BOTTOM, Instance

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable

    from boundary.link.calling.contexts import Context
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter

ASKED: Final = "asked of any object"
"""Under this stand, by name, those who would have to be told of what is stored in an object that is kept apart."""
SITES: Final = "sites"


def keep_apart(cls: ClassInfo, site: Hashable, most: int | None = None) -> Hashable:
    """What keeps an object apart (`site`), unless so many of its class are kept apart by now: None then."""
    sites: dict[Hashable, None] = cls.data.setdefault(SITES, {})
    if site in sites:
        return site
    if most is not None and len(sites) >= most:
        return None
    sites[site] = None
    return site


def place_of(atom: object) -> Hashable:
    """What tells an object of a library apart: what it was made with, of the project's own classes below it the class.

    None where nobody knows which it is.
    """
    if not isinstance(atom, Instance):
        return None
    return atom.site if atom.cls.library else atom.cls


def wait_for_others(atom: Instance, name: str, reader: Context) -> None:
    """What is asked of any object of a class may be had by one that is kept apart, also one that is made later."""
    if not atom.apart and not atom.cls.library:
        _asked(atom.cls, name).read_by(reader)


def waiting(atom: Instance, name: str) -> Collection[Context]:
    """Who has asked any object of a class for what is stored now in one that is kept apart.

    Nobody, where all that it has was stored in others of them before.
    """
    asked: dict[str, _Asked] | None = atom.cls.data.get(ASKED)
    one = asked.get(name) if asked is not None else None
    if one is None:
        return ()
    told = union(one.told, atom.cells[name].value)
    if told == one.told:
        return ()
    one.told = told
    return one.known_to()


def stored_apart(interpreter: Interpreter, cls: ClassInfo, name: str, reader: Context) -> Value:
    """What was stored under a name in the objects of a class that are kept apart."""
    _asked(cls, name).read_by(reader)
    owners = (interpreter.atoms.instance(cls, site=site) for site in cls.data.get(SITES, ()))
    return join(
        one.cells[name].value if name in one.cells else BOTTOM
        for owner in owners
        for one in owner
        if isinstance(one, Instance)
    )


class _Asked(Read):
    """An attribute that any object of a class is asked for."""

    __slots__ = ("told",)

    def __init__(self) -> None:
        super().__init__()
        self.told: Value = BOTTOM
        """What was stored under its name in objects that are kept apart, since it was asked for."""


def _asked(cls: ClassInfo, name: str) -> _Asked:
    asked: dict[str, _Asked] | None = cls.data.get(ASKED)
    if asked is None:
        asked = cls.data[ASKED] = {}
    if name not in asked:
        asked[name] = _Asked()
    return asked[name]
