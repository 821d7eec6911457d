"""What is a report made of, before any format has rendered it?  Sections of paragraphs, rows and trees.

A name that comes out of the analysed source is a `Code`, so that every format knows what it must not trust.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable


class Code(str):
    """A name, place or text that comes out of the analysed source: rendered literally, never as markup."""

    __slots__ = ()


class Place(Code):
    """A place in the source, shown as `file:line`."""

    __slots__ = ("file", "line")
    file: str
    line: int | None


Phrase = tuple[str, ...]
"""A piece of running text: plain words, and `Code` for what is quoted from the source."""


class Paragraph(msgspec.Struct, frozen=True):
    """One line of running text."""

    phrase: Phrase


class Rows(msgspec.Struct, frozen=True):
    """A table: `head` has one word per column."""

    head: tuple[str, ...]
    rows: tuple[tuple[Phrase, ...], ...]


class Item(msgspec.Struct, frozen=True):
    """One line of a tree, and the lines below it."""

    phrase: Phrase
    items: tuple[Item, ...] = ()


class Tree(msgspec.Struct, frozen=True):
    """A nested list."""

    items: tuple[Item, ...]


Block = Paragraph | Rows | Tree


class Section(msgspec.Struct, frozen=True):
    """A heading and what stands below it; the first section of a report has no heading."""

    title: str | None
    blocks: tuple[Block, ...]


def listed(names: Iterable[str], limit: int | None = None) -> Phrase:
    """The names as one phrase, `a, b, c`; past `limit` the rest is counted."""
    every = list(names)
    shown = every if limit is None or len(every) <= limit else every[: limit - 1]
    phrase: list[str] = []
    for name in shown:
        phrase += [Code(name), ", "]
    if len(shown) < len(every):
        return (*phrase, f"and {len(every) - len(shown)} more")
    return tuple(phrase[:-1]) or ("none",)


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 table`, `2 tables`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def share(part: int, whole: int) -> str:
    """`part` of `whole` in percent, rounded down: 100 % is only said of all."""
    return f"{100 * part // whole} %" if whole else "0 %"


def place(file: str, line: int | None) -> Place:
    """`file:line` as terminals and editors make it clickable."""
    found = Place(f"{file}:{line}" if line else file)
    found.file, found.line = file, line
    return found


def within(file: str, line: int | None, function: str) -> Phrase:
    """`file:line in function`, as far as both are known: a document need not come from source."""
    where = [place(file, line)] if file else []
    what = [Code(function)] if function else []
    return (*where, *([" in "] if where and what else []), *what)


def headed(file: str, line: int | None, rest: Phrase) -> Phrase:
    """`file:line rest`, or `rest` alone where the place is not known."""
    return (place(file, line), " ", *rest) if file else rest
