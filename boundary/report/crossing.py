"""How does one transaction lie in several contexts?  A line a context, and the ways to where it is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report.phrases import Code, Item, headed, listed
from boundary.report.transactions import named
from boundary.report.witness import path_to, touched

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from boundary.model.scan import Transaction

WAYS = 4
"""How many ways into a context are shown unless the reader wants all; of its home, twice as many names."""


def crossing(transaction: Transaction, tables: Mapping[str, Sequence[str]], *, full: bool = False) -> Item:
    """The transaction, and the tables that it binds in each context.

    The context with most of them counts as its home and is named in a line; the ways into the others are shown, for
    there it is cut.
    """
    bound = touched(access for access in transaction.accesses if access.binds)
    home = max(tables, key=lambda name: (len(tables[name]), name))
    below = [Item((Code(home), ": ", *listed(tables[home], None if full else 2 * WAYS)))]
    for name, held in sorted(tables.items()):
        if name != home:
            shown = held if full else held[:WAYS]
            rest = (Item((f"and {len(held) - len(shown)} more tables",)),) if len(shown) < len(held) else ()
            ways = tuple(Item(path_to(table, bound[table])) for table in shown)
            below.append(Item((Code(name), ":"), (*ways, *rest)))
    return Item(headed(transaction.file, transaction.line, named(transaction)), tuple(below))
