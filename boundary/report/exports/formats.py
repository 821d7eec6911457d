"""Which tools can take a split over?  The one visible table; a new one is a file beside this one and a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report.exports import binds, cml, graphml, import_linter, router, structurizr, tach

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.model.scan import Scan, Split

EXPORTS: dict[str, Callable[[Scan, Split], str]] = {
    "router": router.render,
    "binds": binds.render,
    "import-linter": import_linter.render,
    "tach": tach.render,
    "cml": cml.render,
    "structurizr": structurizr.render,
    "graphml": graphml.render,
}
"""From a format's name to what renders it."""
