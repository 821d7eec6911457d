"""Finds the transactions of a monolith, the contexts they allow, and the changes that couple them.

A guided tour::

    import boundary

    scan = boundary.scan("path/to/monolith")  # reads the source, runs nothing
    print(boundary.render(scan))  # the verdict, the strict split, the transactions
    print(boundary.explain(scan, "orders_order"))  # who writes this table, call by call
    print(boundary.questions(scan)[0].settled)  # what to ask first, as the entry that settles it

    split = boundary.chosen(scan, contexts=5)  # the cheapest split with five contexts
    boundary.operations(scan, split)  # what it means for those who run it
    boundary.whatif(scan, [boundary.Change("move", ("orders_order", "billing"))], split).cut  # what a move would cut
    print(boundary.emit(scan, "router", split))  # a database router that enforces it

    judged = boundary.judge("path/to/monolith", base="auto")  # what this branch couples that main did not
    print(boundary.render_judgement(judged, "markdown"))

`scan` returns a `Scan`, the document ``boundary/1``: `Transaction` values with their `Access` values, each with the
call sites that lead to it, and the splits. `load` reads one that ``boundary scan -o FILE`` kept, and `verdict` gives
the figures that a report leads with. `judge` returns a `Judgement`: the `Finding` values of ``boundary check``.
`compare` holds a scan against what a test run recorded. What can go wrong on the user's side is a `BoundaryError`.

The names are loaded when they are first used: importing this package costs next to nothing.
"""

from __future__ import annotations

import importlib

TYPE_CHECKING = False  # as type checkers take it, without what `typing` takes to load
if TYPE_CHECKING:
    from boundary.api import (
        against,
        chosen,
        compare,
        emit,
        explain,
        judge,
        load,
        operations,
        questions,
        render,
        render_judgement,
        scan,
        schema,
        verdict,
        whatif,
    )
    from boundary.config import Settings
    from boundary.errors import BoundaryError
    from boundary.model.findings import Finding, Judgement
    from boundary.model.outcome import Change
    from boundary.model.scan import Access, Scan, Split, Table, Transaction

__version__ = "0.1.0"

__all__ = [
    "Access",
    "BoundaryError",
    "Change",
    "Finding",
    "Judgement",
    "Scan",
    "Settings",
    "Split",
    "Table",
    "Transaction",
    "__version__",
    "against",
    "chosen",
    "compare",
    "emit",
    "explain",
    "judge",
    "load",
    "operations",
    "questions",
    "render",
    "render_judgement",
    "scan",
    "schema",
    "verdict",
    "whatif",
]

_HOMES = {
    "boundary.api": tuple(name for name in __all__ if name.islower() and name != "__version__"),
    "boundary.config": ("Settings",),
    "boundary.errors": ("BoundaryError",),
    "boundary.model.findings": ("Finding", "Judgement"),
    "boundary.model.outcome": ("Change",),
    "boundary.model.scan": ("Access", "Scan", "Split", "Table", "Transaction"),
}


def __getattr__(name: str) -> object:
    """Load a public name from where it is defined."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(importlib.import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
