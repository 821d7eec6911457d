"""The judgement as a GitLab code quality report: all live findings, since GitLab compares two branches by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.report.judgements import parts
from boundary.report.printable import printable

if TYPE_CHECKING:
    from boundary.model.findings import Finding, Judgement


def render(judgement: Judgement) -> str:
    """A JSON array, new findings and known ones."""
    judgement = parts.placed(judgement)
    live = [finding for finding in judgement.findings if finding.state != "fixed"]
    issues = [
        {
            "description": printable(parts.headline(finding)),
            "check_name": finding.rule,
            "fingerprint": finding.fingerprint,
            "severity": _severity(finding),
            "location": {
                "path": parts.where(finding)[0].encode("utf-8", "backslashreplace").decode(),
                "lines": {"begin": parts.where(finding)[1]},
            },
        }
        for finding in live
    ]
    return parts.as_json(issues) + "\n"


def _severity(finding: Finding) -> str:
    if finding.state == "known":
        return "info"
    if finding.severity != "error":
        return "minor"
    return "critical" if finding.rule.startswith("BND3") else "major"
