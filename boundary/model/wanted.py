"""What kind of split is asked for?  How many contexts, how large, at what price, and what a human has decided."""

from __future__ import annotations

from typing import Literal

import msgspec

Grain = Literal["mini-service", "service"]
"""How large contexts should be: few and as large as a business domain, or as many as can stand alone."""

Pair = tuple[str, str]


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """The wishes for a split; what is left out is left to the search.

    `contexts` is the number of contexts, exactly; `max_share` the largest share of all tables that one of them may
    hold; `budget` the most that the seams may cost together. `together` and `apart` are pairs of tables that one
    context must or must not hold; `keep` are tables with the name of their context. Without `guessed`, accesses that
    rest on a naming heuristic alone do not bind.
    """

    contexts: int | None = None
    max_share: float | None = None
    budget: float | None = None
    grain: Grain = "mini-service"
    together: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()
    keep: tuple[Pair, ...] = ()
    seed: int = 0
    guessed: bool = True

    @property
    def particular(self) -> bool:
        """Whether one split is asked for, beside the strict one and the frontier."""
        return bool(self.together or self.apart or self.keep) or any(
            each is not None for each in (self.contexts, self.max_share, self.budget)
        )
