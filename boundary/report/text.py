"""The report as text: plain and never wrapped when piped, with a little colour on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report.phrases import Code, Paragraph, Rows
from boundary.report.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO

    from boundary.report.phrases import Block, Item, Phrase, Section

_PLACE = r"(?<!\S)[^\s:]+:\d+(?!\S)"
_INDENT = "  "


def render(sections: Iterable[Section]) -> str:
    """The sections as plain text, one line per statement."""
    return "\n".join(_lines(sections)) + "\n"


def show(text: str, stream: TextIO) -> None:
    """Write a rendered text to a terminal, headings bold and places coloured; NO_COLOR is honoured."""
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, soft_wrap=True)
    for line in text.splitlines():
        styled = Text(line, style="bold" if line.isupper() and not line.startswith(" ") else "")
        styled.highlight_regex(_PLACE, "cyan")
        console.print(styled)


def _lines(sections: Iterable[Section]) -> Iterator[str]:
    for number, section in enumerate(sections):
        if number:
            yield ""
        if section.title:
            yield section.title.upper()
        for block in section.blocks:
            yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield _plain(block.phrase)
    elif isinstance(block, Rows):
        yield from _columns(block)
    else:
        for item in block.items:
            yield from _branch(item, "")


def _branch(item: Item, indent: str) -> Iterator[str]:
    yield indent + _plain(item.phrase)
    for below in item.items:
        yield from _branch(below, indent + _INDENT)


def _columns(rows: Rows) -> Iterator[str]:
    """The table in aligned columns; the last one is as long as it is, numbers stand to the right."""
    cells = [rows.head, *(tuple(_plain(cell) for cell in row) for row in rows.rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(rows.head))]
    numeric = [all(row[column].isdigit() for row in cells[1:]) for column in range(len(rows.head))]
    for row in cells:
        padded = [
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(row, widths, numeric, strict=True)
        ]
        yield (_INDENT + _INDENT.join(padded)).rstrip()


def _plain(phrase: Phrase) -> str:
    return "".join(printable(piece) if isinstance(piece, Code) else piece for piece in phrase)
