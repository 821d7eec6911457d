"""How much was understood?  The last line of every answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report.phrases import counted, share

if TYPE_CHECKING:
    from boundary.model.scan import Completeness


def completeness_line(done: Completeness, dialect: str | None = None) -> str:
    """One line: files read and unreadable, calls and SQL understood, blind spots inside transactions or not, seconds.

    Where callers of functions had to be joined, it says of how many; and in which packages data is kept that are not
    read.

    `dialect` is the one that SQL was read in where it does not say.
    """
    stores = [one.name for one in done.unread if one.stores]
    parts = [
        f"{counted(done.files, 'file')}, {len(done.unreadable)} unreadable",
        understood(done, dialect),
        f"{counted(done.blind_spots, 'blind spot')} inside transactions{_elsewhere(done)}",
        *([f"callers of {counted(done.callers_joined, 'function')} joined"] if done.callers_joined else []),
        *([f"what is kept with {' and '.join(stores)} not read"] if stores else []),
        f"{done.seconds:.1f} s",
    ]
    return "; ".join(parts)


def _elsewhere(done: Completeness) -> str:
    return f" and {len({(spot.file, spot.line) for spot in done.elsewhere})} elsewhere" if done.elsewhere else ""


def understood(done: Completeness, dialect: str | None = None) -> str:
    """`94 % of calls and 97 % of SQL understood`; a call that leaves the monolith knowingly is understood."""
    shares = [
        f"{share(part, whole)} of {what}"
        for part, whole, what in (
            (done.calls_resolved + done.calls_external, done.calls, "calls"),
            (done.sql_understood, done.sql_strings, f"SQL ({dialect})" if dialect else "SQL"),
        )
        if whole
    ]
    return f"{' and '.join(shares)} understood" if shares else "no calls and no SQL found"
