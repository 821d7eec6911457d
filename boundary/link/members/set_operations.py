"""What do two sets make?  `FIELDS | EXTRA`, `a - b`, `a & b`, `a ^ b`: of known constants, those that are left.

Of other sets, what they may hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, Constant, Container
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator

DIVIDING: Final = frozenset({"-", "^"})
"""The operators that take something out of a set."""


def known(evaluator: Evaluator, operator: str, values: Sequence[Value]) -> Value | None:
    """The set that an operator makes of two of known constants; None where one is no such set."""
    if len(values) != 2 or len(values[0]) != 1 or len(values[1]) != 1:  # noqa: PLR2004 - both sides
        return None
    left, right = _constants(values[0]), _constants(values[1])
    if left is None or right is None:
        return None
    if operator == "|":
        held = [*left, *(one for one in right if one not in left)]
    elif operator == "&":
        held = [one for one in left if one in right]
    else:
        held = [one for one in left if one not in right]
        held += [one for one in right if one not in left] if operator == "^" else []
    return containers.make(evaluator, "set", held)


def _constants(value: Value) -> tuple[Value, ...] | None:
    """The constants that a set holds, where they are known."""
    (atom,) = value
    if type(atom) is not Container or atom.kind != "set" or atom.entries is None:
        return None
    entries: tuple[Value, ...] = atom.entries
    for one in entries:
        if len(one) != 1 or type(next(iter(one))) is not Constant:
            return None
    return entries


def remaining(evaluator: Evaluator, operator: str, values: list[Value]) -> Value | None:
    """`a - b` of sets, which may hold what `a` holds, and `a ^ b`, which may hold either; None where `a` is no set."""
    held = [atom for atom in values[0] if isinstance(atom, Container)]
    if not held:
        return None
    if operator == "^":
        held += [atom for value in values[1:] for atom in value if isinstance(atom, Container)]
    found = evaluator.atoms.container("set", join(atom.element for atom in held))
    return found if all(isinstance(atom, Container) for atom in values[0]) else found | UNKNOWN
