"""What does `boundary split` say?  The splits one below the other, then each with its contexts and its seams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report import against
from boundary.report.completeness import completeness_line
from boundary.report.metrics import metrics_table
from boundary.report.modules import folded
from boundary.report.phrases import Code, Item, Paragraph, Rows, Section, Tree, counted, listed, within

if TYPE_CHECKING:
    from boundary.model.scan import Context, Relaxed, Scan, Split
    from boundary.report.phrases import Block

SEAMS = 15
NAMES = 12


def outline(scan: Scan, *, full: bool = False, compared: bool = False) -> tuple[Section, ...]:
    """The sections on the splits of `scan`; `full` abbreviates nothing.

    When they are `compared`, the first split is what the others are held against.
    """
    return (
        Section(None, _lead(scan)),
        *((against.section(scan.splits[0], scan.splits[1:], full=full),) if compared and scan.splits else ()),
        *(_section(split, scan, full=full) for split in scan.splits),
        Section(None, (Paragraph((completeness_line(scan.completeness, scan.dialect),)),)),
    )


def _lead(scan: Scan) -> tuple[Block, ...]:
    if not scan.splits:
        return (Paragraph((Code(scan.root), ": no table was found, so there is nothing to split.")),)
    rows = tuple(
        (
            (split.name,),
            (f"{split.price:g}",),
            (str(len(split.contexts)),),
            (f"{split.metrics.get('largest_share', 0):.2f}",),
            (str(len(split.relaxed)),),
            listed([context.name for context in split.contexts], NAMES),
        )
        for split in scan.splits
    )
    return (
        Paragraph((Code(scan.root), ": what each split costs, and what it buys.")),
        Rows(("split", "price", "contexts", "largest", "seams", "names"), rows),
    )


def _section(split: Split, scan: Scan, *, full: bool) -> Section:
    blocks: list[Block] = [Tree(tuple(_context(context, scan, full=full) for context in split.contexts))]
    if split.relaxed:
        shown = split.relaxed if full else split.relaxed[:SEAMS]
        blocks.append(Paragraph((f"To be relaxed first, {counted(len(split.relaxed), 'seam')} in this order:",)))
        blocks.append(Tree(tuple(_seam(number, one, full=full) for number, one in enumerate(shown, 1))))
    blocks.append(metrics_table(split.metrics))
    return Section(f"{split.name}: {counted(len(split.contexts), 'context')} for {split.price:g}", tuple(blocks))


def _context(context: Context, scan: Scan, *, full: bool) -> Item:
    holds = [Item(("tables: ", *listed(context.tables, None if full else 4 * NAMES)))]
    if context.modules:
        holds.append(Item(("modules: ", *listed(folded(context.modules, scan.modules), None if full else NAMES))))
    return Item((Code(context.name), f": {counted(len(context.tables), 'table')}"), tuple(holds))


def _seam(number: int, one: Relaxed, *, full: bool) -> Item:
    seam = one.seam
    said = (f"{number}. ", *within(seam.file, seam.line, seam.function), ": ", Code(seam.calls))
    frees = f" ({one.remedy}, {one.price:g}); frees {counted(len(one.frees), 'transaction')} from "
    return Item((*said, frees, *listed(one.tables, None if full else NAMES)))
