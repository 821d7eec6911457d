"""The judgement in one line a finding, `file:line: RULE message`: for editors and `grep`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report.judgements import parts
from boundary.report.printable import printable

if TYPE_CHECKING:
    from boundary.model.findings import Judgement


def render(judgement: Judgement) -> str:
    """A line for every place of every new finding, and the last line."""
    lines = []
    for finding in judgement.of("new"):
        for site in finding.sites or (None,):
            place = str(site) if site else parts.CONFIGURATION
            lines.append(printable(f"{place}: {parts.level(finding)}: {parts.headline(finding)}"))
    return "\n".join((*lines, parts.last_line(judgement))) + "\n"
