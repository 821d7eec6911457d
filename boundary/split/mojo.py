"""How far is one division from another?  MoJo, MoJoFM and the adjusted Rand index.

MoJo counts the moves of one item and the joins of two groups that turn one division into the other (Wen and Tzerpos,
"An optimal algorithm for MoJo distance", IWPC 2003, and "An effectiveness measure for software clustering algorithms",
IWPC 2004). The optimum is found by a maximum bipartite matching, as they show.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from boundary.split.communities import adjusted_rand_index

if TYPE_CHECKING:
    from collections.abc import Mapping

    Division = Mapping[str, object]
    """From an item to the group that it is in."""


def moves_and_joins(one: Division, other: Division) -> int:
    """The fewest moves and joins that turn `one` into `other`, over the items that both divide.

    Each group of `one` is tagged with a group of `other` that it shares most items with; where there is a choice, so
    that as many different tags as possible are used. What is not in its group's tag moves; groups of one tag join.
    """
    shared = sorted(one.keys() & other.keys())
    overlap: dict[object, Counter[object]] = defaultdict(Counter)
    for item in shared:
        overlap[one[item]][other[item]] += 1
    best = {group: max(counts.values()) for group, counts in overlap.items()}
    tags = {
        group: sorted((tag for tag, count in counts.items() if count == best[group]), key=str)
        for group, counts in overlap.items()
    }
    return len(shared) - sum(best.values()) + len(tags) - _matched(tags)


def mojofm(one: Division, reference: Division) -> float:
    """MoJoFM = (1 - mno(A, B) / max over all A' of mno(A', B)) x 100 against a reference B; 100 when equal.

    The largest distance to B is that of a division in which each group takes one item of every group of B as long as
    there are any: it comes to n - max_i |B_i| moves and joins if no two groups can be tagged alike, and is counted by
    the same algorithm. 100 too when fewer than two items are in both.
    """
    both = {item: reference[item] for item in one.keys() & reference.keys()}
    farthest = moves_and_joins(_farthest(both), both)
    return (1 - moves_and_joins(one, both) / farthest) * 100 if farthest else 100.0


def rand_index(one: Division, other: Division) -> float:
    """The adjusted Rand index over what both divide: 1 when equal, about 0 by chance (Hubert and Arabie 1985)."""
    shared = sorted(one.keys() & other.keys())
    labels = [_numbered([division[item] for item in shared]) for division in (one, other)]
    return adjusted_rand_index(labels[0], labels[1], [1] * len(shared))


def _farthest(reference: Division) -> dict[str, object]:
    """A division that is as far as any from the reference: group k holds the k-th item of every group."""
    members: dict[object, list[str]] = defaultdict(list)
    for item in sorted(reference):
        members[reference[item]].append(item)
    return {item: number for items in members.values() for number, item in enumerate(items)}


def _matched(tags: Mapping[object, list[object]]) -> int:
    """The size of a maximum matching of groups with tags (Kuhn's augmenting paths)."""
    holder: dict[object, object] = {}

    def take(group: object, seen: set[object]) -> bool:
        for tag in tags[group]:
            if tag not in seen:
                seen.add(tag)
                if tag not in holder or take(holder[tag], seen):
                    holder[tag] = group
                    return True
        return False

    return sum(take(group, set()) for group in sorted(tags, key=str))


def _numbered(labels: list[object]) -> tuple[int, ...]:
    numbers: dict[object, int] = {}
    return tuple(numbers.setdefault(label, len(numbers)) for label in labels)
