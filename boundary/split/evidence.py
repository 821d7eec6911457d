"""How strongly do tables belong together?  A weighted graph over the must-link groups, from evidence of several kinds.

Each kind of evidence is gathered as sets of tables that something holds together. A hub's pairs are damped by the
logarithm of its degree, the kind is normalised to a total of one and then weighted (`[tool.boundary.weights]`). All
sums are exact and the nodes are ordered by what they look like in the graph before their names are asked, so neither
the order of the input nor the names decide anything that the structure can decide.

Sets are added up group by group, not pair by pair, so that a transaction over a large core costs no more than a small
one: in all, the square of the number of *groups* that each set touches.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping  # noqa: TC003 - the class of a field, which compiled code asks for
from dataclasses import dataclass
from math import fsum, log
from typing import TYPE_CHECKING

import msgspec

from boundary.config import Weights
from boundary.split.together import Sets, by_kind

if TYPE_CHECKING:
    from boundary.model.scan import Scan
    from boundary.split.contract import Contraction
    from boundary.split.usage import Usage

UNDAMPED = frozenset({"packages", "words"})
"""The kinds in which a large degree is not a hub, but a large package or a common word."""

SCALE = 10_000_000
"""Weights are kept as integers, in parts of this, so that sums of them are exact in any order."""

WIDEST = 200
"""A function, module or package that spans more tables than this says nothing about any pair of them."""

ROUNDS = 4
"""How many steps of neighbourhood are looked at when nodes are ordered by structure."""

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The graph: node `i` is the must-link group `groups[i]`; `weights` maps `(i, j)`, `i <= j`, to the evidence.

    A pair `(i, i)` is the evidence inside a group: it makes a group that is rich in itself slow to take in others.
    """

    groups: tuple[tuple[str, ...], ...]
    weights: Mapping[Cell, int]

    @property
    def sizes(self) -> tuple[int, ...]:
        """The number of tables of each node."""
        return tuple(len(group) for group in self.groups)


def evidence(scan: Scan, usage: Usage, contraction: Contraction, weights: Weights | None = None) -> Evidence:
    """Gather, damp, normalise and weigh all evidence, and add it up between the groups of `contraction`."""
    worth = msgspec.to_builtins(weights or Weights())
    parts: dict[Cell, list[float]] = defaultdict(list)
    for kind, sets in by_kind(scan, usage).items():
        between = between_groups(sets, contraction.group_of, damp=kind not in UNDAMPED)
        total = fsum(between.values())
        if not total:
            continue
        for cell, value in between.items():
            parts[cell].append(worth[kind] * value / total)
    summed = {cell: round(SCALE * fsum(values)) for cell, values in parts.items()}
    return _in_structural_order(contraction.groups, {cell: value for cell, value in summed.items() if value})


def between_groups(sets: Sets, group_of: Mapping[str, int], *, damp: bool) -> dict[Cell, float]:
    """The evidence between every two groups, and within each, from sets of tables.

    A set of n tables gives each of its pairs its weight / (n-1), so that a wide one does not outweigh many narrow ones;
    a damped pair is divided by the logarithm of the degree of either end, where that is above one.
    """
    known = [(tables.intersection(group_of), weight) for tables, weight in sets.items()]
    useful = [(sorted(tables), weight) for tables, weight in known if 1 < len(tables) <= WIDEST]
    share = _damping([tables for tables, _ in useful]) if damp else {}
    found: dict[Cell, list[float]] = defaultdict(list)
    for tables, weight in useful:
        members: dict[int, list[float]] = defaultdict(list)
        for table in tables:
            members[group_of[table]].append(share.get(table, 1.0))
        value = weight / (len(tables) - 1)
        sums = [(group, fsum(shares)) for group, shares in sorted(members.items())]
        for index, (group, sum_) in enumerate(sums):
            if len(members[group]) > 1:
                found[group, group].append(value * (sum_**2 - fsum(share**2 for share in members[group])) / 2)
            for other, other_sum in sums[index + 1 :]:
                found[group, other].append(value * sum_ * other_sum)
    return {cell: fsum(values) for cell, values in found.items()}


def _damping(sets: list[list[str]]) -> dict[str, float]:
    """What a pair of each table is multiplied by: one over the logarithm of how many tables it is seen with."""
    bit = {table: 1 << index for index, table in enumerate(sorted({table for tables in sets for table in tables}))}
    seen: Counter[str] = Counter()
    for tables in sets:
        mask = sum(bit[table] for table in tables)
        for table in tables:
            seen[table] |= mask
    return {table: 1 / max(1.0, log(mask.bit_count() - 1)) for table, mask in seen.items()}


def _in_structural_order(groups: tuple[tuple[str, ...], ...], weights: dict[Cell, int]) -> Evidence:
    """Renumber the nodes by their neighbourhoods (Weisfeiler-Leman colours), then by their first table's name."""
    neighbours: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (one, other), weight in weights.items():
        neighbours[one].append((weight, other))
        neighbours[other].append((weight, one))
    colours = _ranks([(len(group), weights.get((node, node), 0)) for node, group in enumerate(groups)])
    for _ in range(ROUNDS):
        colours = _ranks(
            [
                (colours[node], *sorted((weight, colours[other]) for weight, other in neighbours[node]))
                for node in range(len(groups))
            ]
        )
    order = sorted(range(len(groups)), key=lambda node: (-len(groups[node]), colours[node], groups[node]))
    place = {node: index for index, node in enumerate(order)}
    moved = {
        (min(place[one], place[other]), max(place[one], place[other])): value for (one, other), value in weights.items()
    }
    return Evidence(tuple(groups[node] for node in order), dict(sorted(moved.items())))


def _ranks(keys: list[tuple[object, ...]]) -> list[int]:
    """Each key's place among the distinct keys."""
    rank = {key: index for index, key in enumerate(sorted(set(keys)))}
    return [rank[key] for key in keys]
