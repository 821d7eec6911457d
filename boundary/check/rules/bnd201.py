"""BND201: code of one context reads a table of another one.

    # shop/orders/services.py
    Invoice.objects.filter(order=order).exists()   # BND201: bill_invoice belongs to billing

Why it matters: the table's form becomes an interface that nobody has agreed on. Its owner cannot rename a column, move
the table to another database or keep the rows elsewhere without breaking the reader.

A relation that is followed (`order.invoice_set.all()`, `line.order.customer`) reads, too. What a query joins is told as
BND203, not here.

Ways out: ask the owner through its public modules; keep a copy that the owner's events bring up to date; move the
table, or the code, to the context that it belongs to.
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
    """One finding for each function and table that it reads and its context does not own."""
    return gathered(crossing(picture, RULE, lambda access: access.op == "read" and access.rule != "join", "reads"))


RULE = Rule("BND201", "read of another context's table", check)
