"""Which seams are never worth relaxing?  Those behind which there are others that together cost no more.

Whatever a call reaches, it reaches by the seams that come right after it. Where these cost no more together than the
call itself, relaxing them instead frees everything that relaxing the call would, for this caller and for all others. So
the call is left out, and its callers lead on directly: the cheapest price of any division stays what it was, and most
of the long chains of calls through generic code are gone.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Link = tuple[int, int]
"""A seam and what it leads to: a unit, or a part with a number from `units` on."""


def reduced(
    links: Mapping[Link, Iterable[int]], price: Sequence[int], units: int, roots: Iterable[int]
) -> dict[Link, set[int]]:
    """The links, each with the parts that it leads from, without the seams that are never worth relaxing.

    Seams are looked at from the deepest up, so that what is left out below counts above; linear in the links but for
    those that are handed from part to part.
    """
    parents = {link: set(each) for link, each in links.items()}
    below: dict[int, set[Link]] = defaultdict(set)
    into: dict[int, set[Link]] = defaultdict(set)
    of_seam: dict[int, set[Link]] = defaultdict(set)
    for link, each in parents.items():
        of_seam[link[0]].add(link)
        into[link[1]].add(link)
        for part in each:
            below[part].add(link)
    kept = set(roots)
    for seam in sorted(of_seam, key=lambda each: (max(child for _, child in of_seam[each]), each)):
        children = sorted({child for _, child in of_seam[seam]})
        if children[0] < units:
            continue
        after = {other for child in children for other, _ in below[child]}
        if seam in after or sum(price[other] for other in after) > price[seam]:
            continue
        for link in sorted(of_seam.pop(seam)):
            _skip(link, parents, below, into)
            child = link[1]
            if not into[child] and child not in kept:
                _forget(child, parents, below)
    return {link: each for link, each in parents.items() if each}


def _skip(link: Link, parents: dict[Link, set[int]], below: dict[int, set[Link]], into: dict[int, set[Link]]) -> None:
    """Let the parts that a link leads from lead on to what comes after it."""
    callers = parents.pop(link)
    child = link[1]
    into[child].discard(link)
    for part in callers:
        below[part].discard(link)
    for further in below[child]:
        parents[further] |= callers
        for part in callers:
            below[part].add(further)


def _forget(part: int, parents: dict[Link, set[int]], below: dict[int, set[Link]]) -> None:
    """Leave out a part that nothing leads to any more."""
    for link in below.pop(part, ()):
        parents[link].discard(part)
