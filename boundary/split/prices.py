"""What does it cost to take something out of a transaction?  By what happens there.

The figures are the configuration's (`[tool.boundary.prices]`). They order remedies by how much of the code's present
guarantees each gives up: a row for an outbox loses nothing, a check that a lock protects cannot be had after commit.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from boundary.split.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.config import Prices
    from boundary.model.scan import Access

REMEDIES = {
    "appended": "outbox",
    "derived": "recompute after commit",
    "changed": "event after commit",
    "read_back": "saga with compensation",
    "checked": "keep together",
    "transaction": "saga with compensation",
}
"""What to do instead, by what happens behind a seam."""

DERIVING = frozenset({"recalculate", "recompute", "reindex", "denormalize", "denormalise", "refresh", "recount"})
"""Words in the name of a function that say that what it writes can be computed again."""

DERIVED = frozenset({("search", "vector"), ("search", "index"), ("search", "document"), ("update", "counter")})
"""The same, for two words together."""


class Price(NamedTuple):
    """A price and the remedy that it pays for."""

    price: int
    remedy: str


def price_of(taken: Iterable[Access], left: Iterable[Access], prices: Prices) -> Price:
    """The price of taking the accesses `taken` out of a transaction in which `left` stay; the dearest of them counts.

    The order of a transaction's work is not known, so any read of the same table that stays counts as reading back.
    """
    read = {access.table for access in left if access.op == "read"}
    kinds = {_kind(access, read) for access in taken} or {"appended"}
    dearest = max(sorted(kinds), key=lambda kind: int(getattr(prices, kind)))
    return Price(getattr(prices, dearest), REMEDIES[dearest])


def _kind(access: Access, read: set[str]) -> str:
    if access.op == "lock":
        return "checked"
    if access.table in read:
        return "read_back"
    if access.op == "insert":
        return "appended"
    return "derived" if access.op == "update" and _derives(access) else "changed"


def _derives(access: Access) -> bool:
    """Whether the function that holds the access, or the one that called it, says by its name that it computes anew."""
    functions = [access.function, *(frame.function for frame in access.via[-1:])]
    for function in functions:
        words = words_of(function.rpartition(".")[2])
        if DERIVING.intersection(words) or DERIVED.intersection(pairwise(words)):
            return True
    return False
