"""Which seams part two sides for the least, proven?  The minimum label cut as an integer program, where HiGHS is there.

An edge of the graph of `mincut` is a passage of a seam, and a seam may have several; it is paid once. With a height
`h` for every node, nothing at the start and one at the end, and `x[s]` for a seam that is relaxed::

    minimise    sum_s price[s] x[s]
    subject to  h[v] <= h[u] + x[s]    for every edge of seam s from u to v
                h[v] <= h[u]           for every edge that is free
                h[start] = 0, h[end] = 1, 0 <= h <= 1, x in {0, 1}

For whole `x` the best heights are whole too, so only the seams are. The problem is NP-hard in general (Hassin, Monnot
and Segev 2009), but these programs are mostly solved at the root: what flows leave open is little.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from networkx import DiGraph

    from boundary.model.scan import Seam

NODES = 500
"""The solver stops after so many nodes of its search; counted, not timed, so that the answer is always the same."""

ROWS = 200_000
"""A graph with more edges than this is left to the flows."""

HALF = 0.5
TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class LabelCut:
    """The best seams that were found, and a bound that no set of seams is below."""

    seams: frozenset[Seam]
    bound: float


def label_cut(
    graph: DiGraph, start: object, end: object, seam_of: Mapping[object, Seam], price: Mapping[Seam, int]
) -> LabelCut | None:
    """The cheapest seams without whose edges nothing leads from `start` to `end`.

    `seam_of` maps the edges that cost to their seams; the others are free. None where the solver is not installed (the
    extra `exact`), where the graph is too large for it, or where it finds nothing.
    """
    if find_spec("scipy") is None or graph.number_of_edges() > ROWS:
        return None
    import numpy as np  # noqa: PLC0415 - a tenth of a second, only paid by those who ask for the proof
    from scipy.optimize import Bounds, LinearConstraint, milp  # type: ignore[import-untyped]  # noqa: PLC0415 - the same
    from scipy.sparse import csr_array  # type: ignore[import-untyped]  # noqa: PLC0415 - the same

    seams = sorted({seam_of[edge] for edge in graph.edges if edge in seam_of}, key=str)
    column: dict[object, int] = {seam: number for number, seam in enumerate(seams)}
    column |= {("node", node): len(seams) + number for number, node in enumerate(graph.nodes)}
    cells: list[tuple[float, int, int]] = []
    for row, edge in enumerate(graph.edges):
        cells += [(1.0, row, column["node", edge[0]]), (-1.0, row, column["node", edge[1]])]
        if edge in seam_of:
            cells.append((1.0, row, column[seam_of[edge]]))
    data, rows, columns = zip(*cells, strict=True)
    matrix = csr_array((data, (rows, columns)), shape=(graph.number_of_edges(), len(column)))
    cost, whole = np.zeros(len(column)), np.zeros(len(column))
    cost[: len(seams)], whole[: len(seams)] = [price[seam] for seam in seams], 1
    low, high = np.zeros(len(column)), np.ones(len(column))
    high[column["node", start]], low[column["node", end]] = 0, 1
    answer = milp(
        cost,
        constraints=LinearConstraint(matrix, 0, np.inf),
        integrality=whole,
        bounds=Bounds(low, high),
        options={"node_limit": NODES},
    )
    if answer.x is None:
        return None
    chosen = frozenset(seam for number, seam in enumerate(seams) if answer.x[number] > HALF)
    bound = float(answer.mip_dual_bound)
    # whole prices give whole sums
    return LabelCut(chosen, ceil(bound - TOLERANCE) if all(one == int(one) for one in price.values()) else bound)
