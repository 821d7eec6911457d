"""What does a split mean for those who run it?  A section a question, a line an answer, below it the evidence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from boundary.report.completeness import completeness_line
from boundary.report.phrases import Code, Item, Paragraph, Section, Tree, counted, listed, within

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.model.operations import Answer, Evidence, Line
    from boundary.model.scan import Scan, Split

_PLAIN = re.compile(r"[\w ,.;:()+/'%-]*", re.ASCII)
LINES = 12
EVIDENCE = 5
"""How many answers, and how many places each, are shown unless the reader wants all."""


def outline(scan: Scan, split: Split, answers: Iterable[Answer], *, full: bool = False) -> tuple[Section, ...]:
    """The sections on the answers; `full` abbreviates nothing."""
    names = [context.name for context in split.contexts]
    lead = (Code(scan.root), ": what the split ", Code(split.name), " means for those who run it: ", *listed(names))
    return (
        Section(None, (Paragraph(lead),)),
        *(_section(answer, full=full) for answer in answers),
        Section(None, (Paragraph((completeness_line(scan.completeness, scan.dialect),)),)),
    )


def _section(answer: Answer, *, full: bool) -> Section:
    shown = answer.lines if full else answer.lines[:LINES]
    items = [_line(line, full=full) for line in shown]
    if len(shown) < len(answer.lines):
        items.append(Item((f"and {len(answer.lines) - len(shown)} more; --full lists them",)))
    tree = (Tree(tuple(items)),) if items else ()
    return Section(answer.question, (Paragraph((_spoken(answer.summary),)), *tree))


def _line(line: Line, *, full: bool) -> Item:
    contexts: tuple[str, ...] = ()
    if len(line.contexts) > 1:
        contexts = (" [", *listed(line.contexts), "]")
    shown = line.evidence if full else line.evidence[:EVIDENCE]
    places = [_place(one) for one in shown]
    if len(shown) < len(line.evidence):
        places.append(Item((f"and {counted(len(line.evidence) - len(shown), 'more place')}",)))
    return Item((Code(line.subject), ": ", _spoken(line.words), *contexts), tuple(places))


def _place(one: Evidence) -> Item:
    what = ("  ", Code(one.what)) if one.what else ()
    return Item((*within(one.file, one.line, one.function), *what))


def _spoken(text: str) -> str:
    """A sentence of ours, quoted as a whole where a name in it could act as markup."""
    return text if _PLAIN.fullmatch(text) else Code(text)
