"""What happens in a context?  Accesses, calls, transactions and blind spots, with how firmly they are believed."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from boundary.link.contexts import OUTSIDE, Blind, Edge, Region, RoutineCall, Touch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.contexts import Context
    from boundary.model.scan import Because, Confidence, Operation


class Recorder:
    """Records what happens in one context, in the region that is open."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.region = OUTSIDE
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
    ) -> None:
        """Record an access to a table."""
        touch = Touch(table, op, line, self.region, confidence or self.confidence, because or self.because, rule)
        self.context.touches[touch] = None

    def edge(self, callee: Context, line: int, *, deferred: bool = False) -> None:
        """Record a call."""
        left = deferred or self.detached
        self.context.edges[Edge(callee, line, self.region, self.confidence, self.because, left)] = None

    def call_routine(
        self, name: str, line: int, *, confidence: Confidence | None = None, procedure: bool = False
    ) -> None:
        """Record a call of a function or procedure of the database, by its name as SQL has it."""
        call = RoutineCall(name, line, self.region, confidence or self.confidence, procedure)
        self.context.routines[call] = None

    def blind(self, line: int, reason: str) -> None:
        """Record something that could not be seen."""
        self.context.blinds[Blind(line, self.region, reason)] = None

    def open_region(  # noqa: PLR0913 - a region, spelled out
        self, kind: str, line: int, end_line: int, database: str | None, *, file: str | None = None, real: bool = True
    ) -> int:
        """Open a region inside the present one; what follows is recorded in it."""
        self.context.regions.append(
            Region(kind, line, end_line, self.region, database, file, real)  # type: ignore[arg-type]
        )
        self.region = len(self.context.regions) - 1
        return self.region

    @contextmanager
    def implicit(self, line: int, database: str | None = "default") -> Iterator[None]:
        """A transaction that a library opens inside one call."""
        before = self.region
        self.open_region("implicit", line, line, database)
        try:
            yield
        finally:
            self.region = before

    @contextmanager
    def believed(self, confidence: Confidence | None = None, because: Because | None = None) -> Iterator[None]:
        """What is recorded inside is believed for a reason."""
        before = self.confidence, self.because
        self.confidence, self.because = confidence or self.confidence, because or self.because
        try:
            yield
        finally:
            self.confidence, self.because = before
