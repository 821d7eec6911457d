"""Which work is open when a commit comes?  What a function has done since the last one, on any path to it.

A unit of work has no block: it is everything done on a session until it is committed, in whichever functions that
happened. So each access, call and blind spot of a context is an event, a bit of an integer, and evaluation carries the
set of events that may have happened since the last commit (`pending`), which is joined where branches meet. `units.py`
makes transactions of it when everything is evaluated.
"""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - a compiled constant is checked against it
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

if TYPE_CHECKING:
    from boundary.link.calling.contexts import Blind, Edge, RoutineCall, Touch
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom

    Event: TypeAlias = Touch | Edge | RoutineCall | Blind

ENTRY: Final = 1
"""The event that stands for what the callers had left open when they called."""
YIELD: Final = 2
"""The event that stands for the body of a `with` on a helper that yields."""
NESTED: Final = 4
"""The event that stands for a savepoint that was begun and may be what the next commit ends."""
FIRST: Final = 3
"""The position of the first bit that stands for an access or a call."""

NOTHING: Final[Mapping[Any, Any]] = MappingProxyType({})
"""What most contexts have of that which only some need, accesses of a few kinds and blind spots, too: a dict for each
takes as much room as all else of it."""


class Flow:
    """The events of one context, and what was open at its calls, commits and exits."""

    exit: int = 0
    returns: bool = False
    resets: bool = False
    """Whether work is ended or given up anywhere in the function."""
    begins: bool = False
    """Whether a session is made in the function: what was open before is then of another one."""
    connects: bool = False
    """Whether a connection is made in the function, or in one that gives it a new one each time."""
    shares: bool = False
    """Whether the function has a session of its callers, too."""
    sooner: int = 0
    """What the function itself had open before that: it may be on the session of its callers."""
    flushes: bool = False
    """Whether a flush runs in the function, or in one that it calls."""
    expires: bool = False
    """Whether a block of a session ends in the function, or in one that it calls: rows are then asked for again."""
    passes: bool = False
    """Whether a function that it calls ends what its own callers had left open."""
    wraps: bool = False
    """Whether such a function is called behind a `yield`."""
    perhaps: bool = False
    """Whether it enters a helper that begins work on some ways only, and yields on others, too."""
    added: Mapping[Atom, None] = NOTHING
    """The objects made in the code that the function, or one that it calls, has added to a session."""
    kept: Mapping[Atom, None] = NOTHING
    """Those of them that have rows when it returns: a flush came after them."""
    hung: Mapping[ClassInfo, dict[Atom, int]] = NOTHING
    """The objects made in the code that were put into a relationship of another such one, by its class, each with the
    region."""
    spans: Mapping[int, int] = NOTHING
    """For each region that is a span of work, its events (made by `units.py`)."""
    tail: int | None = None
    """The span that is open when the function returns, where that is not all that it does."""

    def __init__(self, *, followed: bool = True) -> None:
        self.followed = followed
        """Whether it is the order of one context, not what all share in a program without units of work: that says
        nothing of any of them."""
        self.bits: dict[Event, int] = {}
        self.before: dict[Edge, int] = {}
        """For each call, what was open when it was made."""
        self.ends: dict[tuple[int, str | None, tuple[int, ...]], int] = {}
        """For each commit, by its line, database and round (`Region.turn`), what it ended."""

    def clear(self) -> None:
        """Forget everything: the context is evaluated afresh."""
        self.bits.clear()
        self.before.clear()
        self.ends.clear()
        self.added, self.kept, self.hung = NOTHING, NOTHING, NOTHING
        self.exit, self.returns, self.resets, self.begins, self.flushes = 0, False, False, False, False
        self.expires, self.perhaps, self.connects, self.shares, self.sooner = False, False, False, False, 0
        self.passes, self.wraps = False, False

    def add(self, atoms: Mapping[Atom, None]) -> None:
        """These objects are in a session."""
        self.added = noted(self.added, atoms)

    def keep(self, atoms: Mapping[Atom, None]) -> None:
        """These objects have rows."""
        self.kept = noted(self.kept, atoms)

    def hang(self, cls: ClassInfo, atoms: Mapping[Atom, int]) -> None:
        """These objects are in a relationship of an object of a class, put there in these regions."""
        self.hung = noted(self.hung, {cls: {**self.hung.get(cls, NOTHING), **atoms}})

    def span(self, region: int, mask: int) -> None:
        """A region is a span of work, of these events."""
        self.spans = noted(self.spans, {region: mask})

    def bit(self, record: Event) -> int:
        """The event of an access or a call."""
        held = self.bits.get(record)
        if held is None:
            held = self.bits[record] = 1 << (FIRST + len(self.bits))
        return held

    def follow(self, record: Event, other: Event) -> None:
        """Something takes the place of a record, or comes with it, and happens when it did."""
        held = self.bits.get(record)
        if held is not None:
            self.bits[other] = self.bits.get(other, 0) | held

    def beside(self, record: Touch | Edge) -> None:
        """Something happens that evaluation did not see: when the last thing does that stands on its line or above."""
        above = [one.line for one in self.bits if one.line <= record.line]
        near = max(above, default=record.line)
        for one, held in list(self.bits.items()):
            if one.line == near:
                self.bits[record] = self.bits.get(record, 0) | held

    def leave(self, pending: int) -> None:
        """The function returns with this work open."""
        self.exit |= pending
        self.returns = True

    def close(self, pending: int) -> None:
        """The whole function was a transaction: what it did is over, and what was open before it is open again."""
        self.resets = True
        if self.returns:
            self.exit = pending

    @property
    def settles(self) -> bool:
        """Whether nothing that was open before a call can be open after it."""
        return self.followed and self.returns and not self.exit & ENTRY

    @property
    def database(self) -> str | None:
        """The database of the work that the function ends."""
        return next((database for _, database, _ in self.ends), "default" if self.wraps else None)

    @property
    def ends_before(self) -> bool:
        """Whether the function ends, itself or through one that it calls, what its callers had left open."""
        return self.passes or any(mask & ENTRY for mask in self.ends.values())

    def called(self, edge: Edge) -> None:
        """A call has been evaluated: what was open before it may have ended in it."""
        if edge.callee.flow.ends_before:
            self.passes = self.passes or bool(self.before[edge] & ENTRY)
            self.wraps = self.wraps or bool(self.before[edge] & YIELD)

    @property
    def yields_on_its_own(self) -> bool:
        """Whether it yields into work that it ends itself, on a session that it makes for that."""
        return self.begins and self._ends_what_it_began()

    @property
    def yields_on_own_connection(self) -> bool:
        """Whether it yields into work that it ends itself, on a connection that it makes for that."""
        return self.connects and self._ends_what_it_began()

    def _ends_what_it_began(self) -> bool:
        """Whether it ends work into which it yields, and which none of its callers had begun."""
        return any(mask & YIELD and not mask & ENTRY for mask in self.ends.values())

    @property
    def ends_around_yield(self) -> bool:
        """Whether the function yields into work that it ends, itself or by a call: `yield session`, then a commit."""
        return self.wraps or any(mask & YIELD for mask in self.ends.values())


Held = TypeVar("Held")
By = TypeVar("By")


def noted(held: Mapping[By, Held], more: Mapping[By, Held]) -> Mapping[By, Held]:
    """What was held so far, and more: in place, but for the first."""
    if not isinstance(held, dict):
        return dict(more)
    held.update(more)
    return held
