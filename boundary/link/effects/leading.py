"""Which code comes to a place?  To a blind spot that may touch any table, above all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.link.calling.contexts import Blind, Context
    from boundary.link.effects.effects import Effects


class Leading:
    """The nodes from which others are come to."""

    def __init__(self, effects: Effects) -> None:
        self._effects = effects
        self._callers: dict[int, list[int]] = {}
        """The nodes from which each node is come to, once they are asked for."""

    def to(self, numbers: Iterable[int]) -> set[int]:
        """The nodes that come to one of these, and these."""
        if not self._callers:
            for number, held in enumerate(self._effects.successors):
                for target, _ in held:
                    self._callers.setdefault(target, []).append(number)
        found = set(numbers)
        stack = list(found)
        while stack:
            for number in self._callers.get(stack.pop(), ()):
                if number not in found:
                    found.add(number)
                    stack.append(number)
        return found


def numbers_of(effects: Effects, context: Context, blind: Blind) -> Iterator[int]:
    """The nodes of the context and of the spans that a blind spot stands in."""
    yield effects.node(context, blind.region)
    for index, mask in context.flow.spans.items():
        if context.flow.bits.get(blind, 0) & mask:
            yield effects.node(context, index)


def leading_to_anything(effects: Effects, contexts: Iterable[Context]) -> set[int]:
    """The nodes that come to what may touch any table: SQL that is not known, an object that is not known."""
    spots: list[int] = []
    for context in contexts:
        for blind in () if context.library else context.blinds:
            if not blind.cut and not blind.called:
                spots.extend(numbers_of(effects, context, blind))
    return Leading(effects).to(spots) if spots else set()
