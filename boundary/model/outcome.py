"""What would a change of a split bring?  The question, the split before and after, and what it does to transactions."""

from __future__ import annotations

from typing import Literal

import msgspec

from boundary.model.scan import Split

Verb = Literal["move", "merge", "split", "pin", "relax"]


class Change(msgspec.Struct, frozen=True):
    """One change that is thought through: a verb and the names that it is about.

    `move NAME CONTEXT`, `merge A B`, `split CONTEXT [TABLE ...]`, `pin A B`, `relax FILE:LINE`, `relax LIBRARY`.
    """

    verb: Verb
    names: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.verb} {' '.join(self.names)}"


class Crossing(msgspec.Struct, frozen=True):
    """A transaction, by its id, and the tables that it binds in each of the contexts that it lies in."""

    transaction: str
    tables: dict[str, tuple[str, ...]]


class Follower(msgspec.Struct, frozen=True):
    """A module that changes its context because the tables that it uses do; None is no context."""

    module: str
    before: str | None
    after: str | None


class Group(msgspec.Struct, frozen=True):
    """What no split divides, before and after: how many must-link groups there are, and the largest one's size."""

    groups: int
    largest: int


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What `changes` of the split called `base` come to.

    `before` and `after` are priced and measured alike. `cut` are the transactions that become cut, `whole` those that
    become whole, each with its tables by context where it is cut. `glued_before` and `glued_after` say what the hard
    rule alone holds together; they differ where a seam is relaxed.
    """

    base: str
    changes: tuple[Change, ...]
    before: Split
    after: Split
    cut: tuple[Crossing, ...] = ()
    whole: tuple[Crossing, ...] = ()
    followers: tuple[Follower, ...] = ()
    glued_before: Group
    glued_after: Group
