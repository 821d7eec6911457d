"""BND202: code of one context writes or locks a table of another one.

    # shop/orders/services.py
    Invoice.objects.create(order=order, total=total)              # BND202: bill_invoice belongs to billing
    cursor.execute("UPDATE bill_invoice SET paid = true ...")     # so is this

Why it matters: the owner can no longer vouch for its own rows. A rule about invoices that billing's code keeps is not
kept by those who write past it, and each of them has to be found before billing can have a database of its own.

ORM calls, many-to-many changes, bulk operations, raw SQL in strings and in .sql files are seen alike. Rows that a
delete takes along (`on_delete=CASCADE`) are BND204, where the foreign key stands.

Ways out: call the owner's public function; send an event that the owner acts on; move the table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.check.accesses import crossing
from boundary.check.gather import gathered
from boundary.check.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.check.picture import Picture
    from boundary.model.findings import Finding


def check(picture: Picture) -> Iterator[Finding]:
    """One finding for each function and table that it writes and its context does not own."""
    return gathered(crossing(picture, RULE, lambda access: access.binds and access.because != "cascade", "writes"))


RULE = Rule("BND202", "write of another context's table", check, grows=True)
