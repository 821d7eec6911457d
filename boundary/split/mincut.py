"""What is the cheapest way to separate two tables?  Maximum flow, with the flow as its certificate.

Two tables are held together by a way that goes up from one to a part of a transaction, down to a table, up again, and
so on to the other. So the graph has every part twice: on the way up and on the way down, with a free turn between. An
edge is a link (a seam and what it leads to), so that all transactions that pass there share its price. A minimum cut
cuts all ways; by duality none costs less than the flow is large.

A seam can lie on one way twice, down in one transaction and up in another, or lead to several parts, depending on who
calls. It is paid once, so its edges share its price in the flows that give the bound: equally, and all to the edge that
is met first from the start; the larger flow counts. Finding the optimum in general is NP-hard (minimum label cut), so
where bound and price differ, an integer program is asked (`labelcut`), and if it does not prove more, both are told.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from boundary.split.labelcut import LabelCut, label_cut
from boundary.split.seams import Link, Node, relaxed_seams

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from networkx import DiGraph

    from boundary.model.scan import Relaxed, Seam
    from boundary.split.seams import Forest

TOLERANCE = 1e-6

Place = tuple[str, Node]
Edge = tuple[Place, Place]


@dataclass(frozen=True, slots=True)
class Separation:
    """A cheap set of seams whose relaxing separates two tables (or two sides).

    `price` is what they cost together; no set of seams costs less than `bound`, a maximum flow. `seams` is empty when
    nothing holds the two together.
    """

    seams: tuple[Relaxed, ...]
    price: float
    bound: float

    @property
    def exact(self) -> bool:
        """Whether it is proven that no cheaper set of seams exists."""
        return self.price <= self.bound + TOLERANCE

    def __str__(self) -> str:
        bound = "" if self.exact else f", no cheaper than {self.bound:g}"
        return f"{len(self.seams)} seams, price {self.price:g}{bound}"


def separate(forest: Forest, one: str, other: str) -> Separation:
    """The cheapest seams between two tables.

    Raises `ValueError` when they are the same table.
    """
    return separate_sides(forest, {one}, {other})


def separate_sides(forest: Forest, ones: Collection[str], others: Collection[str]) -> Separation:
    """The cheapest seams whose relaxing leaves no way between tables of two sides.

    Tables on neither side may end on either. Raises `ValueError` when the sides share a table.
    """
    if set(ones) & set(others):
        raise ValueError(f"no split separates a table from itself: {', '.join(sorted(set(ones) & set(others)))}")
    between = _Between(forest, ones, others)
    if not between.connected:
        return Separation((), 0.0, 0.0)
    every = {edge: float(link.price.price) for edge, link in between.edges.items()}
    equal = {edge: every[edge] / len(between.of_seam[link.seam]) for edge, link in between.edges.items()}
    nearest = between.first_edges()
    first = {edge: every[edge] if edge in nearest else 0.0 for edge in between.edges}
    flows = [between.minimum_cut(prices) for prices in (every, equal, first)]
    bound = max(flow for flow, _ in flows[1:])
    answers = [_without_excess(forest, seams, ones, others) for _, seams in flows]
    cheapest = min(sum(one.price for one in each) for each in answers)
    if cheapest > bound + TOLERANCE:
        proven = between.label_cut(forest.price)
        if proven is not None:
            answers.append(_without_excess(forest, proven.seams, ones, others))
            bound = max(bound, proven.bound)
    price, _, seams = min(((sum(one.price for one in each), len(each), each) for each in answers), key=_cheapest)
    return Separation(seams, price, min(bound, price))


def _cheapest(answer: tuple[float, int, tuple[Relaxed, ...]]) -> tuple[float, int]:
    return answer[:2]


def _without_excess(
    forest: Forest, seams: Collection[Seam], ones: Collection[str], others: Collection[str]
) -> tuple[Relaxed, ...]:
    """The seams, without those that are not needed beside the rest; the dearest are tried first."""
    needed = set(seams)
    for relaxed in sorted(relaxed_seams(forest, needed), key=lambda one: -one.price):
        fewer = needed - {relaxed.seam}
        if not any(group.intersection(ones) and group.intersection(others) for group in forest.groups(fewer)):
            needed = fewer
    return relaxed_seams(forest, needed)


class _Between:
    """The graph of all ways between two sides. `edges` are those that cost, each with its link."""

    def __init__(self, forest: Forest, ones: Collection[str], others: Collection[str]) -> None:
        import networkx as nx  # noqa: PLC0415 - a fifth of a second, only paid by those who cut

        self.graph: DiGraph = nx.DiGraph()
        self.edges: dict[Edge, Link] = {}
        self.of_seam: dict[Seam, list[Edge]] = defaultdict(list)
        for number, link in enumerate(forest.links):
            self._add(number, link)
        self.graph.add_edges_from((("up", part), ("down", part)) for part in range(forest.parts))
        self.graph.add_edges_from((("start", 0), ("table", table)) for table in sorted(ones))
        self.graph.add_edges_from((("table", table), ("end", 0)) for table in sorted(others))
        # what no way from start to end passes only costs time
        useful = nx.descendants(self.graph, ("start", 0)) & nx.ancestors(self.graph, ("end", 0))
        self.connected = bool(useful)
        self.graph.remove_nodes_from(
            [node for node in self.graph if node not in useful and node[0] not in {"start", "end"}]
        )
        self.edges = {edge: link for edge, link in self.edges.items() if self.graph.has_edge(*edge)}
        for edge, link in self.edges.items():
            self.of_seam[link.seam].append(edge)
        self.distance: Mapping[Place, int] = nx.single_source_shortest_path_length(self.graph, ("start", 0))

    def first_edges(self) -> set[Edge]:
        """Of all edges of each seam the one that is met first from the start."""
        return {min(rivals, key=lambda edge: self.distance[edge[0]]) for rivals in self.of_seam.values()}

    def minimum_cut(self, prices: Mapping[Edge, float]) -> tuple[float, set[Seam]]:
        """The value of a maximum flow under these prices, and the seams of a minimum cut."""
        import networkx as nx  # noqa: PLC0415 - the same
        from networkx.algorithms.flow import boykov_kolmogorov  # noqa: PLC0415 - the same

        for (one, other), price in prices.items():
            self.graph.edges[one, other]["capacity"] = price
        flow, (near, _) = nx.minimum_cut(self.graph, ("start", 0), ("end", 0), flow_func=boykov_kolmogorov)
        cut = {link.seam for (one, other), link in self.edges.items() if one in near and other not in near}
        return float(flow), cut

    def label_cut(self, price: Mapping[Seam, int]) -> LabelCut | None:
        """The cheapest seams of all, where the solver for it is installed."""
        seam_of: dict[object, Seam] = {edge: link.seam for edge, link in self.edges.items()}
        return label_cut(self.graph, ("start", 0), ("end", 0), seam_of, price)

    def _add(self, number: int, link: Link) -> None:
        down, up = _ends(link.child)
        for edge in ((("into", number), down), (up, ("out of", number))):
            self.graph.add_edge(*edge)
            self.edges[edge] = link
        for parent in sorted(link.parents):
            self.graph.add_edge(("down", parent), ("into", number))
            self.graph.add_edge(("out of", number), ("up", parent))


def _ends(child: Node) -> tuple[Place, Place]:
    """Where a link leads to on the way down, and where it comes from on the way up."""
    return (("table", child), ("table", child)) if isinstance(child, str) else (("down", child), ("up", child))
