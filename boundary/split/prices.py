"""What does it cost to take something out of a transaction?  By what happens there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.model.scan import Access


class Price(NamedTuple):
    """A price and the remedy that it pays for."""

    price: int
    remedy: str


APPENDED = Price(1, "outbox")  # only inserts, and nobody reads them back in the transaction
CHANGED = Price(3, "event after commit")  # state changes that are not read again inside
READ_BACK = Price(8, "saga with compensation")  # state changes that are
CHECKED = Price(13, "keep together")  # a lock: something is checked here that must still hold at commit


def price_of(taken: Iterable[Access], left: Iterable[Access]) -> Price:
    """The price of taking the accesses `taken` out of a transaction in which `left` stay; the dearest of them counts.

    The order of a transaction's work is not known, so any read of the same table that stays counts as reading back.
    """
    read = {access.table for access in left if access.op == "read"}
    dearest = APPENDED
    for access in taken:
        if access.op == "lock":
            return CHECKED
        if access.table in read:
            dearest = max(dearest, READ_BACK)
        elif access.op != "insert":
            dearest = max(dearest, CHANGED)
    return dearest
