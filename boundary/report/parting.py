"""How can two tables or two contexts be parted?  The cheapest seams between them, and what would tie them still."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from boundary.errors import InputError
from boundary.report import subjects
from boundary.report.crossing import crossing
from boundary.report.phrases import Code, Item, Paragraph, Section, Tree, counted, listed, within

if TYPE_CHECKING:
    from boundary.model.glue import Glue, Tie
    from boundary.model.scan import Relaxed, Scan, Split, Transaction
    from boundary.report.phrases import Phrase

TIES = 8
TABLES = 12
SHOWN = 20

KINDS = {
    "foreign key": ("foreign key", "to become a plain id"),
    "join": ("query that joins them", "to read from two places, or from a copy"),
    "read while writing": ("read of the one by a transaction that writes the other", "of a copy, or asked before"),
    "function": ("function that uses both", "to be taken apart"),
    "entry point": ("entry point that needs both", "to compose them"),
    "call": ("pair of modules that call across", "by an interface"),
    "import": ("pair of modules that import across", "by an interface"),
}
"""From the kind of a tie to its words, and what becomes of it; in the order in which they are shown."""

PLURALS = {
    "query that joins them": "queries that join them",
    "read of the one by a transaction that writes the other": "reads of the one by transactions that write the other",
    "function that uses both": "functions that use both",
    "entry point that needs both": "entry points that need both",
    "pair of modules that call across": "pairs of modules that call across",
    "pair of modules that import across": "pairs of modules that import across",
}


class Side(msgspec.Struct, frozen=True):
    """One of the two: a table, or a context with its modules."""

    name: str
    tables: tuple[str, ...]
    modules: tuple[str, ...] = ()
    of_context: bool = False


def sides(scan: Scan, split: Split | None, one: str, other: str) -> tuple[Side, Side] | None:
    """The two sides that are meant, or None if a name is neither a table nor a context.

    Raises `InputError` where a table is held against its own context, or against itself.
    """
    near, far = _side(scan, split, one), _side(scan, split, other)
    if near is None or far is None:
        return None
    if set(near.tables) & set(far.tables):
        raise InputError(f"{one} and {other} are the same, or one is in the other: there is nothing between them")
    return near, far


def _side(scan: Scan, split: Split | None, name: str) -> Side | None:
    table = subjects.table(scan, name)
    if table is not None:
        return Side(table.name, (table.name,))
    for context in split.contexts if split else ():
        if context.name == name:
            return Side(name, context.tables, context.modules, of_context=True)
    return None


def contexts(scan: Scan, held: tuple[Side, Side], glue: Glue | None = None) -> tuple[Section, ...]:
    """The transactions that bind tables of two contexts, with how they reach them."""
    near, far = (frozenset(side.tables) for side in held)
    both = [one for one in scan.distinct() if one.bound_tables & near and one.bound_tables & far]
    names = (Code(held[0].name), " and ", Code(held[1].name))
    if not both and glue is not None and glue.seams:
        words = " are glued through others: no transaction writes tables of both, but a chain of them ties the two."
        return (Section(None, (Paragraph((*names, words)),)),)
    if not both:
        return (Section(None, (Paragraph((*names, " are not glued: no transaction writes tables of both.")),)),)
    items = [crossing(one, _tables(one, held)) for one in both[:SHOWN]]
    if len(both) > SHOWN:
        items.append(Item((f"and {len(both) - SHOWN} more",)))
    verb = "writes" if len(both) == 1 else "write"
    lead = Paragraph((*names, f" are glued: {counted(len(both), 'transaction')} {verb} tables of both."))
    return (Section(None, (lead, Tree(tuple(items)))),)


def _tables(one: Transaction, held: tuple[Side, Side]) -> dict[str, list[str]]:
    return {side.name: sorted(one.bound_tables & set(side.tables)) for side in held}


def sections(glue: Glue) -> tuple[Section, ...]:
    """What it takes to part two sides, and what remains."""
    return (*_seams(glue), *_ties(glue, with_names=len(glue.ones) > 1 or len(glue.others) > 1))


def _seams(glue: Glue) -> tuple[Section, ...]:
    if not glue.seams:
        return ()
    count = counted(len(glue.seams), "place")
    proof = (
        "no set of places costs less: that is proven"
        if glue.exact
        else f"the cheapest cost at least {glue.bound:g}, so these may not be them"
    )
    lead = Paragraph((f"{count} to take out of their transactions, for {glue.price:g} together; {proof}.",))
    return (Section("What it takes to part them", (lead, Tree(tuple(_seam(one) for one in glue.seams)))),)


def _seam(one: Relaxed) -> Item:
    seam = one.seam
    frees = f" ({one.remedy}, {one.price:g}); on the way of {counted(len(one.frees), 'transaction')} to "
    return Item(
        (*within(seam.file, seam.line, seam.function), ": ", Code(seam.calls), frees, *listed(one.tables, TABLES))
    )


def _ties(glue: Glue, *, with_names: bool) -> tuple[Section, ...]:
    title = "What would tie them still" if glue.seams else "What ties them"
    order = list(KINDS)
    ranked = sorted(glue.ties, key=lambda tie: order.index(tie.kind))
    items = [_kind(kind, list(same), with_names=with_names) for kind, same in groupby(ranked, key=lambda tie: tie.kind)]
    if not items:
        return (Section(title, (Paragraph(("nothing that the analysis knows of",)),)),)
    return (Section(title, (Tree(tuple(items)),)),)


def _kind(kind: str, ties: list[Tie], *, with_names: bool) -> Item:
    one, remedy = KINDS[kind]
    head = f"{counted(len(ties), one, PLURALS.get(one))}, {remedy}:"
    below = [Item(_tie(tie, with_names=with_names)) for tie in ties[:TIES]]
    if len(ties) > TIES:
        below.append(Item((f"and {len(ties) - TIES} more",)))
    return Item((head,), tuple(below))


def _tie(tie: Tie, *, with_names: bool) -> Phrase:
    """The place, and unless the reader knows them, the two names."""
    where = within(tie.file, tie.line, "" if tie.kind == "entry point" else tie.function)
    if tie.kind == "entry point":
        where = (*where, "  ", Code(tie.function))
    if where and not with_names:
        return where
    return (*where, *(("  ",) if where else ()), Code(tie.one), " and ", Code(tie.other))
