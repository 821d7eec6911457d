"""The judgement as text: by pair of contexts, transactions first and whole, then why it matters and the ways out."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from boundary.report.judgements import parts
from boundary.report.phrases import counted
from boundary.report.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from boundary.model.findings import Finding, Judgement, Region, Site

PLACES = 5
"""How many places of one finding are listed."""
LISTED = 10
"""How many findings are listed in a line each: fixed ones, and those that follow from a change elsewhere."""
TRANSACTION = "BND301"


def render(judgement: Judgement) -> str:
    """New findings with all that is known about them, the fixed ones in a line each, the last line."""
    lines = [line for block in _blocks(judgement) for line in (*block, "")]
    return "\n".join((*lines, *_closing(judgement), parts.last_line(judgement))) + "\n"


def _blocks(judgement: Judgement) -> Iterator[list[str]]:
    new = [finding for finding in judgement.of("new") if not finding.indirect]
    shown: set[tuple[Site, str]] = set()
    for pair, findings in groupby(new, key=lambda one: (one.from_, one.to)):
        same = list(findings)
        yield [_title(same[0], judgement)]
        del pair
        for _, each in groupby(same, key=lambda one: (one.rule, one.symbol) if one.rule == TRANSACTION else one):
            yield [*_finding(list(each), shown)]
    indirect = [finding for finding in judgement.of("new") if finding.indirect]
    if indirect:
        yield [*_listed("new, on lines that the change did not touch (these warn only)", indirect)]
    fixed = judgement.of("fixed")
    if fixed:
        yield [*_listed("no longer there", fixed)]


def _title(finding: Finding, judgement: Judgement) -> str:
    owners = ", ".join(parts.owners(finding, judgement))
    pair = finding.pair or "the project"
    return printable(f"{pair}  ({owners})" if owners else pair)


def _finding(findings: list[Finding], shown: set[tuple[Site, str]]) -> Iterator[str]:
    """One finding, or the findings about one transaction, which is shown once."""
    first = findings[0]
    mark = first.state if first.severity == "error" else f"{first.state}, warns only"
    yield printable(f"{first.rule} {first.title}   {first.pair}".rstrip()) + f"   {mark}"
    if first.region is not None:
        opened = first.region.site, first.symbol
        yield from _region(first.region, again=opened in shown)
        shown.add(opened)
    else:
        yield f"  {printable(first.message)}"
        yield from _places(first)
    for finding in findings:
        if finding.more:
            yield f"  {counted(finding.more, 'place')} more than before"
        if finding.confidence == "guessed":
            yield printable(f"  a guess: {finding.target} is believed for names alone")
        if finding.why is not None:
            yield printable(f"  accepted in this change ({finding.fingerprint}): {finding.why}")
    yield f"  why: {_why(first)}"
    ways = dict.fromkeys(way for finding in findings for way in finding.ways)
    if ways:
        yield printable(f"  ways out: {' · '.join(ways)}")


def _places(finding: Finding) -> Iterator[str]:
    for number, site in enumerate(finding.sites[:PLACES]):
        way = "" if number else parts.led(finding)
        yield printable(f"  {site}  {parts.short(site.function)}  {way}".rstrip())
    if len(finding.sites) > PLACES:
        yield f"  and {len(finding.sites) - PLACES} places more"


def _region(region: Region, *, again: bool) -> Iterator[str]:
    """The transaction: where it opens, then its statements in columns; only what crosses where it was shown before."""
    kind = parts.KINDS.get(region.kind, region.kind)
    yield printable(f"  {region.site}  {parts.short(region.site.function)}()  {kind}")
    rows = [
        (
            str(parts.line_in_region(one)),
            f"{one.op} {one.table}",
            one.context or "-",
            " ".join(filter(None, (parts.reached(one), parts.notes(one)))),
        )
        for one in region.statements
        if one.foreign or not again
    ]
    cells = [tuple(printable(cell) for cell in row) for row in rows]
    widths = [max((len(row[column]) for row in cells), default=0) for column in range(3)]
    for line, done, context, way in cells:
        yield f"  {line:>{max(widths[0], 5)}}  {done:<{widths[1]}}  {context:<{widths[2]}}  {way}".rstrip()


def _why(finding: Finding) -> str:
    return printable(
        parts.REASONS.get(finding.rule, finding.title).format(here=finding.from_ or "this", there=finding.to)
    )


def _listed(title: str, findings: Sequence[Finding]) -> Iterator[str]:
    """A line each, the first few."""
    yield f"{title}: {counted(len(findings), 'finding')}"
    for finding in findings[:LISTED]:
        place = f"{finding.site}  " if finding.site else ""
        yield printable(f"  {place}{finding.rule} {finding.pair}  {finding.message}")
    if len(findings) > LISTED:
        yield f"  and {len(findings) - LISTED} more"


def _closing(judgement: Judgement) -> Iterator[str]:
    """What to know about the figures in the last line."""
    warning = sum(finding.severity != "error" for finding in judgement.of("new"))
    if warning:
        yield f"{warning} of the new ones only {'warns' if warning == 1 else 'warn'}"
    if judgement.base is not None:
        yield printable(f"compared with {judgement.base}")
    if judgement.ignored:
        yield f"{counted(judgement.ignored, 'finding')} ignored by comments in the code"
