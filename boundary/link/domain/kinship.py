"""What do many objects have in common?  A class of the project below which all of their classes are.

The forty columns of an import, the steps of a pipeline, the handlers of a registry: more than a value holds. Each may
be any object of their base class, whose methods are run as the classes below redefine them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.definitions.symbols import all_below
from boundary.link.domain.values import Instance, by_age

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom

FEWEST: Final = 6
"""So few objects are no crowd: what they have in common may be an accident."""
MOST_OTHERS: Final = 2
"""A base class of which there are more than so many times the classes at hand says too little of them."""


def base_of(atoms: Iterable[Atom]) -> tuple[ClassInfo, frozenset[Atom]] | None:
    """The class below which most of the plain objects are, and these; None where they have none in common."""
    objects = [atom for atom in by_age(atoms) if isinstance(atom, Instance) and is_plain(atom)]
    below: dict[ClassInfo, list[Instance]] = {}
    for one in objects:
        for cls in one.cls.mro or ():
            if not cls.library:
                below.setdefault(cls, []).append(one)
    most = max((len(held) for held in below.values()), default=0)
    if most < FEWEST:
        return None
    # of those that have as many, what stands first in the resolution order of one stands first in that of all
    cls, held = next((cls, held) for cls, held in below.items() if len(held) == most)
    if len({cls, *all_below(cls.subclasses)}) > MOST_OTHERS * len({one.cls for one in held}):
        return None
    return cls, frozenset(held)


def is_plain(atom: Instance) -> bool:
    """Whether an object is no row, no queryset and nothing else that a framework has rules for."""
    return not (atom.cls.library or atom.guessed or atom.model or atom.relation or atom.cls.hooks) and not atom.stored
