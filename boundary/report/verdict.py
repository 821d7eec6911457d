"""Can it be split, and what stands in the way?  The figures that a report leads with."""

from __future__ import annotations

import msgspec

from boundary.model.scan import Split
from boundary.report.questions import Question


class Gluer(msgspec.Struct, frozen=True):
    """A place whose `transactions` (so many) hold the core together: they bind so many `tables`.

    `frees` is how many tables smaller the core would be if this place alone were relaxed.
    """

    function: str
    file: str
    line: int
    tables: int
    frees: int
    transactions: int = 1


class Tie(msgspec.Struct, frozen=True):
    """A table that so many `transactions` write together with others, so that the core hangs together by it.

    `frees` is how many tables smaller the core would be if what is written to this one alone committed by itself;
    `libraries` are the packages that write to it unasked, in `unasked` of the transactions with nobody else doing so.
    """

    table: str
    transactions: int
    frees: int
    libraries: tuple[str, ...] = ()
    unasked: int = 0


class Cause(msgspec.Struct, frozen=True):
    """A kind of access, in words, by which `transactions` (so many) bind `tables` of the core.

    `left` is how many tables the largest core would have if all of that committed by itself.
    """

    words: str
    tables: tuple[str, ...]
    transactions: int
    left: int


class Core(msgspec.Struct, frozen=True):
    """The largest set of tables that transactions glue together.

    `gluers` are the places that glue it, `ties` the tables without which it would fall apart, the strongest first;
    `causes` are the kinds of access that hold it together without code of its own, all of them together last.
    """

    tables: tuple[str, ...] = ()
    gluers: tuple[Gluer, ...] = ()
    ties: tuple[Tie, ...] = ()
    causes: tuple[Cause, ...] = ()


class Verdict(msgspec.Struct, frozen=True):
    """What the first paragraph of a report is made of.

    `writing` are the transactions that write or lock something, `joining` those that bind several tables, `written`
    the tables that are bound. `cut` are the ids of those that the strict split would cut, found by re-checking every
    one: anything but an empty tuple is a bug of ours. `questions` are what to ask, the most important first. `repeated`
    are further transactions of the document that are the same, where a helper opens them (`Scan.distinct`).
    """

    tables: int
    written: int
    transactions: int
    writing: int
    joining: int
    core: Core
    strict: Split | None
    cut: tuple[str, ...]
    questions: tuple[Question, ...] = ()
    repeated: int = 0
