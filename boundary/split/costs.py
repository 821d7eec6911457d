"""What can be cut, and for how much?  The search's view of a monolith: numbers, no names.

Two kinds of things have a context: *units* (tables that stay together, with a size) and *parts* of transactions (see
`seams`), which have none of their own and follow what they reach. A seam is paid once, as soon as one of its links is
cut: a link leads from parts to a unit or a part, and is cut when one of these parts is not at home where it leads.

A part of which everything is relaxed reaches nothing; it is at home `NOWHERE`, and whoever calls it needs no seam. So
the cheapest homes of the parts are the cheapest seams of a division, and any homes at all give seams that suffice.

A document without source has no parts: there a transaction is an *edge* over its units, paid when it is cut at all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from boundary.split.reduce import reduced

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from boundary.model.scan import Seam
    from boundary.split.contract import Bound
    from boundary.split.reduce import Link
    from boundary.split.seams import Forest

NOWHERE = 0
"""The home of a part that reaches nothing; contexts have the numbers from one on."""


@dataclass(frozen=True, slots=True)
class Costs:
    """Vertices `0..units-1` are units, those after them parts; a part has a larger number than those that it leads to.

    Link `i` leads from `parents[i]` to `child[i]` by the seam `seam_of[i]`. Seam `s` costs `price[s]` and is passed by
    `passing[s]` transactions; `seams[s]` is its name, as `tables` are those of the units. `edges` are sorted sets of
    units, with `edge_price`. `near[u]` is the evidence that ties unit `u` to others, `degrees[u]` all of it.
    """

    tables: tuple[tuple[str, ...], ...]
    sizes: tuple[int, ...]
    parts: int
    child: tuple[int, ...]
    parents: tuple[tuple[int, ...], ...]
    seam_of: tuple[int, ...]
    price: tuple[int, ...]
    passing: tuple[int, ...]
    edges: tuple[tuple[int, ...], ...]
    edge_price: tuple[int, ...]
    near: tuple[Mapping[int, int], ...]
    degrees: tuple[int, ...]
    seams: tuple[Seam, ...] = ()

    @property
    def units(self) -> int:
        """How many units there are."""
        return len(self.sizes)

    def contracted(self, cluster_of: Sequence[int]) -> Costs:
        """The same with units put together: unit `u` becomes part of cluster `cluster_of[u]`."""
        count = max(cluster_of, default=-1) + 1
        shift = count - self.units
        tables: list[list[str]] = [[] for _ in range(count)]
        sizes, degrees = [0] * count, [0] * count
        near: list[Counter[int]] = [Counter() for _ in range(count)]
        for unit, cluster in enumerate(cluster_of):
            tables[cluster] += self.tables[unit]
            sizes[cluster] += self.sizes[unit]
            degrees[cluster] += self.degrees[unit]
            for other, weight in self.near[unit].items():
                if cluster_of[other] != cluster:
                    near[cluster][cluster_of[other]] += weight
        edges: Counter[tuple[int, ...]] = Counter()
        for edge, price in zip(self.edges, self.edge_price, strict=True):
            pins = tuple(sorted({cluster_of[unit] for unit in edge}))
            if len(pins) > 1:
                edges[pins] += price
        return Costs(
            tuple(tuple(sorted(each)) for each in tables),
            tuple(sizes),
            self.parts,
            tuple(cluster_of[child] if child < self.units else child + shift for child in self.child),
            tuple(tuple(parent + shift for parent in each) for each in self.parents),
            self.seam_of,
            self.price,
            self.passing,
            tuple(edges),
            tuple(edges.values()),
            tuple(near),
            tuple(degrees),
            self.seams,
        )


def costs_of(
    trees: Forest,
    units: Sequence[tuple[str, ...]],
    near: Sequence[Mapping[int, int]],
    bare: Sequence[Bound] = (),
    bare_price: int = 1,
) -> Costs:
    """The numbers for `trees`, with `bare` transactions as edges; `near` is the evidence between `units`."""
    unit_of = {table: number for number, unit in enumerate(units) for table in unit}
    seams = list(dict.fromkeys(link.seam for link in trees.links))
    number_of = {seam: number for number, seam in enumerate(seams)}
    edges: Counter[tuple[int, ...]] = Counter()
    for bound in bare:
        pins = tuple(sorted({unit_of[table] for table in bound.tables}))
        if len(pins) > 1:
            edges[pins] += bare_price
    ordered = sorted(edges)
    links: dict[Link, set[int]] = defaultdict(set)
    for link in trees.links:
        child = unit_of[link.child] if isinstance(link.child, str) else len(units) + link.child
        links[number_of[link.seam], child] |= {len(units) + parent for parent in link.parents}
    passing: list[set[str]] = [set() for _ in seams]
    for link in trees.links:
        passing[number_of[link.seam]] |= link.transactions
    price = [trees.price[seam] for seam in seams]
    roots = {len(units) + part for parts in trees.roots.values() for part in parts}
    joined = reduced(links, price, len(units), roots)
    return Costs(
        tuple(units),
        tuple(len(unit) for unit in units),
        trees.parts,
        tuple(child for _, child in joined),
        tuple(tuple(sorted(parents)) for parents in joined.values()),
        tuple(seam for seam, _ in joined),
        tuple(price),
        tuple(map(len, passing)),
        tuple(ordered),
        tuple(edges[each] for each in ordered),
        tuple(near),
        tuple(sum(each.values()) for each in near),
        tuple(seams),
    )
