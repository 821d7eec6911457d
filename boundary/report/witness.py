"""Through which calls does a transaction reach a table?  The chain of call sites, shown in one line or in many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report.phrases import Code, Item, place, within

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.model.scan import Access
    from boundary.report.phrases import Phrase

_DOUBT = {"certain": 0, "inferred": 1, "guessed": 2}


def touched(accesses: Iterable[Access]) -> dict[str, list[Access]]:
    """The accesses by table, tables in order; per table the most certain with the shortest chain first."""
    by_table: dict[str, list[Access]] = {}
    for access in accesses:
        by_table.setdefault(access.table, []).append(access)
    for same in by_table.values():
        same.sort(key=lambda one: (_DOUBT[one.confidence], len(one.via), one.file, one.line, one.op))
    return dict(sorted(by_table.items()))


def path_to(table: str, accesses: list[Access]) -> Phrase:
    """One line: the table, what is done to it, where, and the calls that lead there, the nearest first."""
    first = accesses[0]
    ops = ", ".join(sorted({access.op for access in accesses}))
    where = within(first.file, first.line, _short(first.function))
    phrase: list[str] = [Code(table), f"  {ops}", *((" at ", *where) if where else ())]
    for frame in reversed(first.via):
        phrase += [" <- ", place(frame.file, frame.line), " ", Code(_short(frame.function))]
    return (*phrase, *_reservations(first))


def chain(access: Access) -> Item:
    """The whole witness as a tree of one branch: what is done and why it is believed, then a line per call site."""
    calls = [Item(within(frame.file, frame.line, frame.function)) for frame in access.via]
    where = within(access.file, access.line, access.function)
    last = (Item((*where, f"  {access.op} ", Code(access.table))),) if where else ()
    rule = (", ", Code(access.rule)) if access.rule else ()
    because = (f", because of {access.because}",) if access.because else ()
    return Item((f"{access.op} ", Code(access.table), f"  {access.confidence}", *rule, *because), (*calls, *last))


def _reservations(access: Access) -> Phrase:
    """What a reader should know before believing an access: that it is not certain, that no call shows it."""
    notes: list[str] = [access.confidence] if access.confidence != "certain" else []
    if access.because:
        notes.append(f"by {access.because}")
    return (f"  ({', '.join(notes)})",) if notes else ()


def _short(function: str) -> str:
    """The last two parts of a dotted name: its file stands beside it."""
    return ".".join(function.split(".")[-2:])
