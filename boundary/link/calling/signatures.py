"""Which arguments fill which parameters of a function, as far as its definition says, also those a runner adds?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from boundary.model import code

LEADS: Final = (1, 0, -1, 2)
"""So many arguments a runner puts before those that it was given: a cursor; nothing; nothing, and `self` is there."""


class Signature(NamedTuple):
    """The parameters of a function that arguments fill by position, behind the receiver."""

    names: tuple[str, ...]
    required: int
    endless: bool

    def lead(self, given: int, named: int) -> int | None:
        """How many arguments a runner adds before `given` others; None where no number makes a call of it."""
        for lead in LEADS:
            if self.required <= lead + given + named and (self.endless or lead + given <= len(self.names)):
                return lead
        return None


def signature(parameters: tuple[code.Parameter, ...]) -> Signature:
    """What arguments fill by position in a function with these parameters."""
    fillable = [one for one in parameters if one.kind in {"normal", "positional"}]
    if fillable and fillable[0].name in {"self", "cls"}:
        fillable = fillable[1:]
    required = sum(1 for one in fillable if one.default is None)
    return Signature(tuple(one.name for one in fillable), required, any(one.kind == "args" for one in parameters))
