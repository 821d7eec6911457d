"""What is the least that a division can cost?  An integer program, solved exactly where HiGHS is installed.

A part `p` *reaches* a context `k` (`r[p,k]`) when a link leads from it to a unit of `k`, or to a part that reaches `k`,
by a seam `s` that is not relaxed (`x[s]`)::

    minimise    sum_s price[s] x[s]
    subject to  r[p,k] >= r[c,k] - x[s]    for every link of s from p to a part c
                r[p,k] >= 1 - x[s]         for every link of s from p to a unit of k
                sum_k r[p,k] <= 1          for every part p
                0 <= r <= 1,  x in {0, 1}

That says the same as "every way from a transaction to a context that is not its home passes a relaxed seam", with as
many rows as there are links and contexts, where the ways are exponentially many and would have to be added as they are
violated. Parts that reach one context only, whatever is relaxed, are folded into it.

HiGHS (Huangfu and Hall 2018) comes with scipy, which is large and is needed for this alone: the extra `exact`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boundary.split.costs import Costs

NODES = 200
"""The solver stops after so many nodes of its search; counted, not timed, so that the answer is always the same."""

ROWS = 120_000
"""A program with more rows than this is not tried: a minute on a laptop."""


@dataclass(frozen=True, slots=True)
class Optimum:
    """The cheapest seams that are known, by number, their price, and a bound that no set of seams can be below."""

    seams: tuple[int, ...]
    price: int
    bound: float


def available() -> bool:
    """Whether the solver is installed."""
    from importlib.util import find_spec  # noqa: PLC0415 - only asked by those who split

    return find_spec("scipy") is not None


def cheapest(costs: Costs, homes: Sequence[int]) -> Optimum | None:
    """The cheapest seams for the units' homes; None where the program is too large.

    Raises `ImportError` without scipy.
    """
    import numpy as np  # noqa: PLC0415 - a tenth of a second, only paid by those who ask for the optimum
    from scipy.optimize import Bounds, LinearConstraint, milp  # type: ignore[import-untyped]  # noqa: PLC0415 - the same
    from scipy.sparse import csr_array  # type: ignore[import-untyped]  # noqa: PLC0415 - the same

    program = _Program(costs, homes)
    if not program.price:
        return Optimum((), 0, 0.0)
    if len(program.lower) > ROWS:
        return None
    data, rows, columns = zip(*program.cells, strict=True)
    matrix = csr_array((data, (rows, columns)), shape=(len(program.lower), program.variables))
    count = len(program.price)
    cost = np.zeros(program.variables)
    cost[:count] = list(program.price.values())
    whole = np.zeros(program.variables)
    whole[:count] = 1
    answer = milp(
        cost,
        constraints=LinearConstraint(matrix, np.array(program.lower), np.inf),
        integrality=whole,
        bounds=Bounds(0, 1),
        options={"node_limit": NODES},
    )
    if answer.x is None:
        return None
    half = 0.5
    seams = tuple(sorted(seam for seam, column in program.column.items() if answer.x[column] > half))
    return Optimum(seams, sum(costs.price[seam] for seam in seams), float(answer.mip_dual_bound))


class _Program:
    """The rows and columns: first one column a seam, then those for what parts reach."""

    def __init__(self, costs: Costs, homes: Sequence[int]) -> None:
        self.costs = costs
        self.reach = _reach(costs, homes)
        divided = [len(each) > 1 for each in self.reach]
        below = _below(costs, divided)
        self.price: dict[int, int] = {}
        self.column: dict[int, int] = {}
        useful = [
            (link, parent)
            for link, parents in enumerate(costs.parents)
            for parent in parents
            if below[parent - costs.units]
        ]
        for link, _ in useful:
            seam = costs.seam_of[link]
            if seam not in self.column:
                self.column[seam] = len(self.column)
                self.price[seam] = costs.price[seam]
        self._reaches: dict[tuple[int, int], int] = {}
        self.variables = len(self.column)
        self.cells: list[tuple[float, int, int]] = []
        self.lower: list[float] = []
        for link, parent in useful:
            self._link(link, parent, homes)
        of_part: dict[int, list[int]] = defaultdict(list)
        for (part, _), column in self._reaches.items():
            of_part[part].append(column)
        for columns in of_part.values():
            if len(columns) > 1:
                self._row([(-1.0, column) for column in columns], -1.0)

    def _link(self, link: int, parent: int, homes: Sequence[int]) -> None:
        costs = self.costs
        child, seam = costs.child[link], self.column[costs.seam_of[link]]
        contexts = [homes[child]] if child < costs.units else sorted(self.reach[child - costs.units])
        for context in contexts:
            cells = [(1.0, self._reached(parent, context)), (1.0, seam)]
            if child < costs.units:
                self._row(cells, 1.0)
            else:
                self._row([*cells, (-1.0, self._reached(child, context))], 0.0)

    def _reached(self, part: int, context: int) -> int:
        key = part, context
        if key not in self._reaches:
            self._reaches[key] = self.variables
            self.variables += 1
        return self._reaches[key]

    def _row(self, cells: Sequence[tuple[float, int]], lower: float) -> None:
        row = len(self.lower)
        self.cells += [(value, row, column) for value, column in cells]
        self.lower.append(lower)


def _reach(costs: Costs, homes: Sequence[int]) -> list[set[int]]:
    """The contexts that each part reaches while nothing is relaxed."""
    found: list[set[int]] = [set() for _ in range(costs.parts)]
    by_parent: list[list[int]] = [[] for _ in range(costs.parts)]
    for link, parents in enumerate(costs.parents):
        for parent in parents:
            by_parent[parent - costs.units].append(costs.child[link])
    for part, children in enumerate(by_parent):
        for child in children:
            found[part] |= {homes[child]} if child < costs.units else found[child - costs.units]
    return found


def _below(costs: Costs, divided: Sequence[bool]) -> list[bool]:
    """The parts that are divided, and those that they lead to: the others cost nothing."""
    found = list(divided)
    order = sorted(range(len(costs.child)), key=lambda link: -costs.child[link])
    # a part has a larger number than those that it leads to: from the top down
    children: list[list[int]] = [[] for _ in range(costs.parts)]
    for link in order:
        if costs.child[link] >= costs.units:
            for parent in costs.parents[link]:
                children[parent - costs.units].append(costs.child[link] - costs.units)
    for part in reversed(range(costs.parts)):
        if found[part]:
            for child in children[part]:
                found[child] = True
    return found
