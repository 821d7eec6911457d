"""The judgement as the document ``boundary-check/1``: every finding, known and fixed ones too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from boundary.report.judgements import parts

if TYPE_CHECKING:
    from boundary.model.findings import Finding, Judgement


def render(judgement: Judgement) -> str:
    """The document, indented so that two of them can be compared line by line."""
    document = msgspec.to_builtins(msgspec.structs.replace(judgement, findings=()))
    document["findings"] = [record(finding) for finding in judgement.findings]
    return parts.as_json(document) + "\n"


def record(finding: Finding) -> dict[str, Any]:
    """A finding as plain values, its fingerprint in front."""
    plain: dict[str, Any] = msgspec.to_builtins(finding)
    return {"fingerprint": finding.fingerprint, **plain, "count": finding.count, "gates": finding.gates}
