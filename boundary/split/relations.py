"""Which modules are related, and how strongly?  Imports and calls between modules, as one undirected graph.

The metrics that other tools print are made for graphs of classes or modules; here a module is what they call a class.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from boundary.model.scan import Scan
    from boundary.split.usage import Modules

Pair = tuple[str, str]


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


def relations_of(scan: Scan, modules: Modules) -> Relations:
    """The relations of a scan's modules; an end that is no module is left out, as is what stays in one module."""
    weights: Counter[Pair] = Counter()
    calls: Counter[Pair] = Counter()
    for kind, one, other in _ends(scan, modules):
        weights[min(one, other), max(one, other)] += 1
        if kind == "call":
            calls[one, other] += 1
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


def _ends(scan: Scan, modules: Modules) -> Iterator[tuple[str, str, str]]:
    kinds: Iterable[str] = ("import", "call")
    for coupling in scan.couplings:
        if coupling.kind in kinds:
            one, other = modules.of(coupling.from_), modules.of(coupling.to)
            if one is not None and other is not None and one != other:
                yield coupling.kind, one, other
