"""Which chains of callers say something of their own?  Each is a link more in front of one that is known already.

A commit ends what its callers have left open, so each chain of callers is a way of its own in which it is reached.
Their number is exponential in the depth of the graph, and few of them differ in what they touch: of the chains of one
context those are kept that no other covers, and what is more than is kept apart is one chain, which has the parts of
all. What a chain comes to is kept with it as bits; its parts are written out for the chains that are shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.calling.contexts import Context
    from boundary.link.effects.reach import Step

    Part = tuple[Context, int, list[Step]]

MOST_WAYS: Final = 100
"""Chains of callers that are kept apart for one commit; the smallest of more are joined."""
MOST_HANDED: Final = 400
"""As many are kept apart of those in which a runner was handed one function: each table that it was given is one."""


class Chain:
    """A caller, what it has left open, and the chain of its own callers; never changed.

    `bits` are the writes of all parts, `handed` the function (its identity) that a runner among them was handed, 0 for
    none, `caller` the first context (likewise) that is the project's. `blind` says that some part may touch any table.
    """

    __slots__ = ("bits", "blind", "caller", "further", "handed", "part")

    def __init__(  # noqa: PLR0913, PLR0917 - one record, spelled out
        self,
        part: Part,
        further: tuple[Chain, ...],
        bits: int,
        handed: int,
        caller: int,
        blind: bool,  # noqa: FBT001
    ) -> None:
        self.part = part
        self.further = further
        self.bits = bits
        self.handed = handed
        self.caller = caller
        self.blind = blind

    def beside(self, others: list[Chain]) -> Chain:
        """The same chain with the parts of others behind its own."""
        bits = self.bits
        for one in others:
            bits |= one.bits
        blind = self.blind or any(one.blind for one in others)
        return Chain(self.part, (*self.further, *others), bits, self.handed, self.caller, blind)

    def parts(self) -> list[Part]:
        """All its parts, the nearest caller first, each once."""
        found: dict[tuple[int, int], Part] = {}
        seen: set[int] = set()
        stack = [self]
        while stack:
            one = stack.pop()
            if id(one) not in seen:
                seen.add(id(one))
                found.setdefault((id(one.part[0]), one.part[1]), one.part)
                stack.extend(reversed(one.further))
        return list(found.values())


def distinct(chains: Iterable[Chain], *, by_caller: bool) -> list[Chain]:
    """Those that end other tables' work than a larger one, of each function that a runner was handed.

    A commit in a library has its place where the application calls: each caller is one `by_caller`.
    """
    groups: dict[tuple[int, int], list[Chain]] = {}
    for one in chains:
        groups.setdefault((one.handed, one.caller if by_caller else 0), []).append(one)
    found: list[Chain] = []
    for (handed, _), alike in groups.items():
        found.extend(_largest(alike, MOST_HANDED if handed else MOST_WAYS))
    if len(found) > MOST_HANDED and not by_caller:
        found.sort(key=lambda one: -one.bits.bit_count())
        found[MOST_HANDED - 1 :] = [found[MOST_HANDED - 1].beside(found[MOST_HANDED:])]
    return found


def _largest(chains: list[Chain], most: int) -> list[Chain]:
    """The chains that no other covers, the largest first; the smallest of more than `most` joined to one.

    What may touch any table is told of the chain that covers the one that comes to it.
    """
    chains.sort(key=lambda one: -one.bits.bit_count())
    kept: list[Chain] = []
    told: dict[int, list[Chain]] = {}
    places: dict[int, int] = {}
    """Where what has these bits is covered: most chains come to what another one comes to."""
    rest: list[Chain] = []
    for one in chains:
        place = places.get(one.bits, -1)
        if place < 0:
            place = _covering(one.bits, kept)
            places[one.bits] = place if place >= 0 else len(kept)
        if place < 0 and len(kept) < most:
            kept.append(one)
        elif place < 0 or place >= most:
            rest.append(one)
        elif one.blind:
            told.setdefault(place, []).append(one)
    for place, more in told.items():
        kept[place] = kept[place].beside(more)
    if rest:
        kept[-1] = kept[-1].beside(rest)
    return kept


def _covering(bits: int, kept: list[Chain]) -> int:
    """The first of these that has all the bits, -1 for none."""
    for place, held in enumerate(kept):
        if bits & held.bits == bits:
            return place
    return -1
