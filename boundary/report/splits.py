"""What does `boundary split` say?  The splits one below the other, then each with its contexts and its seams.

A context that an earlier split has too is not told again. All metrics stand side by side at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report import against
from boundary.report.completeness import completeness_line
from boundary.report.metrics import metrics_side_by_side
from boundary.report.modules import folded
from boundary.report.phrases import Code, Item, Paragraph, Rows, Section, Tree, counted, listed, within

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from boundary.config import Prices, Settings, Weights
    from boundary.model.scan import Context, Relaxed, Scan, Split
    from boundary.report.phrases import Block, Phrase

PRICED = {
    "appended": "a row that is only appended (outbox)",
    "derived": "what can be computed again (recompute after commit)",
    "changed": "a change that is not read back (event after commit)",
    "read_back": "one that is (saga with compensation)",
    "checked": "a lock (better kept together)",
    "transaction": "a transaction without source as a whole",
}
"""The prices in the order of the configuration, as they are called in a sentence."""

WEIGHED = {
    "written": "tables written together",
    "used": "used together",
    "joined": "joined",
    "referenced": "foreign keys",
    "modules": "used by the same modules",
    "packages": "defined near one another",
    "words": "words in names",
}
"""The weights, likewise."""

SEAMS = 15
NAMES = 12
TABLES = 24


def outline(scan: Scan, settings: Settings, *, full: bool = False, compared: bool = False) -> tuple[Section, ...]:
    """The sections on the splits of `scan`, found with these prices and weights; `full` abbreviates nothing.

    When they are `compared`, the first split is what the others are held against.
    """
    return (
        Section(None, _lead(scan, settings, compared=compared)),
        *((against.section(scan.splits[0], scan.splits[1:], full=full),) if compared and scan.splits else ()),
        *_sections(scan, full=full),
        *((Section("Metrics", metrics_side_by_side(scan.splits)),) if scan.splits else ()),
        Section(None, (Paragraph((completeness_line(scan.completeness, scan.dialect),)),)),
    )


def _lead(scan: Scan, settings: Settings, *, compared: bool) -> tuple[Block, ...]:
    if not scan.splits:
        return (Paragraph((Code(scan.root), ": no table was found, so there is nothing to split.")),)
    rows = tuple(
        (
            (split.name,),
            (f"{split.price:g}",),
            (str(len(split.contexts)),),
            (f"{split.metrics.get('largest_share', 0):.2f}",),
            (str(len(split.relaxed)),),
            listed([f"{context.name} {len(context.tables)}" for context in split.contexts], NAMES),
        )
        for split in scan.splits
    )
    return (
        Paragraph((Code(scan.root), *_verdict(scan.splits[1:] if compared else scan.splits))),
        Rows(("split", "price", "contexts", "largest", "seams", "names, with their tables"), rows),
        Paragraph((f"What a seam costs: {_numbers(settings.prices, PRICED)}.",)),
        Paragraph((f"What evidence weighs: {_numbers(settings.weights, WEIGHED)}.",)),
    )


def _verdict(splits: Sequence[Split]) -> Phrase:
    """What is to be had for nothing, and what the finest of the other splits takes."""
    strict, finest = splits[0], splits[-1]
    share_of = f"{100 * strict.metrics.get('largest_share', 1):.0f} %"
    contexts = counted(len(strict.contexts), "context")
    free = f": cutting no transaction leaves {contexts}, the largest with {share_of} of the tables."
    if finest.price == 0:
        return (free, " No finer split was found that is worth its price.")
    more = f" Finer splits cost what their seams cost: up to {counted(len(finest.contexts), 'context')}"
    return (
        free,
        f"{more}, the largest with {100 * finest.metrics.get('largest_share', 1):.0f} %, for {finest.price:g}.",
    )


def _numbers(table: Prices | Weights, words: Mapping[str, str]) -> str:
    return ", ".join(f"{words[name]} {getattr(table, name):g}" for name in words)


def _sections(scan: Scan, *, full: bool) -> Iterator[Section]:
    told: dict[tuple[str, ...], str] = {}
    for split in scan.splits:
        yield _section(split, scan, told, full=full)
        for context in split.contexts:
            told.setdefault(context.tables, split.name)


def _section(split: Split, scan: Scan, told: Mapping[tuple[str, ...], str], *, full: bool) -> Section:
    blocks: list[Block] = [Tree(tuple(_context(context, scan, told, full=full) for context in split.contexts))]
    if split.relaxed:
        shown = split.relaxed if full else split.relaxed[:SEAMS]
        proven = split.metrics.get("price_gap", 0)
        gap = f" (at most {100 * proven:.0f} % above the lowest price)" if proven else ", and it cannot be had for less"
        seams = [_seam(number, one, full=full) for number, one in enumerate(shown, 1)]
        if len(shown) < len(split.relaxed):
            left = split.relaxed[len(shown) :]
            told_price = f"{sum(one.price for one in left):g}"
            seams.append(Item((f"and {counted(len(left), 'seam')} more for {told_price}; --full lists them",)))
        blocks.append(Paragraph((f"{counted(len(split.relaxed), 'seam')} to relax, in this order{gap}:",)))
        blocks.append(Tree(tuple(seams)))
    return Section(f"{split.name}: {counted(len(split.contexts), 'context')} for {split.price:g}", tuple(blocks))


def _context(context: Context, scan: Scan, told: Mapping[tuple[str, ...], str], *, full: bool) -> Item:
    head = (Code(context.name), f": {counted(len(context.tables), 'table')}")
    if not full and context.tables in told:
        return Item((*head, f", the same as in {told[context.tables]}"))
    holds = [Item(("tables: ", *listed(context.tables, None if full else TABLES)))]
    if context.modules:
        holds.append(Item(("modules: ", *listed(folded(context.modules, scan.modules), None if full else NAMES))))
    return Item(head, tuple(holds))


def _seam(number: int, one: Relaxed, *, full: bool) -> Item:
    seam = one.seam
    said = (f"{number}. ", *within(seam.file, seam.line, seam.function), ": ", Code(seam.calls))
    frees = f" ({one.price:g}, {one.remedy}) helps to free {counted(len(one.frees), 'transaction')} from "
    return Item((*said, frees, *listed(one.tables, None if full else NAMES)))
