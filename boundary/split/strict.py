"""What is the split that cuts nothing?  Contract, find communities, place the modules, name, measure and re-check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.model.scan import Context, Split
from boundary.split.assign import Assignment, assign
from boundary.split.communities import communities
from boundary.split.contract import contract
from boundary.split.evidence import evidence
from boundary.split.metrics import split_metrics
from boundary.split.names import name_contexts
from boundary.split.usage import usage_of
from boundary.split.verify import require_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boundary.config import Weights
    from boundary.model.scan import Scan
    from boundary.model.wanted import Grain
    from boundary.split.usage import Usage

DIGITS = 4


def strict_split(
    scan: Scan,
    *,
    grain: Grain = "mini-service",
    seed: int = 0,
    guessed: bool = True,
    weights: Weights | None = None,
) -> Split:
    """The split of price 0 at the wanted grain: no transaction of `scan` writes or locks tables of two contexts.

    The same scan, grain and seed give the same split, whatever the order in which the scan lists things. With `guessed`
    false, accesses that rest on a naming heuristic alone do not bind.

    Raises `InternalError` if the result, checked again by other code, does cut a transaction: a bug.
    """
    usage = usage_of(scan)
    graph = evidence(scan, usage, contract(scan, guessed=guessed), weights)
    found = communities(graph, grain=grain, seed=seed)
    contexts = [sorted(table for node in part for table in graph.groups[node]) for part in found.parts]
    split = build_split("strict", scan, contexts, usage=usage, guessed=guessed)
    split.metrics["stability"] = round(found.stability, DIGITS)
    require_whole(scan, split, guessed=guessed)
    return split


def build_split(
    name: str,
    scan: Scan,
    contexts: Sequence[Sequence[str]],
    *,
    usage: Usage | None = None,
    guessed: bool = True,
) -> Split:
    """A split from its tables: modules and entry points placed, contexts named, metrics filled; largest first."""
    ordered = sorted((sorted(tables) for tables in contexts), key=lambda tables: (-len(tables), tables))
    context_of = {table: index for index, tables in enumerate(ordered) for table in tables}
    usage = usage or usage_of(scan)
    placed = assign(scan, usage, context_of)
    named = zip(name_contexts(scan, ordered), ordered, strict=True)
    split = Split(
        name=name,
        price=0.0,
        contexts=tuple(_context(label, index, tables, placed) for index, (label, tables) in enumerate(named)),
        shared=placed.shared,
        composers=placed.composers,
    )
    metrics = split_metrics(scan, usage, split, guessed=guessed)
    split.metrics.update({metric: round(float(value), DIGITS) for metric, value in metrics.items()})
    return split


def _context(name: str, index: int, tables: Sequence[str], placed: Assignment) -> Context:
    modules = sorted(module for module, home in placed.home.items() if home == index)
    return Context(name, tuple(tables), tuple(modules), placed.entry_points.get(index, ()))
