"""How do the proposals compare with another division?  Every metric side by side, the reference first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report.metrics import MEANINGS
from boundary.report.phrases import Code, Paragraph, Rows, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boundary.model.scan import Split

COLUMNS = 5
"""How many proposals stand beside the reference unless all are asked for."""

NEAREST = ("mojofm", "mojofm_modules")


def section(reference: Split, proposals: Sequence[Split], *, full: bool = False) -> Section:
    """A row a metric, a column a split; of many proposals, the strict one, what was asked for, and the nearest."""
    shown = list(proposals) if full else _chosen(reference, proposals)
    names = dict.fromkeys(name for split in (*shown, reference) for name in split.metrics)
    rows = [_row("price", [reference.price, *(split.price for split in shown)], "lower")]
    for name in names:
        values = [split.metrics.get(name) for split in (reference, *shown)]
        rows.append(_row(name, values, MEANINGS.get(name, ("", ""))[0]))
    left_out = len(proposals) - len(shown)
    head = ("metric", "better", reference.name, *(one.name for one in shown))
    blocks: list[Paragraph | Rows] = [Rows(head, tuple(rows))]
    if left_out:
        blocks.append(Paragraph((f"{left_out} more proposals lie between; --full shows all.",)))
    return Section(f"Against {reference.name}", tuple(blocks))


def _row(name: str, values: Sequence[float | None], better: str) -> tuple[tuple[str, ...], ...]:
    cells = tuple(("" if value is None else f"{value + 0.0:g}",) for value in values)
    return ((Code(name),), (better,), *cells)


def _chosen(reference: Split, proposals: Sequence[Split]) -> list[Split]:
    """What was asked for, and those that are nearest: by their tables or modules, and by the number of contexts."""
    always = [split for split in proposals if split.name in {"strict", "requested"}]
    rest = [split for split in proposals if split not in always]
    near = sorted(rest, key=lambda split: -max((split.metrics.get(name, 0.0) for name in NEAREST), default=0.0))
    alike = sorted(rest, key=lambda split: abs(len(split.contexts) - len(reference.contexts)))
    wanted = [*always, *(split for pair in zip(near, alike, strict=True) for split in pair)]
    first = list(dict.fromkeys(split.name for split in wanted))[:COLUMNS]
    return [split for split in proposals if split.name in first]
