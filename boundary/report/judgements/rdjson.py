"""The judgement as Reviewdog Diagnostic JSON: what is new, for reviewdog to comment on a change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from boundary.report.judgements import parts
from boundary.report.printable import printable

if TYPE_CHECKING:
    from boundary.model.findings import Finding, Judgement


def render(judgement: Judgement) -> str:
    """One DiagnosticResult."""
    judgement = parts.placed(judgement)
    document = {
        "source": {"name": "boundary", "url": "https://pypi.org/project/boundary-contexts/"},
        "diagnostics": [_diagnostic(finding) for finding in judgement.of("new")],
    }
    return parts.as_json(document) + "\n"


def _diagnostic(finding: Finding) -> dict[str, Any]:
    diagnostic: dict[str, Any] = {
        "message": printable(parts.headline(finding)),
        "location": _location(*parts.where(finding)),
        "severity": parts.level(finding).upper(),
        "code": {"value": finding.rule},
    }
    if len(finding.sites) > 1:
        diagnostic["related_locations"] = [
            {"message": "here, too", "location": _location(site.file, site.line)} for site in finding.sites[1:]
        ]
    return diagnostic


def _location(file: str, line: int) -> dict[str, Any]:
    return {"path": file.encode("utf-8", "backslashreplace").decode(), "range": {"start": {"line": line}}}
