"""Which formats are there?  The one visible table of them; a new format is a file beside this one and a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report import json, markdown, text
from boundary.report.outline import outline

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    from boundary.model.scan import Scan
    from boundary.report.verdict import Verdict

    class Renderer(Protocol):
        """What a format is; `weigh` is asked by those that tell a verdict, `full` asks them to abbreviate nothing."""

        def __call__(self, scan: Scan, weigh: Callable[[], Verdict], *, full: bool) -> str:
            """Render the report on a scan."""


FORMATS: dict[str, Renderer] = {
    "text": lambda scan, weigh, *, full: text.render(outline(scan, weigh(), full=full)),
    "markdown": lambda scan, weigh, *, full: markdown.render(outline(scan, weigh(), full=full)),
    "json": lambda scan, weigh, *, full: json.render(scan).decode(),  # noqa: ARG005 - it is always all of it
}
"""From a format's name to what renders it."""
