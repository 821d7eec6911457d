"""What is done for a request once its view is through?  Pages and answers that a framework renders then.

That is outside of the view's transaction, as what a task does, but the same request waits for it: an entry point comes
to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.calling.contexts import ANSWERING
from boundary.link.effects.leading import Leading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.calling.contexts import Context, Edge
    from boundary.link.effects.effects import Effects


class Answers:
    """What is rendered after the views of a program."""

    def __init__(self, effects: Effects, contexts: Iterable[Context]) -> None:
        self._effects = effects
        self._rendered: dict[int, dict[int, Context]] = {}
        """What the function of each node leaves to be rendered, by its number."""
        for context in contexts:
            for edge in context.edges:
                page = effects.known(edge.callee) if edge.deferred and _answers(edge) else None
                if page is not None:
                    number = effects.node(context, edge.region)
                    self._rendered.setdefault(number, {})[page] = edge.callee
        self._leading = Leading(effects).to(self._rendered) if self._rendered else set()

    def of(self, context: Context) -> list[Context]:
        """What is rendered after a call of a context, and after what is rendered then."""
        found: dict[Context, None] = {}
        start = self._effects.node(context)
        seen, stack = {start}, [start] if start in self._leading else []
        while stack:
            number = stack.pop()
            pages = self._rendered.get(number, {})
            found.update(dict.fromkeys(pages.values()))
            for target in (*pages, *(target for target, _ in self._effects.successors[number])):
                if target in self._leading and target not in seen:
                    seen.add(target)
                    stack.append(target)
        return list(found)


def _answers(edge: Edge) -> bool:
    """Whether what is set aside is a page, or what a framework renders an answer by."""
    return edge.callee.module.template or ANSWERING in edge.callee.traits
