"""What holds two sides together?  Two tables, or two contexts: the cheapest seams between them, and what else ties."""

from __future__ import annotations

from typing import Literal

import msgspec

from boundary.model.scan import Relaxed

TieKind = Literal["foreign key", "join", "read while writing", "function", "entry point", "call", "import"]


class Tie(msgspec.Struct, frozen=True):
    """One thing beside shared transactions that ties table or module `one` to `other`, at `file:line`."""

    kind: TieKind
    one: str
    other: str
    file: str
    line: int
    function: str = ""


class Glue(msgspec.Struct, frozen=True, kw_only=True):
    """What holds the tables `ones` and the tables `others` together.

    The proof is a maximum flow, or where that leaves a gap and its solver is installed, an integer program.
    `transactions` are the ids of those that bind tables of both. Relaxing `seams` leaves no way between them; together
    they cost `price`, and no set of seams costs less than `bound`. Without any glue there are no seams. `ties` are
    what would remain.
    """

    ones: tuple[str, ...]
    others: tuple[str, ...]
    transactions: tuple[str, ...] = ()
    seams: tuple[Relaxed, ...] = ()
    price: float = 0.0
    bound: float = 0.0
    ties: tuple[Tie, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether it is proven that no cheaper set of seams exists."""
        return self.price <= self.bound + 1e-6
