"""Through which calls does a transaction reach a table?  The chain of call sites, shown in one line or in many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report.phrases import Code, Item, place, within
from boundary.report.rules import SPOKEN, reasons

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from boundary.model.scan import Access, Frame, Guess, Scan
    from boundary.report.phrases import Phrase

    Guesses = Mapping[tuple[str, int, str], Guess]

NO_GUESSES: Guesses = {}
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
    return (*_way(table, accesses), *_reservations(accesses[0]))


def _way(table: str, accesses: list[Access]) -> Phrase:
    first = accesses[0]
    ops = ", ".join(sorted({access.op for access in accesses}))
    where = within(first.file, first.line, _short(first.function))
    phrase: list[str] = [Code(table), f"  {ops}", *((" at ", *where) if where else ())]
    for frame in reversed(first.via):
        phrase += [" <- ", place(frame.file, frame.line), " ", Code(_short(frame.function))]
    return tuple(phrase)


def guessed(scan: Scan) -> Guesses:
    """What is believed in a scan for a name alone, by place."""
    return {(one.file, one.line, one.function): one for one in scan.guesses}


def chain(access: Access, guesses: Guesses = NO_GUESSES) -> Item:
    """The whole witness as a tree of one branch: what is done and why it is believed, then a line per call site.

    A call that is taken for the next one on the way by its name is marked.
    """
    followers = [*(frame.function for frame in access.via[1:]), access.function]
    calls = [
        Item((*within(frame.file, frame.line, frame.function), *_taken(guesses, frame, follower)))
        for frame, follower in zip(access.via, followers, strict=False)
    ]
    where = within(access.file, access.line, access.function)
    done = (*where, f"  {access.op} ", Code(access.table), *_taken(guesses, access, access.table))
    last = (Item(done),) if where else ()
    return Item((f"{access.op} ", Code(access.table), "  ", *reasoned(access)), (*calls, *last))


def because(table: str, accesses: list[Access]) -> Phrase:
    """One line: what `path_to` says, and always why it is believed."""
    return (*_way(table, accesses), "  (", *reasoned(accesses[0]), ")")


def reasoned(access: Access) -> Phrase:
    """Why an access is believed, in words."""
    phrase: list[str] = []
    for word in reasons(access):
        phrase += ["; ", word if word in SPOKEN else Code(word)]
    return tuple(phrase[1:])


def _taken(guesses: Guesses, place: Access | Frame, for_: str) -> Phrase:
    """The mark of a guess, where a place is guessed to call that function or touch that table."""
    guess = guesses.get((place.file, place.line, place.function))
    if guess is None or for_ not in (*guess.reaches, *guess.tables):
        return ()
    return ("  (a guess: ", Code(guess.call), ")") if guess.call else ("  (a guess)",)


def _reservations(access: Access) -> Phrase:
    """What a reader should know before believing an access: that it is not certain, that no call shows it."""
    notes: list[str] = [access.confidence] if access.confidence != "certain" else []
    if access.because:
        notes.append(f"by {access.because}")
    return (f"  ({', '.join(notes)})",) if notes else ()


def _short(function: str) -> str:
    """The last two parts of a dotted name: its file stands beside it."""
    return ".".join(function.split(".")[-2:])
