"""Which transaction writes which tables, through which calls?  The biggest call by call, the others line by line."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from boundary.report.phrases import Code, Item, Paragraph, Rows, Section, Tree, counted, headed, listed, place
from boundary.report.witness import path_to, touched

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.model.scan import Scan, Transaction
    from boundary.report.phrases import Block, Phrase

EXPANDED = 20
"""How many transactions are shown call by call unless the reader wants all."""

Alike = list["Transaction"]
"""Transactions of one site that write the same tables: one site entered on several classes."""


def sections(scan: Scan, *, full: bool) -> tuple[Section, ...]:
    """The section on the transactions that write or lock something, or none where there are none."""
    ranked = _ranked(scan.distinct())
    if not ranked:
        return ()
    expanded = ranked if full else ranked[:EXPANDED]
    rest = [alike for alike in ranked[len(expanded) :] if len(alike[0].bound_tables) > 1]
    small = sum(len(alike) for alike in ranked[len(expanded) + len(rest) :])
    blocks: list[Block] = [Tree(tuple(_expanded(alike) for alike in expanded))]
    if rest:
        blocks += [Paragraph(("Smaller ones, without their calls:",)), _brief(rest)]
    if small:
        verb = "writes" if small == 1 else "write"
        blocks.append(Paragraph((f"{counted(small, 'more transaction')} {verb} one table each; --full lists them.",)))
    return (Section("Transactions", tuple(blocks)),)


def named(transaction: Transaction, others: int = 0) -> Phrase:
    """`place_order on Checkout and 2 other classes (block)`."""
    more = f" and {counted(others, 'other class', 'other classes')}" if others else ""
    entered = (" on ", Code(transaction.receiver), more) if transaction.receiver else (more,)
    return (Code(transaction.function), *entered, f" ({transaction.kind.replace('_', ' ')})")


def _ranked(transactions: Iterable[Transaction]) -> list[Alike]:
    """Those that write, alike ones together, the most tables first."""
    groups: dict[tuple[object, ...], Alike] = defaultdict(list)
    for one in transactions:
        if one.bound_tables:
            groups[one.file, one.line, one.function, one.kind, one.bound_tables].append(one)
    for alike in groups.values():
        alike.sort(key=lambda one: (one.receiver or "", one.id))
    return sorted(groups.values(), key=lambda alike: (-len(alike[0].bound_tables), *_order(alike[0])))


def _order(transaction: Transaction) -> tuple[str, int, str]:
    return (transaction.file, transaction.line, transaction.id)


def _expanded(alike: Alike) -> Item:
    """A line per table that is written or locked, and how the transaction gets there."""
    first = alike[0]
    bound = touched(access for access in first.accesses if access.binds)
    head = (*named(first, len(alike) - 1), f", {counted(len(bound), 'table')}")
    return Item(
        headed(first.file, first.line, head), tuple(Item(path_to(table, accesses)) for table, accesses in bound.items())
    )


def _brief(groups: Iterable[Alike]) -> Rows:
    """A line per transaction, with the names of its tables."""
    rows = [
        (
            (str(len(alike[0].bound_tables)),),
            (place(alike[0].file, alike[0].line),),
            named(alike[0], len(alike) - 1),
            listed(sorted(alike[0].bound_tables)),
        )
        for alike in groups
    ]
    return Rows(("tables", "site", "transaction", "writes"), tuple(rows))
