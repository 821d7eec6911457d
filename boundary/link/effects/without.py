"""What is left of the calls at one place when some tables are not touched there, however deep?

Only the contexts between the place and what is taken out are copied, once each; other callers keep the originals.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from boundary.link.calling.contexts import Edge
from boundary.link.effects.sites import function_name

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from boundary.link.calling.contexts import Context, Touch


class Without:
    """The contexts of a program as one place reaches them: without some accesses, and without some calls."""

    def __init__(self, contexts: Iterable[Context], names: Iterable[re.Pattern[str]]) -> None:
        self._names = list(names)
        self._contexts = list(contexts)
        self._known: dict[str, bool] = {}
        self._leading = self._leading_to_it()
        self._copies: dict[int, Context] = {}
        self.made: list[Context] = []
        """The copies, in the order in which they came to be."""

    def touches(self, touch: Touch) -> bool:
        """Whether an access is one that does not happen."""
        return self._named(touch.table)

    def calls(self, edge: Edge) -> bool:
        """Whether a call is one that does not happen."""
        return self._named(function_name(edge.callee))

    def leads(self, edge: Edge) -> bool:
        """Whether a call leads to something that does not happen."""
        return id(edge.callee) in self._leading and not edge.deferred

    def rerouted(self, edge: Edge) -> Edge:
        """The call, going to a copy of its callee that does not do it."""
        return redirected(edge, self._copy(edge.callee))

    def _named(self, name: str) -> bool:
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = any(one.fullmatch(name) for one in self._names)
        return known

    def _leading_to_it(self) -> set[int]:
        """The contexts that do, or whose calls lead to, what does not happen."""
        callers: dict[int, list[Context]] = defaultdict(list)
        found: dict[int, Context] = {}
        for context in self._contexts:
            for edge in context.edges:
                if not edge.deferred:
                    callers[id(edge.callee)].append(context)
                    if self.calls(edge):
                        found[id(context)] = context
            if any(self.touches(touch) for touch in context.touches):
                found[id(context)] = context
        waiting = list(found.values())
        while waiting:
            for caller in callers[id(waiting.pop())]:
                if id(caller) not in found:
                    found[id(caller)] = caller
                    waiting.append(caller)
        return set(found)

    def _copy(self, start: Context) -> Context:
        waiting = [] if id(start) in self._copies else [start]
        copy = self._shell(start)
        while waiting:
            context = waiting.pop()
            into = self._shell(context)
            into.touches.update(dict.fromkeys(touch for touch in context.touches if not self.touches(touch)))
            for edge in context.edges:
                if self.calls(edge):
                    continue
                if not self.leads(edge):
                    into.edges[edge] = None
                    continue
                if id(edge.callee) not in self._copies:
                    waiting.append(edge.callee)
                into.edges[redirected(edge, self._shell(edge.callee))] = None
        return copy

    def _shell(self, context: Context) -> Context:
        """The copy of a context, still empty where it is new."""
        copy = self._copies.get(id(context))
        if copy is None:
            copy = context.shell()
            self._copies[id(context)] = copy
            self.made.append(copy)
        return copy

    def extend(self) -> None:
        """Let the copies stand, beside the originals, in the `with` bodies that helpers run."""
        for context in self._contexts:
            for edge in list(context.extended):
                copy = self._copies.get(id(edge.callee))
                if copy is not None:
                    context.run_inside(redirected(edge, copy))


def redirected(edge: Edge, callee: Context) -> Edge:
    """The same call, going to another context."""
    return Edge(callee, edge.line, edge.region, edge.confidence, edge.because, edge.deferred, edge.body)
