"""What does a call into a library reach without leaving it?  Contexts, and the transactions that they open.

What a library does by way of a guess (a receiver of whichever model's signal) is guessed, as it is in the project's own
code: of all ways to a context the surest counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.calling.contexts import OUTSIDE
from boundary.link.definitions.wrappers import stands_in
from boundary.link.effects.reach import Step
from boundary.model.scan import RANK

if TYPE_CHECKING:
    from boundary.link.calling.contexts import Context, Edge


class LibraryReach:
    """What a call into a library reaches without leaving it: contexts, and the transactions that they open."""

    def __init__(self) -> None:
        self._contexts: dict[int, list[Context]] = {}
        self._rendered: dict[int, list[Context]] = {}
        self._pages: dict[tuple[int, int], str] = {}
        self._units: dict[int, list[tuple[Context, int]]] = {}
        self._doubts: dict[tuple[int, int], list[Step]] = {}

    def contexts(self, start: Context) -> list[Context]:
        """The library contexts that a library context reaches through library contexts alone, the sure ones first."""
        known = self._contexts.get(id(start))
        if known is None:
            known = self._contexts[id(start)] = []
            seen, stack = {id(start)}, [start]
            doubtful: list[tuple[Context, Edge]] = []
            for rank in sorted(RANK.values()):
                while stack:
                    context = stack.pop()
                    known.append(context)
                    for edge in context.edges:
                        if not edge.callee.library or edge.deferred or id(edge.callee) in seen:
                            continue
                        if RANK[edge.confidence] > rank:
                            doubtful.append((context, edge))
                        else:
                            seen.add(id(edge.callee))
                            stack.append(self._reached(start, context, edge))
                for caller, edge in doubtful:
                    if RANK[edge.confidence] == rank + 1 and id(edge.callee) not in seen:
                        seen.add(id(edge.callee))
                        stack.append(self._reached(start, caller, edge))
        return known

    def _reached(self, start: Context, caller: Context, edge: Edge) -> Context:
        """What a call reaches, with the page that it stands in and the doubts on the way to it."""
        page = self._pages.get((id(start), id(caller)))
        if caller.module.template:
            self._pages[id(start), id(edge.callee)] = f"{caller.module.file}:{edge.line}"
        elif page is not None:
            self._pages[id(start), id(edge.callee)] = page
        doubts = self.doubts(start, caller)
        if edge.confidence != "certain" or edge.because:
            doubts = [*doubts, Step(caller, edge.line, edge.confidence, edge.because)]
        if doubts:
            self._doubts[id(start), id(edge.callee)] = doubts
        return edge.callee

    def doubts(self, start: Context, context: Context) -> list[Step]:
        """The calls on the way to a context that are no plain and certain ones."""
        return self._doubts.get((id(start), id(context)), [])

    def rendered(self, start: Context) -> list[Context]:
        """The same, and the pages that are rendered once `start` and its transaction have come to their end."""
        known = self._rendered.get(id(start))
        if known is None:
            known = self._rendered[id(start)] = list(self.contexts(start))
            later = [
                edge.callee for one in known for edge in one.edges if edge.deferred and edge.callee.module.template
            ]
            seen = {id(one) for one in known}
            for page in dict.fromkeys(later):
                more = [one for one in self.contexts(page) if id(one) not in seen]
                seen.update(map(id, more))
                known += more
                for one in more:
                    if (id(page), id(one)) in self._pages:
                        self._pages[id(start), id(one)] = self._pages[id(page), id(one)]
        return known

    def page(self, start: Context, context: Context) -> str | None:
        """The place in the innermost template through which a context is reached, None where there is none."""
        return self._pages.get((id(start), id(context)))

    def regions(self, start: Context) -> list[tuple[Context, int]]:
        """The transactions that these contexts open."""
        return [
            (context, index)
            for context in self.contexts(start)
            for index, region in enumerate(context.regions)
            if region.durable
            and region.parent == OUTSIDE
            and index not in context.flow.spans
            and not (region.kind == "decorator" and stands_in(context))
        ]

    def units(self, start: Context) -> list[tuple[Context, int]]:
        """The units of work that these contexts end."""
        known = self._units.get(id(start))
        if known is None:
            known = self._units[id(start)] = [
                (context, index)
                for context in self.contexts(start)
                for index in context.flow.spans
                if context.regions[index].durable
            ]
        return known
