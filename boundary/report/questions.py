"""What should the project's people be asked?  The questions whose answers would change the split most."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from boundary.config import Settlement, settlement_toml
from boundary.model.scan import BlindSpot, Guess
from boundary.report.phrases import Code, Item, Paragraph, Section, Tree, counted, headed, listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.model.scan import Scan, Transaction
    from boundary.report.phrases import Phrase

MOST = 10
LEAST_UNSEEN = 3
"""So many of the questions are about what could not be seen, where there are so many."""
TABLES = 6
WHY = "..."

WRITING = frozenset({"add", "clear", "remove", "update"})
"""Names that plain values share with what writes: a set with the rows of a relation, a dict with a queryset."""
PLAIN = frozenset(name for kind in (str, bytes, int, dict, list, set) for name in dir(kind)) - WRITING
"""Names of what plain values do: nobody has to be asked what `key.startswith` writes."""

LOOKED_UP = " may be a row of more models than are kept apart"
"""So a reason ends where a row is read of one of very many tables: which one, nobody has to be asked for a split."""
_CALL = re.compile(r"call of (?P<call>\S+) is not resolved")


class Question(msgspec.Struct, frozen=True):
    """One thing to ask: whether a guess is right, or what happens at a blind spot.

    Were the guess wrong, the largest group of tables that transactions glue together would be `frees` tables smaller,
    and there would be `parts` more groups; both are 0 for a blind spot, whose answer can only add. `transactions` are
    the ids of those that it is about, `tables` those that the guess binds, or that the transactions around a blind spot
    bind. `settled` answers the question in the configuration: with no for a guess, whose `confirmed` answers with yes.
    """

    subject: Guess | BlindSpot
    function: str
    frees: int
    parts: int
    transactions: tuple[str, ...]
    tables: tuple[str, ...]

    @property
    def changes(self) -> bool:
        """Whether an answer is known to change how the tables fall into groups."""
        return self.frees > 0 or self.parts > 0

    @property
    def settled(self) -> str:
        """The entry of the configuration to fill in: for a guess, that it is wrong."""
        if isinstance(self.subject, Guess):
            return settlement_toml(self._entry(never=(*self.subject.reaches, *self.subject.tables)))
        if self.subject.reason.startswith("SQL"):
            return settlement_toml(self._entry(sql="..."))
        return settlement_toml(self._entry(reaches=("...",)))

    @property
    def confirmed(self) -> str | None:
        """The entry of the configuration that says that a guess is right."""
        if not isinstance(self.subject, Guess):
            return None
        if self.subject.reaches:
            return settlement_toml(self._entry(reaches=self.subject.reaches))
        return settlement_toml(
            self._entry(writes=tuple(table for table in self.tables if table in self.subject.tables))
        )

    def _entry(
        self,
        *,
        reaches: tuple[str, ...] = (),
        sql: str | None = None,
        writes: tuple[str, ...] = (),
        never: tuple[str, ...] = (),
    ) -> Settlement:
        call = self.subject.call if isinstance(self.subject, Guess) else _unresolved(self.subject)
        place = f"{self.subject.file}:{self.subject.line}"
        named = call is not None and bool(self.function)
        return Settlement(
            function=self.function if named else None,
            call=call,
            at=None if named else place,
            reaches=reaches,
            sql=sql,
            writes=writes,
            never=never,
            reason=WHY,
        )


def about_blind_spots(scan: Scan) -> list[Question]:
    """What could not be seen in transactions and may write, the spots of most transactions first.

    Alike calls of one function are one question.
    """
    holders: dict[BlindSpot, dict[str, Transaction]] = defaultdict(dict)
    for transaction in scan.transactions:
        for spot in transaction.blind_spots:
            if not _plain(spot) and not spot.reason.endswith(LOOKED_UP):
                holders[spot][transaction.id] = transaction
    alike: dict[tuple[str, str], list[BlindSpot]] = defaultdict(list)
    for spot in sorted(holders, key=lambda one: (one.file, one.line, one.reason)):
        function = _function(spot, holders[spot].values())
        alike[function or f"{spot.file}:{spot.line}", spot.reason].append(spot)
    found = []
    for spots in alike.values():
        held = {name: one for spot in spots for name, one in holders[spot].items()}
        tables = {table for one in held.values() for table in one.bound_tables}
        function = _function(spots[0], holders[spots[0]].values())
        found.append(Question(spots[0], function, 0, 0, tuple(sorted(held)), tuple(sorted(tables))))
    return sorted(found, key=lambda one: (-len(one.transactions), -len(one.tables), str(one.subject)))


def _plain(spot: BlindSpot) -> bool:
    call = _unresolved(spot)
    return call is not None and "." in call and call.rpartition(".")[2] in PLAIN


def _function(spot: BlindSpot, holders: Iterable[Transaction]) -> str:
    """The function in which a spot lies, as far as a transaction around it tells."""
    around = [one for one in holders if one.file == spot.file and one.line <= spot.line <= one.end_line]
    return min(around, key=lambda one: (one.end_line - one.line, one.function)).function if around else ""


def ranked(guesses: Iterable[Question], unseen: Iterable[Question]) -> tuple[Question, ...]:
    """All questions: guesses that change something, what could not be seen, guesses that change nothing alone."""
    guesses = list(guesses)
    return (
        *(one for one in guesses if one.changes),
        *unseen,
        *(one for one in guesses if not one.changes),
    )


def sections(questions: Iterable[Question], *, full: bool) -> tuple[Section, ...]:
    """The section that asks, or none where there is nothing to ask."""
    questions = list(questions)
    guesses = [one for one in questions if one.changes]
    unseen = [one for one in questions if isinstance(one.subject, BlindSpot)]
    if not full:
        guesses = guesses[: MOST - min(LEAST_UNSEEN, len(unseen))]
        unseen = unseen[: MOST - len(guesses)]
    if not guesses and not unseen:
        return ()
    words = "The answers to these change the split most; each goes into pyproject.toml as an entry that settles it."
    items = tuple(_item(one) for one in (*guesses, *unseen))
    return (Section("Questions", (Paragraph((words,)), Tree(items))),)


def _item(question: Question) -> Item:
    subject = question.subject
    head = headed(subject.file, subject.line, _asked(question))
    if isinstance(subject, BlindSpot):
        return Item(head, (Item(_around(question)), Item(("to answer:",), _lines(question.settled))))
    instead = (question.confirmed or "").splitlines()[-2:-1]
    yes = Item(("if so, the same with ", *(Code(line) for line in instead), " in the place of never"))
    return Item(head, (Item(_change(question)), Item(("if not:",), _lines(question.settled)), yes))


def _asked(question: Question) -> Phrase:
    """The question in words."""
    subject = question.subject
    if isinstance(subject, BlindSpot):
        call = _unresolved(subject)
        if call is not None:
            return ("what does the call of ", Code(call), " do?")
        return ("what happens here? ", Code(subject.reason))
    if not subject.reaches:
        what = ("does ", Code(subject.call), " touch ") if subject.call else ("does this touch ",)
        return (*what, *listed(subject.tables, TABLES), "?")
    what = ("does the call of ", Code(subject.call), " go to ") if subject.call else ("does a call here go to ",)
    return (*what, *listed(subject.reaches, TABLES), "?")


def _change(question: Question) -> Phrase:
    """What would change were the guess wrong."""
    changes = []
    if question.frees:
        changes.append(f"the core loses {counted(question.frees, 'table')}")
    if question.parts:
        verb = "is" if question.parts == 1 else "are"
        changes.append(f"there {verb} {counted(question.parts, 'more group')} of tables")
    wrong = f"guessed; if it is wrong, {' and '.join(changes) or 'no group changes'}"
    where = f"; {counted(len(question.transactions), 'transaction')} would not write "
    return (wrong, where, *listed(question.tables, TABLES))


def _around(question: Question) -> Phrase:
    """What is at stake at a blind spot."""
    number = len(question.transactions)
    inside = f"not seen, inside {counted(number, 'transaction')}"
    verb = " that writes " if number == 1 else " that write "
    return (inside, *((verb, *listed(question.tables, TABLES)) if question.tables else ()))


def _lines(entry: str) -> tuple[Item, ...]:
    return tuple(Item((Code(line),)) for line in entry.splitlines())


def _unresolved(spot: BlindSpot) -> str | None:
    """The call that a blind spot is about, as it is written."""
    found = _CALL.fullmatch(spot.reason)
    return found["call"] if found else None
