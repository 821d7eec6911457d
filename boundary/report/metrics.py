"""What does a metric say, and which direction is better?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report.phrases import Code, Item, Paragraph, Rows, Tree

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from boundary.model.scan import Split
    from boundary.report.phrases import Block

FRONTIER = "frontier-"
"""What stands before the number of a split of the frontier."""

MEANINGS: dict[str, tuple[str, str]] = {
    "contexts": ("", "number of contexts"),
    "largest_share": ("lower", "tables of the largest context over all tables"),
    "relaxed_seams": ("lower", "places that have to be changed first"),
    "price_gap": ("lower", "how far the price may be above the lowest, as a share of it; 0 where that is proven"),
    "cut_transactions": ("lower", "writing transactions whose tables lie in several contexts, over all"),
    "cut_writes": ("lower", "writes and locks outside the home of a cut transaction"),
    "remote_reads": ("lower", "reads of another context's table, over all reads"),
    "cut_joins": ("lower", "joins between contexts"),
    "cut_foreign_keys": ("lower", "foreign keys between contexts"),
    "modularity": ("higher", "Newman's Q on tables and modules"),
    "structural_modularity": ("higher", "related pairs of modules inside contexts, less those between them (SM)"),
    "inter_context_calls": ("lower", "calls between modules that cross contexts, over all (ICP)"),
    "interface_number": ("lower", "pairs of modules related across contexts, per context (IFN)"),
    "non_extreme_distribution": ("lower", "modules in contexts of fewer than 5 or more than 20, over all (NED)"),
    "business_context_purity": ("lower", "entropy of the entry points that reach a context, in bits (BCP)"),
    "coupling": ("lower", "weight of imports and calls between contexts, over all"),
    "cohesion": ("higher", "weight of imports and calls inside a context, over all of its own"),
    "transactional_purity": ("higher", "how alike the contexts of a table's entry points are (CARGO; no transactions)"),
    "turbo_mq": ("higher", "cohesion summed over contexts, at most their number (TurboMQ)"),
    "functionality_complexity": ("lower", "distributed entry points that one has to reckon with, mean"),
    "availability": ("higher", "entry points that answer while one context is down, over all"),
    "mojofm": ("higher", "moves and joins to the other division saved, in percent (MoJoFM)"),
    "adjusted_rand_index": ("higher", "pairs of tables that both divide alike, 0 by chance"),
    "mojofm_modules": ("higher", "the same for modules"),
    "adjusted_rand_index_modules": ("higher", "the same for modules"),
    "stability": ("higher", "how much of the split comes back with other seeds and less evidence"),
}
"""From a metric's name to the better direction and the meaning; one that is not here is shown without them."""


def metrics_table(metrics: Mapping[str, float]) -> Rows:
    """The metrics of a split, each with its direction."""
    rows = [
        ((Code(name),), (f"{value + 0.0:g}",), *((word,) for word in _known(name))) for name, value in metrics.items()
    ]
    return Rows(("metric", "value", "better", "meaning"), tuple(rows))


def metrics_side_by_side(splits: Sequence[Split]) -> tuple[Block, ...]:
    """The metrics of several splits, a column each, and below them what they mean."""
    names = list(dict.fromkeys(name for split in splits for name in split.metrics))
    rows = [
        ((Code(name),), *((_told(split.metrics.get(name)),) for split in splits), (_known(name)[0],)) for name in names
    ]
    head = ("metric", *(split.name.removeprefix(FRONTIER) for split in splits), "better")
    meanings = [Item((Code(name), f": {_known(name)[1]}")) for name in names if _known(name)[1]]
    return (
        Paragraph(("A column for each split; a number means the frontier's split of that number.",)),
        Rows(head, tuple(rows)),
        Tree(tuple(meanings)),
    )


def _told(value: float | None) -> str:
    return "" if value is None else f"{value + 0.0:.4g}"


def _known(name: str) -> tuple[str, str]:
    return MEANINGS.get(name, ("", ""))
