"""What does a report say, and in which order?  Verdict, reasons, split, evidence, questions, blind spots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report import databases, questions, transactions, unknowns
from boundary.report.completeness import completeness_line
from boundary.report.metrics import metrics_table
from boundary.report.modules import folded
from boundary.report.phrases import Code, Item, Paragraph, Rows, Section, Tree, counted, listed, place, share

if TYPE_CHECKING:
    from boundary.model.scan import Context, Scan
    from boundary.report.phrases import Block, Phrase
    from boundary.report.verdict import Core, Tie, Verdict

GLUERS = 10
KIND_TABLES = 5
ENTRY_POINTS = 12
CAUSES = 0.1
"""If the core lost this share without what nobody wrote out, that is worth a word in the verdict."""
HUB = 0.3
"""A table without which the core would lose this share is worth a word in the verdict."""


def outline(scan: Scan, weighed: Verdict, *, full: bool = False) -> tuple[Section, ...]:
    """The sections of the report on `scan`; `full` abbreviates nothing."""
    return (
        Section(None, lead(scan, weighed)),
        *glue(weighed, full=full),
        *strict_split(weighed, scan, full=full),
        *databases.sections(scan, full=full),
        *transactions.sections(scan, full=full),
        *questions.sections(weighed.questions, full=full),
        *unknowns.sections(scan, full=full),
        Section(None, (Paragraph((completeness_line(scan.completeness, scan.dialect),)),)),
    )


def lead(scan: Scan, weighed: Verdict) -> tuple[Block, ...]:
    """The verdict in a few sentences, numbers first."""
    repeated = f" (and {weighed.repeated} listed again, where helpers open them)" if weighed.repeated else ""
    counts = (
        f": {counted(weighed.tables, 'table')}, {counted(weighed.transactions, 'transaction')}{repeated}."
        f" {weighed.writing} of them write, together {counted(weighed.written, 'table')};"
        f" {weighed.joining} tie several tables together."
    )
    found = Paragraph((Code(scan.root), counts))
    if not weighed.tables:
        return (found, Paragraph(("No table was found, so there is nothing to split by.",)))
    core = len(weighed.core.tables)
    if core < 2:  # noqa: PLR2004 - glue takes two
        glued: Phrase = ("No transaction glues two tables together.",)
    else:
        glued = (
            f"The largest core that they glue together has {core} tables, {share(core, weighed.written)} of those",
            " written: no split divides it unless a transaction is changed.",
            *_hub(weighed.core),
            *_causes(weighed.core),
        )
    return (found, Paragraph(glued), *_promise(weighed))


def _hub(core: Core) -> Phrase:
    """The one table that holds most of the core together, if there is one."""
    if not core.ties or core.ties[0].frees < HUB * len(core.tables):
        return ()
    tie = core.ties[0]
    left = len(core.tables) - tie.frees
    writing = counted(tie.transactions, "transaction")
    said = f", which {writing} write beside other tables: without that, the largest core would have {left}."
    return (" What holds it together is ", Code(tie.table), said)


def _causes(core: Core) -> Phrase:
    """What would be left of it without what nobody wrote out."""
    if not core.causes or core.causes[-1].left > (1 - CAUSES) * len(core.tables):
        return ()
    cause = core.causes[-1]
    return (f" Without {cause.words}, the largest core would have {counted(cause.left, 'table')}.",)


def _promise(weighed: Verdict) -> tuple[Block, ...]:
    """What the strict split comes to, and that it was checked."""
    if weighed.strict is None:
        return ()
    split = f"The strict split has {counted(len(weighed.strict.contexts), 'context')}"
    if weighed.cut:
        words = f"{split}, and would cut {counted(len(weighed.cut), 'transaction')}. This is a bug in boundary: "
        return (Paragraph((words, *listed(weighed.cut, 5))),)
    return (Paragraph((f"{split} and cuts none of the {counted(weighed.writing, 'writing transaction')}.",)),)


def glue(weighed: Verdict, *, full: bool) -> tuple[Section, ...]:
    """The core, and the places without which it would be smaller, the strongest first."""
    core = weighed.core
    if not core.gluers:
        return ()
    rows = tuple(
        (
            (str(gluer.frees),),
            (str(gluer.tables),),
            (str(gluer.transactions),),
            (place(gluer.file, gluer.line),),
            (Code(gluer.function),),
        )
        for gluer in (core.gluers if full else core.gluers[:GLUERS])
    )
    blocks: tuple[Block, ...] = (
        Paragraph(("The core: ", *listed(core.tables))),
        *_kinds(core),
        *_ties(core, full=full),
        Paragraph(
            ("These places glue it, and so many tables would leave the core if one of them alone were relaxed:",)
        ),
        Rows(("leave", "binds", "transactions", "site", "function"), rows),
    )
    return (Section("What glues most", blocks),)


def _kinds(core: Core) -> tuple[Block, ...]:
    """What holds the core together without code of its own, and what would be left without it."""
    if not core.causes:
        return ()
    rows = tuple(
        (
            (str(len(core.tables) - cause.left),),
            (str(cause.transactions),),
            (cause.words,),
            listed(cause.tables, KIND_TABLES),
        )
        for cause in core.causes
    )
    said = "So many tables would leave the core if what nobody wrote out committed by itself:"
    return (Paragraph((said,)), Rows(("leave", "transactions", "without", "which writes"), rows))


def _ties(core: Core, *, full: bool) -> tuple[Block, ...]:
    """The tables without which the core would fall apart."""
    if not core.ties:
        return ()
    said = "These tables hold it together, and so many would leave the core if what is written to one of them alone"
    rows = tuple(
        ((str(tie.frees),), (str(tie.transactions),), (Code(tie.table),), _writers(tie))
        for tie in (core.ties if full else core.ties[:GLUERS])
    )
    return (Paragraph((f"{said} committed by itself:",)), Rows(("leave", "transactions", "table", "written by"), rows))


def _writers(tie: Tie) -> Phrase:
    """Who writes a table, where it is no code of the project's."""
    if not tie.libraries:
        return ("",)
    return (*listed(tie.libraries), ", unasked" if tie.unasked == tie.transactions else f", unasked in {tie.unasked}")


