"""What does a row of several columns have under a name?  `row.Order`, `row.t`, `row._mapping["Order"]`.

An object is under the name of its class; nothing is known of other columns. SQLAlchemy's rows also give themselves as
a tuple and as a dict.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, Container, Instance
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Pattern, Value
    from boundary.link.evaluator.evaluation import Evaluator

ITSELF: Final = frozenset({"t", "_t"})
CALLED: Final = frozenset({"tuple", "_tuple", "_asdict"})
MAPPING: Final = "_mapping"


def column(evaluator: Evaluator, atom: Container | Pattern, name: str) -> Value:
    """An attribute of a tuple that tuples do not have."""
    if not isinstance(atom, Container):
        return UNKNOWN
    named = [one for one in atom.entries or () if any(_is_called(held, name) for held in one)]
    if named:
        return join(named)
    if name in ITSELF:
        return atom.alone
    if name == MAPPING:
        return by_name(evaluator, atom)
    return evaluator.atoms.native(f"row.{name}", atom) if name in CALLED else UNKNOWN


def _is_called(held: object, name: str) -> bool:
    return isinstance(held, Instance) and held.cls.name == name


def by_name(evaluator: Evaluator, atom: Container) -> Value:
    """The row as a dict: objects by the names of their classes, beside what nothing is known of."""
    held = [
        (evaluator.atoms.constant(one.cls.name), one.alone)
        for entry in atom.entries or ()
        for one in entry
        if isinstance(one, Instance)
    ]
    return containers.make_dict(evaluator, held, UNKNOWN)
