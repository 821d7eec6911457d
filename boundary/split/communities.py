"""Which groups make a context?  Communities on the evidence graph, as a consensus over seeds and resolutions.

Louvain is run at several resolutions and seeds; per resolution the runs are brought to a consensus (two groups are
together where most runs put them together), contexts too small for the grain are merged into the neighbour that gains
most, and the candidate with the best modularity times stability is taken. Nothing here ever divides a node, so a
must-link group stays whole whatever the evidence says.

Complexity: `len(RESOLUTIONS) * SEEDS` runs of Louvain on a graph that is thinned to `STRONGEST` edges a node.

References: Blondel et al. 2008 (Louvain); Lancichinetti and Fortunato 2012 (consensus clustering); Hubert and Arabie
1985 (adjusted Rand index).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import comb, fsum
from random import Random
from typing import TYPE_CHECKING

from boundary.split.merge import GRAINS, Links, merge_small

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from networkx import Graph

    from boundary.model.wanted import Grain
    from boundary.split.evidence import Evidence

RESOLUTIONS: Mapping[Grain, tuple[float, ...]] = {"mini-service": (0.7, 1.0, 1.5), "service": (1.0, 1.5, 2.5)}
"""The resolutions at which communities are looked for: a higher one finds more and smaller ones."""

SEEDS = 4
PERTURBED = 4
DROPPED = 0.05
STRONGEST = 16

Labels = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Communities:
    """`parts` are sets of the evidence's nodes, each sorted, in order of their first node.

    `stability` is the mean adjusted Rand index, over the tables, between this division and those of other seeds and of
    evidence with 5 % of the edges dropped. `resolution` is the one that was chosen.
    """

    parts: tuple[tuple[int, ...], ...]
    stability: float
    resolution: float


def prepare() -> None:
    """Load what dividing takes, where there is time for it."""
    import networkx  # noqa: F401, ICN001, PLC0415 - as below


def communities(evidence: Evidence, *, grain: Grain = "mini-service", seed: int = 0) -> Communities:
    """Divide the nodes of `evidence` into contexts of the wanted grain; same input and seed, same answer."""
    if len(evidence.groups) < 2:  # noqa: PLR2004 - nothing to divide
        return Communities(tuple((node,) for node in range(len(evidence.groups))), 1.0, 1.0)
    weights = thinned(evidence.weights)
    links = Links(evidence.sizes, evidence.weights)
    candidates = []
    for resolution in RESOLUTIONS[grain]:
        runs = [_labels(weights, links, resolution, seed * SEEDS + run) for run in range(SEEDS)]
        chosen = merge_small(consensus(runs), links, GRAINS[grain], resolution)
        merged = [merge_small(run, links, GRAINS[grain], resolution) for run in runs]
        agreement = _agreement(chosen, merged, evidence.sizes)
        candidates.append((links.modularity(chosen) * agreement, -resolution, chosen, merged))
    _, resolution, chosen, merged = max(candidates)
    others = merged + _perturbed(evidence, grain, -resolution, seed)
    return Communities(_parts(chosen), _agreement(chosen, others, evidence.sizes), -resolution)


def fine_divisions(evidence: Evidence, seed: int = 0) -> list[Labels]:
    """Divisions into the finest communities, with several seeds, and with less evidence."""
    grain: Grain = "service"
    resolution = max(RESOLUTIONS[grain])
    links, weights = Links(evidence.sizes, evidence.weights), thinned(evidence.weights)
    runs = [_labels(weights, links, resolution, seed * SEEDS + run) for run in range(SEEDS)]
    merged = [merge_small(run, links, GRAINS[grain], resolution) for run in runs]
    return merged + _perturbed(evidence, grain, resolution, seed)


def thinned(weights: Mapping[tuple[int, int], int]) -> dict[tuple[int, int], int]:
    """Keep the edges that are among the strongest of either end: the rest says little and costs time."""
    at: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for (one, other), weight in weights.items():
        at[one].append((-weight, one, other))
        if one != other:
            at[other].append((-weight, one, other))
    kept = {(one, other) for edges in at.values() for _, one, other in sorted(edges)[: STRONGEST + 1]}
    return {pair: weight for pair, weight in weights.items() if pair in kept or pair[0] == pair[1]}


def consensus(runs: Sequence[Labels]) -> Labels:
    """Put together what more than half of the runs put together, and what hangs together by that."""
    atoms = sorted(set(zip(*runs, strict=True)))
    home = {atom: index for index, atom in enumerate(atoms)}
    for index, one in enumerate(atoms):
        for other in atoms[index + 1 :]:
            same = sum(a == b for a, b in zip(one, other, strict=True))
            if 2 * same > len(runs) and home[one] != home[other]:
                old, new = max(home[one], home[other]), min(home[one], home[other])
                home = {atom: new if label == old else label for atom, label in home.items()}
    return tuple(home[atom] for atom in zip(*runs, strict=True))


def adjusted_rand_index(one: Labels, other: Labels, sizes: Sequence[int]) -> float:
    """Agreement of two divisions, 1 when equal, about 0 by chance; node i stands for `sizes[i]` items."""
    cells: Counter[tuple[int, int]] = Counter()
    rows: Counter[int] = Counter()
    columns: Counter[int] = Counter()
    for row, column, size in zip(one, other, sizes, strict=True):
        cells[row, column] += size
        rows[row] += size
        columns[column] += size
    together, in_rows, in_columns = (
        sum(comb(count, 2) for count in counter.values()) for counter in (cells, rows, columns)
    )
    pairs = comb(sum(sizes), 2)
    expected = in_rows * in_columns / pairs if pairs else 0.0
    most = (in_rows + in_columns) / 2
    return 1.0 if most == expected else (together - expected) / (most - expected)


def _labels(weights: Mapping[tuple[int, int], int], links: Links, resolution: float, seed: int) -> Labels:
    import networkx as nx  # noqa: PLC0415 - a fifth of a second, only paid by those who split

    graph: Graph = nx.Graph()
    graph.add_nodes_from(range(len(links.sizes)))
    graph.add_weighted_edges_from((one, other, weight) for (one, other), weight in weights.items())
    labels = [0] * len(links.sizes)
    for label, part in enumerate(nx.community.louvain_communities(graph, resolution=resolution, seed=seed)):
        for node in part:
            labels[node] = label
    return tuple(labels)


def _perturbed(evidence: Evidence, grain: Grain, resolution: float, seed: int) -> list[Labels]:
    """Divisions of the same graph with one edge in twenty left out."""
    found = []
    for run in range(PERTURBED):
        draw = Random(seed * PERTURBED + run)  # noqa: S311 - repeatable on purpose, no secret
        kept = {pair: weight for pair, weight in evidence.weights.items() if draw.random() >= DROPPED}
        links = Links(evidence.sizes, kept)
        labels = _labels(thinned(kept), links, resolution, (seed + 1) * SEEDS + run)
        found.append(merge_small(labels, links, GRAINS[grain], resolution))
    return found


def _agreement(chosen: Labels, others: Sequence[Labels], sizes: Sequence[int]) -> float:
    return fsum(adjusted_rand_index(chosen, other, sizes) for other in others) / len(others)


def _parts(labels: Labels) -> tuple[tuple[int, ...], ...]:
    found: dict[int, list[int]] = defaultdict(list)
    for node, label in enumerate(labels):
        found[label].append(node)
    return tuple(sorted(tuple(part) for part in found.values()))
