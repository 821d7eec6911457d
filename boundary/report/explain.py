"""What is known about one name, or between two?  The evidence behind a table, a transaction, or why two are glued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.errors import UnknownNameError
from boundary.report import databases, parting, subjects
from boundary.report.completeness import completeness_line
from boundary.report.glue import between
from boundary.report.phrases import Code, Item, Paragraph, Section, Tree, counted, headed, listed, place, within
from boundary.report.transactions import named
from boundary.report.witness import because, chain, guessed, reasoned, touched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from boundary.model.glue import Glue
    from boundary.model.scan import Access, BlindSpot, Scan, Split, Table, Transaction, View
    from boundary.report.parting import Side
    from boundary.report.phrases import Block, Phrase
    from boundary.report.witness import Guesses


def explain(
    scan: Scan,
    name: str,
    other: str | None = None,
    *,
    split: Split | None = None,
    glue: Callable[[Side, Side], Glue] | None = None,
) -> tuple[Section, ...]:
    """The sections that explain `name`, or what ties it to `other`.

    A name is a table, a view, a model, a transaction's id, the end of a function's dotted name, or a `file:line`; of
    two names each may be a context of `split` too. `glue` finds what holds two sides together.
    Raises `UnknownNameError` when nothing is called so.
    """
    last = Section(None, (Paragraph((completeness_line(scan.completeness, scan.dialect),)),))
    if other is not None:
        sides = parting.sides(scan, split, name, other)
        if sides is None or not all(side.of_context for side in sides):
            return (*_pair(scan, name, other), *(parting.sections(glue(*sides)) if glue and sides else ()), last)
        held = glue(*sides) if glue else None
        return (*parting.contexts(scan, sides, held), *(parting.sections(held) if held else ()), last)
    table = subjects.table(scan, name)
    if table is not None:
        return (*_table(scan, table), last)
    view = subjects.view(scan, name)
    if view is not None:
        return (*_view(scan, view), last)
    transactions = subjects.transactions(scan, name)
    if not transactions:
        raise subjects.unknown(scan, name)
    guesses = guessed(scan)
    return (
        *(_transaction(one, one.accesses, guesses, databases.of_transaction(scan, one)) for one in transactions),
        last,
    )


def _table(scan: Scan, table: Table) -> tuple[Section, ...]:
    """Who writes and locks the table and who only reads it, each with its witness."""
    writers, readers = _by_transaction(scan, table.name)
    loose = [access for access in scan.accesses if access.table == table.name]
    loose_writes = [access for access in loose if access.binds]
    defined: Phrase = (" defined at ", place(table.file, table.line)) if table.file else ()
    model: Phrase = (", model ", Code(table.model)) if table.model else ()
    context = [
        context.name
        for split in scan.splits
        if split.name == "strict"
        for context in split.contexts
        if table.name in context.tables
    ]
    head = Paragraph(("table ", Code(table.name), *model, *defined))
    home = (Paragraph(("context in the strict split: ", *listed(context))),) if context else ()
    summary = Paragraph((f"written or locked by {counted(len(writers), 'transaction')}, only read by {len(readers)}",))
    neighbours = sorted({name for one, _ in writers for name in one.bound_tables} - {table.name})
    glued = (Paragraph(("written in one transaction with: ", *listed(neighbours))),) if neighbours else ()
    return (
        Section(None, (head, *home, summary, *glued)),
        *_evidence("Transactions that write or lock it", writers, guessed(scan)),
        *_evidence("Transactions that read it", readers, guessed(scan)),
        *_loose("Writes, wherever they stand", loose_writes),
        *_loose("Reads, wherever they stand", [access for access in loose if not access.binds]),
    )


def _view(scan: Scan, view: View) -> tuple[Section, ...]:
    """What the view is made of, and who comes to these tables through it."""
    defined: Phrase = (" defined at ", place(view.file, view.line)) if view.file else ()
    through = [access for access in scan.accesses if access.rule == view.described]
    return (
        Section(
            None,
            (
                Paragraph(("materialized view " if view.materialized else "view ", Code(view.name), *defined)),
                Paragraph(("an access to it is an access to: ", *listed(view.tables))),
            ),
        ),
        *_loose("Accesses through it, wherever they stand", through, tables=True),
    )


def _by_transaction(
    scan: Scan, table: str
) -> tuple[list[tuple[Transaction, list[Access]]], list[tuple[Transaction, list[Access]]]]:
    """The transactions that bind the table, then those that read it, each with its accesses to it."""
    writers, readers = [], []
    for transaction in scan.transactions:
        mine = [access for access in transaction.accesses if access.table == table]
        if any(access.binds for access in mine):
            writers.append((transaction, [access for access in mine if access.binds]))
        elif mine:
            readers.append((transaction, mine))
    return writers, readers


def _evidence(title: str, found: list[tuple[Transaction, list[Access]]], guesses: Guesses) -> tuple[Section, ...]:
    if not found:
        return ()
    ranked = sorted(found, key=lambda pair: (pair[0].file, pair[0].line, pair[0].id))
    items = tuple(Item(_heading(one), tuple(chain(access, guesses) for access in accesses)) for one, accesses in ranked)
    return (Section(title, (Tree(items),)),)


def _loose(title: str, accesses: Iterable[Access], *, tables: bool = False) -> tuple[Section, ...]:
    items = tuple(
        Item((*within(one.file, one.line, one.function), f"  {one.op}", *named, ", ", *reasoned(one)))
        for one in sorted(set(accesses), key=lambda one: (one.file, one.line, one.op, one.table))
        for named in ((" ", Code(one.table)) if tables else (),)
    )
    return (Section(title, (Tree(items),)),) if items else ()


def _transaction(
    transaction: Transaction, accesses: Iterable[Access], guesses: Guesses, several: Phrase = ()
) -> Section:
    """All that a transaction touches, writes and locks first, each with its witness."""
    bound = touched(access for access in accesses if access.binds)
    read = touched(access for access in accesses if not access.binds)
    blocks: list[Block] = [
        Paragraph(("transaction ", *_heading(transaction))),
        Paragraph((f"writes or locks {counted(len(bound), 'table')}, reads {counted(len(read), 'table')}",)),
    ]
    if several:
        blocks.append(Paragraph(several))
    written = tuple(Item((Code(table),), tuple(chain(one, guesses) for one in same)) for table, same in bound.items())
    reading = tuple(Item(because(table, same)) for table, same in read.items())
    for phrase, items in ((("writes and locks",), written), (("reads",), reading)):
        if items:
            blocks.append(Tree((Item(phrase, items),)))
    blocks += _blind(transaction.blind_spots)
    return Section(None, tuple(blocks))


def _blind(spots: tuple[BlindSpot, ...]) -> list[Block]:
    if not spots:
        return []
    items = tuple(Item((place(spot.file, spot.line), " ", Code(spot.reason))) for spot in spots)
    return [Tree((Item((f"not understood: {counted(len(spots), 'blind spot')}",), items),))]


def _heading(transaction: Transaction) -> Phrase:
    """`orders/services.py:88 shop.orders.services.place_order (block), id ...`."""
    return headed(transaction.file, transaction.line, (*named(transaction), ", id ", Code(transaction.id)))


def _pair(scan: Scan, name: str, other: str) -> tuple[Section, ...]:
    """Two tables: why they are glued. A transaction and a table: the witness."""
    tables = [subjects.table(scan, name), subjects.table(scan, other)]
    if tables[0] is not None and tables[1] is not None:
        return _glued(scan, tables[0].name, tables[1].name)
    table = tables[0] or tables[1]
    if table is None:
        raise UnknownNameError(f"of two names at least one has to be a table: {subjects.unknown(scan, name)}")
    wanted = name if table is tables[1] else other
    transactions = subjects.transactions(scan, wanted)
    if not transactions:
        raise subjects.unknown(scan, wanted)
    return tuple(
        _transaction(one, [access for access in one.accesses if access.table == table.name], guessed(scan))
        for one in transactions
    )


def _glued(scan: Scan, first: str, last: str) -> tuple[Section, ...]:
    """The shortest chain of transactions that ties two tables, with the evidence of each."""
    steps = between(scan, first, last)
    if steps is None:
        words = ("no chain of transactions ties ", Code(first), " to ", Code(last), ": a split may divide them")
        return (Section(None, (Paragraph(words),)),)
    items = []
    for step in steps:
        head = (Code(step.source), " and ", Code(step.target), f": {counted(len(step.transactions), 'transaction')}")
        evidence = [
            Item(
                _heading(one),
                tuple(
                    Item(because(name, same))
                    for name, same in touched(
                        access for access in one.accesses if access.binds and access.table in {step.source, step.target}
                    ).items()
                ),
            )
            for one in step.transactions
        ]
        items.append(Item(head, tuple(evidence)))
    direct = "one transaction writes both" if len(steps) == 1 else f"a chain of {len(steps)} ties them"
    return (
        Section(None, (Paragraph((Code(first), " and ", Code(last), f" are glued: {direct}.")), Tree(tuple(items)))),
    )
