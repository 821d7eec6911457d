"""The judgement as JSON Lines: one finding a line, for `jq`, `grep` and a data lake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report.judgements import parts
from boundary.report.judgements.json import record

if TYPE_CHECKING:
    from boundary.model.findings import Judgement


def render(judgement: Judgement) -> str:
    """A line for every finding, known and fixed ones too."""
    return "".join(f"{parts.as_json(record(finding), -1)}\n" for finding in judgement.findings)
