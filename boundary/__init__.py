"""Finds the transactions of a monolith, the contexts they allow, and the changes that couple them.

A guided tour::

    import boundary

    scan = boundary.scan("path/to/monolith")  # reads the source, runs nothing
    print(boundary.render(scan))  # the verdict, the strict split, the transactions
    print(boundary.explain(scan, "orders_order"))  # who writes this table, call by call
    print(boundary.questions(scan)[0].settled)  # what to ask first, as the entry that settles it

`scan` returns a `Scan`, the document ``boundary/1``: `Transaction` values with their `Access` values, each with the
call sites that lead to it, and the splits. `load` reads one that ``boundary scan -o FILE`` kept, and `verdict` gives
the figures that a report leads with. `compare` holds a scan against what a test run recorded. What can go wrong on the
user's side is a `BoundaryError`.

The names are loaded when they are first used: importing this package costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boundary.api import compare, explain, load, questions, render, scan, schema, verdict
    from boundary.config import Settings
    from boundary.errors import BoundaryError
    from boundary.model.scan import Access, Scan, Split, Table, Transaction

__version__ = "0.1.0"

__all__ = [
    "Access",
    "BoundaryError",
    "Scan",
    "Settings",
    "Split",
    "Table",
    "Transaction",
    "__version__",
    "compare",
    "explain",
    "load",
    "questions",
    "render",
    "scan",
    "schema",
    "verdict",
]

_HOMES = {
    "boundary.api": ("compare", "explain", "load", "questions", "render", "scan", "schema", "verdict"),
    "boundary.config": ("Settings",),
    "boundary.errors": ("BoundaryError",),
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
