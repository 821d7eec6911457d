"""The judgement as GitHub workflow commands: at most ten annotations a level, which is what GitHub shows of a step.

What fails and the transactions come first; the rest is in the step summary, which is written as Markdown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report.judgements import parts
from boundary.report.printable import printable

if TYPE_CHECKING:
    from boundary.model.findings import Finding, Judgement

MOST = 10
"""Annotations of one level that GitHub keeps of a step."""
LONGEST_TITLE = 255
LONGEST_MESSAGE = 4000


def render(judgement: Judgement) -> str:
    """The annotations, how many more there are, and the last line."""
    judgement = parts.placed(judgement)
    shown: dict[str, list[str]] = {"error": [], "warning": []}
    left = 0
    for finding in sorted(judgement.of("new"), key=parts.rank):
        level = parts.level(finding)
        if len(shown[level]) < MOST:
            shown[level].append(_annotation(level, finding))
        else:
            left += 1
    more = [f"{left} more in the summary of this step"] if left else []
    return "\n".join((*shown["error"], *shown["warning"], *more, parts.last_line(judgement))) + "\n"


def _annotation(level: str, finding: Finding) -> str:
    file, line = parts.where(finding)
    title = _property(f"{finding.rule} {finding.title}"[:LONGEST_TITLE])
    message = parts.headline(finding).removeprefix(f"{finding.rule} ")
    ways = f"\nways out: {' · '.join(finding.ways)}" if finding.ways else ""
    said = "\n".join(printable(part) for part in (message + ways).split("\n"))[:LONGEST_MESSAGE]
    return f"::{level} file={_property(file)},line={line},title={title}::{_data(said)}"


def _data(text: str) -> str:
    """Text that cannot end the command: the runner turns it back."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(printable(text)).replace(":", "%3A").replace(",", "%2C")
