"""How is an answer explored in a notebook?  A widget: choose a split, open a cell of the matrix, search transactions.

The script is one file without a build. It is handed what is on the screen and asks for the rest; whatever comes from
the source reaches the page as text.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any

from boundary import api
from boundary.errors import MissingExtraError
from boundary.report.printable import printable

if TYPE_CHECKING:
    from boundary.model.scan import Scan, Split, Transaction

    Explorer = Any
    """A widget of anywidget; its `selected` says what was chosen last."""

HERE = Path(__file__).parent
PLACES = 200
"""The most places that a cell lists."""


def explorer(scan: Scan, chosen: str | None = None) -> Explorer:
    """The widget on a scan, which begins with the split of that name.

    Raises `MissingExtraError` where anywidget is not installed.
    """
    try:
        kind = _kind()
    except ImportError:
        raise MissingExtraError("explore()", "notebook") from None
    names = [one.name for one in scan.splits]
    first = chosen if chosen in names else names[0] if names else ""
    widget = kind(
        splits=[[printable(one.name), one.price, len(one.contexts)] for one in scan.splits],
        transactions=[_transaction(number, one) for number, one in enumerate(scan.distinct())],
        split=names.index(first) if first in names else 0,
    )
    widget.connect(scan)
    return widget


@functools.cache
def _kind() -> Any:  # noqa: ANN401 - a class that only exists where anywidget does
    import anywidget  # noqa: PLC0415 - an extra
    import traitlets  # noqa: PLC0415 - comes with it

    class Widget(anywidget.AnyWidget):
        """What script and kernel tell one another."""

        _esm = HERE / "explore.js"
        _css = HERE / "explore.css"
        splits: Any = traitlets.List().tag(sync=True)
        transactions: Any = traitlets.List().tag(sync=True)
        split = traitlets.Int(0).tag(sync=True)
        contexts: Any = traitlets.List().tag(sync=True)
        cells: Any = traitlets.List().tag(sync=True)
        asked = traitlets.Int(-1).tag(sync=True)
        answer = traitlets.Unicode("").tag(sync=True)
        selected = traitlets.Dict().tag(sync=True)

        def connect(self, scan: Scan) -> None:
            """Answer what the script asks, from this scan."""
            self._scan = scan
            self.observe(lambda _: self._show(), names="split")
            self.observe(lambda change: self._explain(int(change["new"])), names="asked")
            self._show()

        def _show(self) -> None:
            if 0 <= self.split < len(self._scan.splits):
                chosen = self._scan.splits[self.split]
                self.cells = []
                self.contexts = [_context(context) for context in chosen.contexts]
                self.cells = _cells(self._scan, chosen)

        def _explain(self, number: int) -> None:
            listed = self._scan.distinct()
            if 0 <= number < len(listed):
                one = listed[number]
                self.answer = api.explain(self._scan, one.id)

    return Widget


def _context(one: Any) -> list[Any]:  # noqa: ANN401 - a context
    return [printable(one.name), [printable(table) for table in one.tables], len(one.modules)]


def _transaction(number: int, one: Transaction) -> list[Any]:
    name = f"{one.function or one.id}{f' on {one.receiver}' if one.receiver else ''}"
    tables = ", ".join(sorted(one.bound_tables))
    return [number, *map(printable, (name, one.kind, f"{one.file}:{one.line}", tables)), len(one.bound_tables)]


def _cells(scan: Scan, split: Split) -> list[list[Any]]:
    """The couplings by the two contexts: how many, and the first places."""
    order = {context.name: number for number, context in enumerate(split.contexts)}
    found: dict[tuple[int, int], list[Any]] = {}
    for one in api.crossing(scan, split):
        shared = one.kind == "shared transaction"
        place = f"{one.file}:{one.line}" if one.file else ""
        ends = order[one.from_context], order[one.to_context]
        ways = [(ends, (one.symbol, one.target)), *([(ends[::-1], (one.target, one.symbol))] if shared else [])]
        for pair, names in ways:
            held = found.setdefault(pair, [0, 0, []])
            held[0] += 1
            held[1] += shared
            if len(held[2]) < PLACES:
                held[2].append([one.kind, *map(printable, (*names, place))])
    return [[*pair, *held] for pair, held in sorted(found.items())]
