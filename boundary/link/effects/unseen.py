"""What could not be seen of a transaction?  Its own blind spots, and those of the functions that it calls.

A call that is not resolved counts where the transaction's own code makes it. What may touch any table (SQL that is not
known, a statement over nothing known) counts wherever a transaction comes to it; so does a call of one of more than are
kept apart, unless nothing that is called so comes to a table.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

from boundary.link.calling.contexts import OUTSIDE
from boundary.link.calling.harmless import Harmless
from boundary.link.effects.leading import Leading, numbers_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boundary.link.calling.contexts import Blind, Context
    from boundary.link.effects.effects import Effects
    from boundary.link.effects.reach import Successor
    from boundary.link.effects.units import Part
    from boundary.link.evaluator.interpreter import Interpreter

    Spot = tuple[str, int, str]

MOST: Final = 25
"""So many blind spots of a transaction are told, the nearest ones."""


class Unseen:
    """The blind spots of a program."""

    def __init__(self, interpreter: Interpreter, effects: Effects) -> None:
        self._effects = effects
        self._harmless = Harmless(interpreter, effects)
        self._spots: dict[int, list[Spot]] = {}
        """What may touch any table, by the number of the context or region that it stands in."""
        self._leading = Leading(effects)
        self.anything: set[Spot] = set()
        """Those that may touch any table, by themselves: no calls."""
        cut: list[tuple[Context, Blind]] = []
        for context in interpreter.contexts:
            for blind in () if context.library else context.blinds:
                if blind.cut:
                    cut.append((context, blind))
                elif not blind.called:
                    self._add(context, blind)
                    self.anything.add(_spot(context, blind))
        self._leads = self._leading.to(self._spots) if self._spots else set()
        """The nodes that come to such a spot."""
        self._add_cut(cut)

    def _add(self, context: Context, blind: Blind) -> None:
        for number in numbers_of(self._effects, context, blind):
            self._spots.setdefault(number, []).append(_spot(context, blind))

    def _add_cut(self, waiting: list[tuple[Context, Blind]]) -> None:
        """Add the calls of one of too many that may come to a table, or to what may: to one another, too."""
        while waiting:
            left: list[tuple[Context, Blind]] = []
            for context, blind in waiting:
                if self._harmless.is_call_of(blind, self._leads):
                    left.append((context, blind))
                else:
                    self._add(context, blind)
            if len(left) == len(waiting):
                return
            waiting, self._leads = left, self._leading.to(self._spots)
            self._harmless.forget()

    def of(self, parts: Sequence[Part], *, calls: bool = True) -> list[Spot]:
        """The blind spots of the transaction of these parts; without its calls, only what may touch any table."""
        found: dict[Spot, None] = {}
        starts: list[int] = []
        for context, region, _ in parts:
            starts.append(self._effects.node(context, region))
            span = context.flow.spans.get(region, 0)
            for blind in () if context.library else context.blinds:
                here = region in {OUTSIDE, blind.region} or context.flow.bits.get(blind, 0) & span
                told = calls or not (blind.called or blind.cut)
                if here and told and not self._harmless.is_call_of(blind, self._leads):
                    found[_spot(context, blind)] = None
        if len(found) < MOST and self._leads:
            self._add_called(found, starts, self._effects.in_transaction(parts).successors)
        return sorted(list(found)[:MOST])

    def _add_called(self, found: dict[Spot, None], starts: list[int], graph: list[list[Successor]]) -> None:
        """Adds those of what is called, the nearest first, until there are enough; each counts once."""
        seen = set(starts)
        queue = deque(one for one in dict.fromkeys(starts) if one in self._leads)
        while queue and len(found) < MOST:
            number = queue.popleft()
            found.update(dict.fromkeys(self._spots.get(number, ())))
            for target, _ in graph[number]:
                if target in self._leads and target not in seen:
                    seen.add(target)
                    queue.append(target)


def _spot(context: Context, blind: Blind) -> Spot:
    """A blind spot as it is told: where it is met, or at the one place that stands for all of these."""
    file, line = blind.at or (context.module.file, blind.line)
    return file, line, blind.reason
