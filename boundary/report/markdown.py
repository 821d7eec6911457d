"""The report as Markdown, for a wiki or a pull request; names are code, so that nothing in them is markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from boundary.report.phrases import Code, Paragraph, Rows
from boundary.report.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.report.phrases import Block, Item, Phrase, Section


def render(sections: Iterable[Section]) -> str:
    """The sections as GitHub-flavoured Markdown."""
    lines = ["# boundary report", ""]
    for section in sections:
        if section.title:
            lines += [f"## {section.title}", ""]
        for block in section.blocks:
            lines += [*_block(block), ""]
    return "\n".join(lines[:-1]) + "\n"


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield _inline(block.phrase)
    elif isinstance(block, Rows):
        yield from _table(block)
    else:
        for item in block.items:
            yield from _branch(item, "")


def _branch(item: Item, indent: str) -> Iterator[str]:
    yield f"{indent}- {_inline(item.phrase)}"
    for below in item.items:
        yield from _branch(below, indent + "  ")


def _table(rows: Rows) -> Iterator[str]:
    yield f"| {' | '.join(rows.head)} |"
    yield f"| {' | '.join('---' for _ in rows.head)} |"
    for row in rows.rows:
        cells = [_inline(cell).replace("|", "\\|") for cell in row]
        yield f"| {' | '.join(cells)} |"


def _inline(phrase: Phrase) -> str:
    return "".join(code(piece) if isinstance(piece, Code) else piece for piece in phrase).strip()


def code(text: str) -> str:
    """A code span that ends where the text does, however many backticks are in it."""
    shown = printable(text)
    if not shown:
        return ""
    longest = max((len(run) for run in re.findall("`+", shown)), default=0)
    fence = "`" * (longest + 1)
    padding = " " if longest or shown.startswith(" ") else ""
    return f"{fence}{padding}{shown}{padding}{fence}"
