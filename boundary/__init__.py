"""Finds the transactions of a monolith, the contexts they allow, and the changes that couple them.

A guided tour. In a notebook, everything begins with one object, and whatever it gives shows itself::

    import boundary

    m = boundary.analyze("path/to/monolith")  # reads the source, runs nothing
    m  # the verdict, the contexts of the strict split, how complete the analysis is
    m.tables, m.transactions, m.couplings  # data frames
    m.explain("orders_order", "billing_invoice")  # why two tables are glued, call by call
    m.picture("orders_order", "billing_invoice")  # the same, drawn
    m.frontier  # the splits to choose from, and what they cost
    s = m.split(5)  # the cheapest split with five contexts
    s.whatif("move orders_event billing").cut  # what a change would cut
    s.check(base="main")  # what this branch couples that main did not
    m.graph  # everything as a graph of networkx

In a program, each step is a function on plain values::

    scan = boundary.scan("path/to/monolith")
    print(boundary.render(scan))  # the verdict, the strict split, the transactions
    print(boundary.explain(scan, "orders_order"))  # who writes this table, call by call
    print(boundary.questions(scan)[0].settled)  # what to ask first, as the entry that settles it

    split = boundary.chosen(scan, contexts=5)
    boundary.operations(scan, split)  # what it means for those who run it
    boundary.whatif(scan, [boundary.Change("move", ("orders_order", "billing"))], split).cut  # what a move would cut
    print(boundary.emit(scan, "router", split))  # a database router that enforces it
    boundary.draw(boundary.picture(scan, base=split), "svg")  # the map of its contexts

    judged = boundary.judge("path/to/monolith", base="auto")
    print(boundary.render_judgement(judged, "markdown"))

`analyze` returns an `Analysis`, and its splits are `Proposal` values. `scan` returns a `Scan`, the document
``boundary/1``: `Transaction` values with their `Access` values, each with the call sites that lead to it, and the
splits. `load` reads one that ``boundary scan -o FILE`` kept, and `verdict` gives the figures that a report leads with.
`judge` returns a `Judgement`: the `Finding` values of ``boundary check``; `write_baseline`, `baseline` and
`baseline_history` keep what was there before. `compare` holds a scan against what a test run recorded. What can go
wrong on the user's side is a `BoundaryError`.

The names are loaded when they are first used: importing this package costs next to nothing.
"""

from __future__ import annotations

import importlib

TYPE_CHECKING = False  # as type checkers take it, without what `typing` takes to load
if TYPE_CHECKING:
    from boundary.analysis.analysis import (
        Analysis,
        analyze,
    )
    from boundary.analysis.frontier import Frontier
    from boundary.analysis.proposal import Proposal
    from boundary.api import (
        against,
        baseline,
        baseline_history,
        chosen,
        compare,
        crossing,
        draw,
        emit,
        explain,
        graph,
        init,
        judge,
        load,
        operations,
        picture,
        questions,
        render,
        render_html,
        render_judgement,
        render_operations,
        render_splits,
        render_whatif,
        rule_page,
        scan,
        schema,
        summary,
        verdict,
        whatif,
        write_baseline,
    )
    from boundary.config import Settings
    from boundary.errors import BoundaryError
    from boundary.model.findings import (
        Finding,
        Judgement,
    )
    from boundary.model.outcome import Change
    from boundary.model.scan import (
        Access,
        Scan,
        Split,
        Table,
        Transaction,
    )

__version__ = "0.1.0"

__all__ = [
    "Access",
    "Analysis",
    "BoundaryError",
    "Change",
    "Finding",
    "Frontier",
    "Judgement",
    "Proposal",
    "Scan",
    "Settings",
    "Split",
    "Table",
    "Transaction",
    "__version__",
    "against",
    "analyze",
    "baseline",
    "baseline_history",
    "chosen",
    "compare",
    "crossing",
    "draw",
    "emit",
    "explain",
    "graph",
    "init",
    "judge",
    "load",
    "operations",
    "picture",
    "questions",
    "render",
    "render_html",
    "render_judgement",
    "render_operations",
    "render_splits",
    "render_whatif",
    "rule_page",
    "scan",
    "schema",
    "summary",
    "verdict",
    "whatif",
    "write_baseline",
]

_HOMES = {
    "boundary.analysis.analysis": (
        "Analysis",
        "analyze",
    ),
    "boundary.analysis.frontier": ("Frontier",),
    "boundary.analysis.proposal": ("Proposal",),
    "boundary.api": (
        "against",
        "baseline",
        "baseline_history",
        "chosen",
        "compare",
        "crossing",
        "draw",
        "emit",
        "explain",
        "graph",
        "init",
        "judge",
        "load",
        "operations",
        "picture",
        "questions",
        "render",
        "render_html",
        "render_judgement",
        "render_operations",
        "render_splits",
        "render_whatif",
        "rule_page",
        "scan",
        "schema",
        "summary",
        "verdict",
        "whatif",
        "write_baseline",
    ),
    "boundary.config": ("Settings",),
    "boundary.errors": ("BoundaryError",),
    "boundary.model.findings": (
        "Finding",
        "Judgement",
    ),
    "boundary.model.outcome": ("Change",),
    "boundary.model.scan": (
        "Access",
        "Scan",
        "Split",
        "Table",
        "Transaction",
    ),
}


def __getattr__(name: str) -> object:
    """Load a public name from where it is defined."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(importlib.import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
