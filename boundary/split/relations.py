"""Which modules are related, and how strongly?  Imports and calls between modules, as one undirected graph.

The metrics that other tools print are made for graphs of classes or modules; here a module is what they call a class.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping  # noqa: TC003 - the class of a field, which compiled code asks for
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.model.scan import Scan
    from boundary.split.usage import Modules

Pair = tuple[str, str]
Related = tuple[str, str, str, int]
"""The kind of a coupling, the module that it leaves, the one that it comes to, and at how many places."""


@dataclass(frozen=True, slots=True)
class Relations:
    """The modules that are related: `weights` maps a sorted pair to the number of places of either kind.

    `calls` maps (caller, callee) to the number of places that call. A document without source has none.
    """

    weights: Mapping[Pair, int]
    calls: Mapping[Pair, int]


@dataclass(frozen=True, slots=True)
class Placed:
    """Relations under a split: pairs inside and between contexts. A module of no context is outside of all."""

    sizes: tuple[int, ...]
    inside: tuple[Counter[Pair], ...]
    across: Mapping[Pair, int]
    between: Mapping[tuple[int, int], int]

    @property
    def related(self) -> tuple[int, ...]:
        """The number of related pairs inside each context."""
        return tuple(len(pairs) for pairs in self.inside)

    def within(self, index: int) -> int:
        """The weight of what is inside one context."""
        return sum(self.inside[index].values())


def related_in(scan: Scan, modules: Modules) -> list[Related]:
    """Which two modules import or call one another, each kind and direction once, sorted: with the number of places."""
    found = Counter([(coupling.kind, coupling.from_, coupling.to) for coupling in scan.couplings])
    return [
        (kind, one, other, places)
        for (kind, from_, to), places in sorted(found.items())
        if kind in {"import", "call"}
        and (one := modules.of(from_)) is not None
        and (other := modules.of(to)) is not None
        and one != other
    ]


def relations_of(related: Iterable[Related]) -> Relations:
    """The relations of a scan's modules; an end that is no module is left out, as is what stays in one module."""
    weights: dict[Pair, int] = {}
    calls: dict[Pair, int] = {}
    for kind, one, other, places in related:
        pair = (one, other) if one < other else (other, one)
        weights[pair] = weights.get(pair, 0) + places
        if kind == "call":
            calls[one, other] = calls.get((one, other), 0) + places
    return Relations(dict(sorted(weights.items())), dict(sorted(calls.items())))


def place(relations: Relations, home: Mapping[str, int], contexts: int) -> Placed:
    """Sort relations by where a split has their ends; `home` maps a module to the number of its context."""
    inside: tuple[Counter[Pair], ...] = tuple(Counter() for _ in range(contexts))
    across: Counter[Pair] = Counter()
    between: Counter[tuple[int, int]] = Counter()
    for (one, other), weight in relations.weights.items():
        near, far = home.get(one), home.get(other)
        if near is not None and near == far:
            inside[near][one, other] += weight
        elif near is not None or far is not None:
            across[one, other] += weight
            if near is not None and far is not None:
                between[min(near, far), max(near, far)] += 1
    sizes = Counter(home.values())
    return Placed(tuple(sizes[index] for index in range(contexts)), inside, across, between)


def external(placed: Placed, home: Mapping[str, int]) -> Counter[int]:
    """The weight of the relations that leave each context."""
    found: Counter[int] = Counter()
    for pair, weight in placed.across.items():
        for module in pair:
            if module in home:
                found[home[module]] += weight
    return found
