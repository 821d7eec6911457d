"""What happens in a context?  Accesses, calls, transactions and blind spots, with how firmly they are believed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.calling.contexts import NO_NAMES, OUTSIDE, Blind, Edge, Region, RoutineCall, Touch
from boundary.link.effects.flow import ENTRY
from boundary.link.syntax.walking import gives_anew, keeps_to_itself

if TYPE_CHECKING:
    from boundary.link.calling.contexts import Context
    from boundary.model.scan import Because, Confidence, Operation, TransactionKind


class Recorder:
    """Records what happens in one context, in the region that is open."""

    follows_work = False
    """Whether the program has units of work, so that the order of events matters."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.pending = ENTRY
        """The events that may have happened since the last commit (`flow.py`)."""
        self.saved = 0
        """What was open when a savepoint was begun that no block holds."""
        self.outer = 0
        """What callers had open when the function made a session for itself: on theirs, it stays open.

        Then that is all that it leaves open: what it has not committed on its own goes with the session.
        """
        self.aside = 0
        """What was open when the session was made that the code at hand may enter."""
        self.made = False
        """Whether a session was made, or a connection, since that was last asked."""
        self.own_sessions = NO_NAMES
        """The variables of blocks that were entered on a session made for them."""
        self.connected: dict[tuple[str, int], int] = {}
        """What was open when a connection was made that a variable is bound to, by its name and line."""
        self.trying = 0
        """The `try` blocks around the code at hand whose handlers catch what the code may raise."""
        self.stopped = 0
        """What was open at calls in them that may have stopped the code, and was ended or given up since."""
        self.unended = 0
        """Of that, what was open where the handler at hand began: it ends that, or nobody does."""
        self.leaving: int | None = None
        """What is open behind the `with` or the decorated function at hand, where entering it began work of its own."""
        self._called: Edge | None = None
        self._apart = 0
        """What was open on other connections than the one that the last call was given."""
        self.generator: Context | None = None
        """The context of the generator that was called last."""
        self.region = OUTSIDE
        self.turn: tuple[int, ...] = ()
        """The round of each loop around the code at hand that keeps its rounds apart, by the loop's line."""
        self.on = 0
        """The number of the object whose own method, one that the linker knows by itself, is being called."""
        self.expired = False
        """Whether work has ended: an ORM that asks for its objects again afterwards does so when they are next used."""
        self.flushing = False
        """Whether a flush runs the code at hand: what commits there shares the work of the session that flushes."""
        self.detached = False
        """Whether the code at hand only runs outside of transactions."""
        self.confidence: Confidence = "certain"
        self.because: Because | None = None

    def touch(  # noqa: PLR0913 - one record, spelled out
        self,
        table: str,
        op: Operation,
        line: int,
        *,
        confidence: Confidence | None = None,
        because: Because | None = None,
        rule: str = "orm",
        database: str | None = None,
    ) -> None:
        """Record an access to a table."""
        believed, cause = confidence or self.confidence, because or self.because
        touch = Touch(table, op, line, self.region, believed, cause, rule, database)
        self.context.touches[touch] = None
        if self.follows_work:
            self.pending |= self.context.flow.bit(touch)

    def edge(self, callee: Context, line: int, *, deferred: bool = False, apart: int = 0) -> None:
        """Record a call; what is open `apart` is not on the connection that it is given, and stays open."""
        left = deferred or self.detached
        edge = Edge(callee, line, self.region, self.confidence, self.because, left)
        self.context.edges[edge] = None
        if callee.function is not None and callee.function.is_generator:
            self.generator = callee
        if self.follows_work and not left:
            flow = self.context.flow
            flow.before[edge] = flow.before.get(edge, 0) | (self.pending & ~apart)
            self._apart = self.pending & apart
            self.pending |= flow.bit(edge)
            self._called = edge

    @property
    def last_called(self) -> Context | None:
        """The context of the last call that was recorded."""
        return self._called.callee if self._called is not None else None

    @property
    def last_call(self) -> Edge | None:
        """The last call that was recorded."""
        return self._called

    @property
    def last_generator(self) -> Context | None:
        """The last generator that was called."""
        return self.generator

    def returned(self, callee: Context) -> None:
        """A call has been evaluated: where it ends all work, nothing from before it is open any more."""
        edge = self._called
        if not self.follows_work or edge is None or edge.callee is not callee:
            return
        self.context.flow.called(edge)
        if callee.flow.connects and callee.function is not None and gives_anew(callee.function):
            self.made = self.context.flow.connects = True
        if callee.flow.settles and not callee.flow.yields_on_its_own:
            self.may_stop()
            if callee.flow.begins and not callee.flow.ends:
                self._set_aside(self.context.flow.before[edge])
            self.pending = self.context.flow.bit(edge) | self._apart
            self.context.flow.resets = True
            self.expired = True
        if callee.flow.expires:
            self.expired = self.context.flow.expires = True

    def end_work(self, line: int, database: str | None = "default") -> None:
        """A commit: what was done since the last one is a transaction."""
        if self.flushing or not self.follows_work:  # a flow that nobody follows is everybody's
            return
        ends = self.context.flow.ends
        key = line, database, self.turn
        ends[key] = ends.get(key, 0) | self.pending
        self.drop_work()

    def begin_work(self) -> None:
        """A new session: nothing is open on it."""
        if not self.flushing and self.follows_work:
            self._set_aside(self.pending)
        self.drop_work()

    def take_aside(self) -> int:
        """What was open when the last session was made, asked for once."""
        held, self.aside = self.aside, 0
        return held

    def is_given_session(self) -> bool:
        """Whether the function is handed a session by its callers."""
        raise NotImplementedError

    def take_made(self) -> bool:
        """Whether a session or a connection was made for the code at hand, asked for once."""
        made, self.made = self.made, False
        return made

    def _set_aside(self, open_before: int) -> None:
        """A session was made for the function: what its callers have open stays so, if it gives none away."""
        function, flow = self.context.function, self.context.flow
        self.aside, self.made = open_before, True
        flow.begins, flow.sooner = True, flow.sooner | open_before & ~ENTRY
        flow.shares = flow.shares or self.is_given_session()
        if function is not None and keeps_to_itself(function):
            self.outer |= self.pending & ENTRY

    def drop_work(self) -> None:
        """A rollback: nothing is open."""
        if self.flushing or not self.follows_work:
            return
        self.may_stop()
        self.pending = 0
        self.context.flow.resets = True

    def may_stop(self) -> None:
        """What is open ends here, unless a function of the project that was called since has raised something."""
        if self.trying:
            flow = self.context.flow
            calls = [held for one, held in flow.bits.items() if type(one) is Edge and not one.callee.library]
            last = max([held for held in calls if held & self.pending], default=0)
            self.stopped |= self.pending & (last | last - 1 if last else 0)

    def call_routine(
        self, name: str, line: int, *, confidence: Confidence | None = None, procedure: bool = False
    ) -> None:
        """Record a call of a function or procedure of the database, by its name as SQL has it."""
        call = RoutineCall(name, line, self.region, confidence or self.confidence, procedure)
        self.context.note_routine(call)
        if self.follows_work:
            self.pending |= self.context.flow.bit(call)

    def blind(self, line: int, reason: str, at: tuple[str, int] | None = None) -> None:
        """Record something that could not be seen; it is told at another place if it is the same wherever it is met."""
        self._blind(Blind(line, self.region, reason, at=at))

    def blind_call(self, line: int, called: str, *, by_key: bool, cut: bool = False) -> None:
        """Record a call that is not resolved; `cut` if it is known but for others, of which there are too many."""
        unseen = "may be of more than are kept apart" if cut else "is not resolved"
        self._blind(Blind(line, self.region, f"call of {called} {unseen}", called, by_key, cut))

    def _blind(self, blind: Blind) -> None:
        self.context.note_blind(blind)
        if self.follows_work:
            self.pending |= self.context.flow.bit(blind)

    def open_region(  # noqa: PLR0913 - a region, spelled out
        self,
        kind: str,
        line: int,
        end_line: int,
        database: str | None,
        *,
        file: str | None = None,
        real: bool = True,
        on: str = "",
    ) -> int:
        """Open a region inside the present one; what follows is recorded in it."""
        turn = (*self.turn, self.on) if kind == "implicit" else self.turn  # a call is on one of what may be meant
        opened = Region(kind, line, end_line, self.region, database, file, real, turn, on)  # type: ignore[arg-type]
        self.region = self.context.open(opened)
        return self.region

    def open_block(  # noqa: PLR0913 - a block, spelled out
        self,
        line: int,
        end_line: int,
        database: str | None,
        *,
        kind: TransactionKind = "block",
        real: bool = True,
        on: str = "",
        anew: bool = True,
    ) -> int:
        """Open a region in which work of its own begins (`anew`); `leave_block` ends it."""
        number = self.open_region(kind, line, end_line, database, real=real, on=on)
        if anew:
            self.enter_work()
        return number

    def enter_work(self) -> None:
        """Work of its own begins; what is open behind the block is what was when the first of it began."""
        if self.leaving is None:
            self.leaving = self.pending
        self.pending = 0

    def leave_block(self) -> None:
        """A block ends: what was open before it is open again."""
        if self.leaving is not None:
            self.pending = self.leaving
            self.context.flow.resets |= self.follows_work

    def implicit(self, line: int, database: str | None = "default") -> _Implicit:
        """A transaction that a library opens inside one call."""
        return _Implicit(self, line, database)

    def believed(self, confidence: Confidence | None = None, because: Because | None = None) -> _Believed:
        """What is recorded inside is believed for a reason."""
        return _Believed(self, confidence, because)


class _Implicit:
    """What is recorded inside belongs to a transaction of its own."""

    __slots__ = ("_before", "_database", "_line", "_recorder")

    def __init__(self, recorder: Recorder, line: int, database: str | None) -> None:
        self._recorder, self._line, self._database = recorder, line, database
        self._before = recorder.region

    def __enter__(self) -> None:
        self._before = self._recorder.region
        self._recorder.open_region("implicit", self._line, self._line, self._database)

    def __exit__(self, *_: object) -> None:
        self._recorder.region = self._before


class _Believed:
    """What is recorded inside has the given confidence and reason, as far as they are given."""

    __slots__ = ("_because", "_confidence", "_recorder")

    def __init__(self, recorder: Recorder, confidence: Confidence | None, because: Because | None) -> None:
        self._recorder = recorder
        self._confidence, self._because = confidence or recorder.confidence, because or recorder.because

    def __enter__(self) -> None:
        self._swap()

    def __exit__(self, *_: object) -> None:
        self._swap()

    def _swap(self) -> None:
        recorder, confidence, because = self._recorder, self._confidence, self._because
        self._confidence, self._because = recorder.confidence, recorder.because
        recorder.confidence, recorder.because = confidence, because
