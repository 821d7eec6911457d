"""What does a transaction touch?  Effects of contexts and regions, closed over calls, with witnesses.

Every context and every region of one is a node (`reach.py`). What a transaction comes to is less than what its code
comes to: a function that makes a session for itself, or a block on a connection of its own, is no part of the
transaction that it is called in. It is committed or not, whatever becomes of the other one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from boundary.link.calling.contexts import DRIVER, OUTSIDE, OWN, THREAD, Edge, Touch
from boundary.link.effects.reach import Nodes, Reach

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.calling.contexts import Context
    from boundary.link.effects.reach import Successor, Witness
    from boundary.link.effects.units import Part


STATED: Final = frozenset({"sql", "sql file"})
"""The rules by which SQL says what it touches."""


class Effects:
    """The effects of all contexts."""

    def __init__(self, contexts: Iterable[Context]) -> None:
        self._nodes = Nodes()
        contexts = list(contexts)
        for context in contexts:
            self._nodes.add(context)
        self.successors: list[list[Successor]] = [[] for _ in self._nodes.holders]
        self._aside: dict[int, int | None] = {}
        """What is on a connection of its own: regions, and functions with what they leave open on their callers'."""
        self._of_drivers: list[int] = []
        self._of_thread: dict[int, int | None] = {}
        """The regions that are on the connection of the thread."""
        for context in contexts:
            self._link(context)
        sure = self._nodes.sure()
        self._all = Reach(self._nodes, sure, self.successors)
        self._aside.update(dict.fromkeys(number for number in self._of_drivers if self._is_sql_alone(number)))
        for context in contexts:
            flow = context.flow
            if flow.begins and not flow.shares and flow.tail is not None and not self._does_something_sooner(context):
                self._aside[self.node(context)] = self.node(context, flow.tail)
        self._inside = Reach(self._nodes, sure, self._without(self._aside)) if self._aside else self._all
        self._on_its_own = self._inside
        if self._aside and self._of_thread:
            self._on_its_own = Reach(self._nodes, sure, self._without({**self._aside, **self._of_thread}))

    @property
    def keys(self) -> list[tuple[str, str]]:
        """The table and operation of each bit."""
        return self._nodes.keys

    @property
    def closed(self) -> list[int]:
        """The bits of all that each node comes to, in whichever transactions."""
        return self._all.closed

    def in_transaction(self, parts: Iterable[Part]) -> Reach:
        """What comes to what in the transaction of these parts."""
        own = any(region >= 0 and context.regions[region].on == OWN for context, region, _ in parts)
        return self._on_its_own if own else self._inside

    def node(self, context: Context, region: int = OUTSIDE) -> int:
        """The number of a context (or of one of its regions)."""
        return self._nodes.number(context, region)

    def known(self, context: Context) -> int | None:
        """The number of a context; None for one that was never evaluated."""
        return self._nodes.first(context)

    def binding(self, context: Context, region: int = OUTSIDE, reach: Reach | None = None) -> int:
        """The bits of the writes and locks that a context or region has in its transaction, or in one of this reach."""
        closed = (self._inside if reach is None else reach).closed
        return closed[self.node(context, region)] & self._nodes.binding

    def spelled(self, bits: int) -> list[tuple[str, str]]:
        """The tables and operations behind bits, in their order."""
        found: list[tuple[str, str]] = []
        while bits:
            lowest = bits & -bits
            found.append(self._nodes.keys[lowest.bit_length() - 1])
            bits ^= lowest
        return sorted(found)

    def reached(self, context: Context) -> list[Witness]:
        """For each (table, op) that a context comes to in whichever transactions, a shortest chain of calls to it."""
        return self._all.witnesses(self.node(context))

    def _link(self, context: Context) -> None:
        flow, outside = context.flow, self._nodes.number(context, OUTSIDE)
        spans = flow.spans
        for index, region in enumerate(context.regions):
            if index not in spans:
                self.successors[outside + region.parent - OUTSIDE].append((outside + index - OUTSIDE, None))
                if region.on == OWN:
                    self._aside[outside + index - OUTSIDE] = None
                elif region.on == DRIVER:
                    self._of_drivers.append(outside + index - OUTSIDE)
                elif region.on == THREAD:
                    self._of_thread[outside + index - OUTSIDE] = None
        for edge in context.edges:
            if edge.deferred:
                continue
            target = self._nodes.first(edge.callee)
            if target is not None:
                self.successors[outside + edge.region - OUTSIDE].append((target, edge))
                if spans:
                    self._leave_open(context, edge, target)

    def _leave_open(self, context: Context, edge: Edge, target: int) -> None:
        """To a span, a call adds what it leaves open."""
        spans, bit = context.flow.spans, context.flow.bits.get(edge, 0)
        if bit:
            tail = edge.callee.flow.tail
            left = target if tail is None else self.node(edge.callee, tail)
            step: Any = left, edge  # as an object: compiled, a pair whose types are known is made anew for each list,
            for index, mask in spans.items():  # and where each call is a span there are as many as calls squared
                if mask & bit:
                    self.successors[self.node(context, index)].append(step)

    def _does_something_sooner(self, context: Context) -> bool:
        """Whether a function touches anything before it makes its session: that may be on the one of its callers."""
        flow, closed = context.flow, self._all.closed
        for event, bit in flow.bits.items() if flow.sooner else ():
            if flow.sooner & bit:
                callee = self._nodes.first(event.callee) if isinstance(event, Edge) else None
                if isinstance(event, Touch) or (callee is not None and closed[callee]):
                    return True
        return False

    def _is_sql_alone(self, number: int) -> bool:
        """Whether nothing is done but in SQL that is written out, so that no ORM does any of it on its connection."""
        seen, stack = {number}, [number]
        while stack:
            one = stack.pop()
            if any(touch.rule not in STATED for touch in self._nodes.touches[one]):
                return False
            for target, _ in self.successors[one]:
                if target not in seen and self._all.closed[target]:
                    seen.add(target)
                    stack.append(target)
        return True

    def _without(self, aside: dict[int, int | None]) -> list[list[Successor]]:
        """The graph without what runs on other connections, but for what that leaves open."""
        found: list[list[Successor]] = []
        for held in self.successors:
            if any(target in aside for target, _ in held):
                moved = [(aside.get(target, target), edge) for target, edge in held]
                found.append([(target, edge) for target, edge in moved if target is not None])
            else:
                found.append(held)
        return found
