"""Which splits are there to choose from?  The frontier: none of them is better than another in everything."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from boundary.analysis.rows import frame
from boundary.analysis.shown import Chart, Shown
from boundary.report import summary
from boundary.report.rendered import rendered

if TYPE_CHECKING:
    from boundary.analysis.proposal import Proposal
    from boundary.analysis.rows import Frame


class Frontier(Sequence["Proposal"]):
    """The splits in the order of their price; the first one is strict and costs nothing.

    Example:
        >>> import boundary
        >>> frontier = boundary.analyze("samples/shop").frontier
        >>> frontier["strict"].price
        0.0
        >>> len(frontier[-1]) > len(frontier["strict"])  # finer splits cost what their seams cost
        True

    """

    def __init__(self, proposals: Sequence[Proposal]) -> None:
        self._proposals = tuple(proposals)

    @overload
    def __getitem__(self, index: int | str) -> Proposal: ...
    @overload
    def __getitem__(self, index: slice) -> Frontier: ...
    def __getitem__(self, index: int | str | slice) -> Proposal | Frontier:
        """One split by its place or its name, or some of them. Raises `KeyError` for a name that is not there."""
        if isinstance(index, slice):
            return Frontier(self._proposals[index])
        if isinstance(index, int):
            return self._proposals[index]
        found = next((one for one in self._proposals if one.name == index), None)
        if found is None:
            raise KeyError(index)
        return found

    def __len__(self) -> int:
        return len(self._proposals)

    @property
    def table(self) -> Frame:
        """Price, contexts, share of the largest context and number of seams of each split.

        Example:
            >>> list(m.frontier.table.columns)
            ['split', 'price', 'contexts', 'largest_share', 'seams']

        """
        columns = ("split", "price", "contexts", "largest_share", "seams")
        rows = (
            (one.name, one.price, len(one), one.value.metrics.get("largest_share", 0.0), len(one.value.relaxed))
            for one in self
        )
        return frame(columns, rows)

    @property
    def chart(self) -> Chart:
        """The splits as points: what they cost, and how large their largest context is.

        Example:
            >>> m.frontier.chart
            strict: ... contexts at 0; ...

        """
        from boundary.report.pictures.frontier_chart import frontier_chart  # noqa: PLC0415 - as lazily as the rest

        splits = tuple(one.value for one in self)
        words = "; ".join(f"{one.name}: {len(one)} contexts at {one.price:g}" for one in self)
        return Chart(frontier_chart(splits), words)

    @property
    def summary(self) -> Shown:
        """The splits below one another.

        Example:
            >>> print(str(m.frontier.summary).splitlines()[1].split())
            ['strict', '0', ...]

        """
        return Shown(lambda form: rendered(summary.frontier([one.value for one in self]), form))

    def __repr__(self) -> str:
        return str(self.summary)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        del include, exclude
        return {"text/plain": repr(self), "text/html": self.summary.html}
