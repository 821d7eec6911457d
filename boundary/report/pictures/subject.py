"""Which picture is meant?  By no name the map, by one name a context, transaction or table, by two what glues them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report import parting, subjects
from boundary.report.pictures.context_map import context_map
from boundary.report.pictures.one_context import one_context
from boundary.report.pictures.one_table import one_table
from boundary.report.pictures.transaction_tree import transaction_tree
from boundary.report.pictures.why_glued import why_glued

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.model.glue import Glue
    from boundary.model.scan import Scan, Split
    from boundary.report.parting import Side
    from boundary.report.pictures.picture import Picture


def picture_of(
    scan: Scan, split: Split, name: str | None, other: str | None, glue: Callable[[Side, Side], Glue | None]
) -> Picture:
    """The picture of what the names mean; `glue` finds what holds two sides together, if that is worth it.

    Raises `UnknownNameError` for a name that means nothing.
    """
    if name is None:
        return context_map(scan, split)
    if other is not None:
        sides = parting.sides(scan, split, name, other)
        if sides is None:
            unknown = next((one for one in (name, other) if not _is_side(scan, split, one)), name)
            raise subjects.unknown(scan, unknown)
        return why_glued(scan, sides, glue(*sides))
    context = next((one for one in split.contexts if one.name == name), None)
    if context is not None:
        return one_context(scan, split, context)
    table = subjects.table(scan, name)
    if table is not None:
        return one_table(scan, table)
    transactions = subjects.transactions(scan, name)
    if not transactions:
        raise subjects.unknown(scan, name)
    return transaction_tree(max(transactions, key=lambda one: len(one.bound_tables)), split)


def _is_side(scan: Scan, split: Split, name: str) -> bool:
    return subjects.table(scan, name) is not None or any(one.name == name for one in split.contexts)
