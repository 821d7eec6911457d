"""Which formats are there?  The one visible table of them; a new format is a file beside this one and a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report import json, markdown, text
from boundary.report.outline import outline

if TYPE_CHECKING:
    from typing import Protocol

    from boundary.model.scan import Scan
    from boundary.report.verdict import Verdict

    class Renderer(Protocol):
        """What a format is; `full` asks it to abbreviate nothing."""

        def __call__(self, scan: Scan, weighed: Verdict, *, full: bool) -> str:
            """Render the report on a scan."""


FORMATS: dict[str, Renderer] = {
    "text": lambda scan, weighed, *, full: text.render(outline(scan, weighed, full=full)),
    "markdown": lambda scan, weighed, *, full: markdown.render(outline(scan, weighed, full=full)),
    "json": lambda scan, weighed, *, full: json.render(scan).decode(),  # noqa: ARG005 - it is always all of it
}
"""From a format's name to what renders it."""