def strict_split(weighed: Verdict, scan: Scan, *, full: bool) -> tuple[Section, ...]:
    """The contexts with what they hold, then what belongs to none of them."""
    split = weighed.strict
    if split is None:
        return ()
    contexts = sorted(split.contexts, key=lambda context: (-len(context.tables), context.name))
    items = [_context(context, scan, full=full) for context in contexts]
    outside = (
        ("shared", split.shared, "used by several contexts"),
        ("composers", split.composers, "composing several contexts"),
    )
    for name, modules, meaning in outside:
        if modules:
            phrase = (f"{name}: {counted(len(modules), 'module')} {meaning}",)
            items.append(Item(phrase, (Item(listed(folded(modules, scan.modules))),)))
    blocks: list[Block] = [Tree(tuple(items))]
    if split.metrics:
        blocks.append(metrics_table(split.metrics))
    return (Section("The strict split", tuple(blocks)),)


def _context(context: Context, scan: Scan, *, full: bool) -> Item:
    sizes = (
        f": {counted(len(context.tables), 'table')}, {counted(len(context.modules), 'module')},"
        f" {counted(len(context.entry_points), 'entry point')}"
    )
    holds = [Item(("tables: ", *listed(context.tables)))]
    if context.modules:
        holds.append(Item(("modules: ", *listed(folded(context.modules, scan.modules)))))
    if context.entry_points:
        names = [name or "/" for name in context.entry_points]  # the route of the empty path
        holds.append(Item(("entry points: ", *listed(names, None if full else ENTRY_POINTS))))
    return Item((Code(context.name), sizes), tuple(holds))
