"""What fits on one screen of a notebook?  The verdict, the contexts of the strict split, and how complete it is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from boundary.report.completeness import completeness_line
from boundary.report.outline import lead
from boundary.report.phrases import Code, Item, Paragraph, Rows, Section, Tree, counted, listed, within
from boundary.report.pictures.wording import last

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boundary.model.findings import Judgement
    from boundary.model.scan import Context, Relaxed, Scan, Split
    from boundary.report.phrases import Block, Phrase
    from boundary.report.verdict import Verdict

CONTEXTS = 12
TABLES = 8
SEAMS = 8
FINDINGS = 20


def summary(scan: Scan, weighed: Verdict) -> tuple[Section, ...]:
    """The sections of the summary."""
    blocks: list[Block] = [*lead(scan, weighed)]
    if weighed.strict is not None:
        blocks.append(contexts(weighed.strict))
    last = Paragraph((completeness_line(scan.completeness, scan.dialect),))
    return (Section(None, (*blocks, last)),)


def split(one: Split) -> tuple[Section, ...]:
    """The sections on one split."""
    share = f"{100 * one.metrics['largest_share']:.0f} % of the tables" if "largest_share" in one.metrics else ""
    largest = f", the largest with {share}" if share else ""
    head = (Code(one.name), f": {counted(len(one.contexts), 'context')} at price {one.price:g}{largest}.")
    found = [Section(None, (Paragraph(head), contexts(one)))]
    if one.relaxed:
        shown = one.relaxed if len(one.relaxed) <= SEAMS + 1 else one.relaxed[:SEAMS]
        items = [_seam(number, each) for number, each in enumerate(shown, 1)]
        if len(shown) < len(one.relaxed):
            items.append(Item((f"and {len(one.relaxed) - len(shown)} more",)))
        found.append(Section("Seams to relax, in this order", (Tree(tuple(items)),)))
    return tuple(found)


def _seam(number: int, one: Relaxed) -> Item:
    seam = one.seam
    said = (
        f"{number}. ",
        *within(seam.file, seam.line, last(seam.function) if seam.file else seam.function),
        ": ",
        Code(last(seam.calls)),
    )
    return Item((*said, f" ({one.remedy}, {one.price:g}; helps to free {counted(len(one.frees), 'transaction')})"))


def frontier(splits: Sequence[Split]) -> tuple[Section, ...]:
    """The sections on several splits, a row each."""
    rows = tuple(
        (
            (Code(one.name),),
            (f"{one.price:g}",),
            (str(len(one.contexts)),),
            (f"{100 * one.metrics.get('largest_share', 0):.0f} %",),
            (str(len(one.relaxed)),),
            listed([context.name for context in one.contexts], CONTEXTS),
        )
        for one in splits
    )
    return (Section(None, (Rows(("split", "price", "contexts", "largest", "seams", "names"), rows),)),)


def judgement(one: Judgement) -> tuple[Section, ...]:
    """The sections on a check: its findings counted by rule, state and contexts."""
    counts = Counter((each.rule, each.title, each.state, each.pair) for each in one.findings)
    verdict = f"{counted(len(one.gating), 'finding')} that fail" if one.gating else "nothing that fails"
    against = f", against {one.base}" if one.base else ""
    head = Paragraph((Code(one.root), f": {verdict}{against}."))
    rows = tuple(
        ((rule,), (title,), (state,), (Code(pair),), (str(number),))
        for (rule, title, state, pair), number in sorted(counts.items())
    )
    shown = rows if len(rows) <= FINDINGS else rows[:FINDINGS]
    more = (Paragraph((f"and {len(rows) - len(shown)} more rows",)),) if len(shown) < len(rows) else ()
    table = (Rows(("rule", "what", "state", "contexts", "findings"), shown),) if rows else ()
    return (Section(None, (head, *table, *more)),)


def contexts(split: Split) -> Rows:
    """The contexts of a split, the largest first, with some of their tables."""
    ranked = sorted(split.contexts, key=lambda one: (-len(one.tables), one.name))
    shown = ranked if len(ranked) <= CONTEXTS + 1 else ranked[:CONTEXTS]
    rows = [_row(one) for one in shown]
    if len(shown) < len(ranked):
        rest = ranked[len(shown) :]
        sizes = str(sum(len(one.tables) for one in rest)), str(sum(len(one.modules) for one in rest))
        rows.append(((f"and {len(rest)} more",), *((size,) for size in sizes), ("",)))
    return Rows(("context", "tables", "modules", "its tables"), tuple(rows))


def _row(one: Context) -> tuple[Phrase, ...]:
    return (Code(one.name),), (str(len(one.tables)),), (str(len(one.modules)),), listed(one.tables, TABLES)
