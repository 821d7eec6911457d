"""The judgement as SARIF 2.1.0, for code scanning: live findings only, each with its fingerprint and its call paths.

A known finding has the baseline state "unchanged". A transaction has one code flow for each statement that crosses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from boundary.report.judgements import parts
from boundary.report.printable import printable

if TYPE_CHECKING:
    from boundary.model.findings import Finding, Judgement, Region, Site, Statement
    from boundary.model.scan import Frame

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
STATES = {"new": "new", "known": "unchanged"}
FINGERPRINT = "boundary/v1"


def render(judgement: Judgement) -> str:
    """One run with the rules that have findings."""
    judgement = parts.placed(judgement)
    live = [finding for finding in judgement.findings if finding.state != "fixed"]
    rules = {finding.rule: finding.title for finding in live}
    index = {rule: number for number, rule in enumerate(rules)}
    driver = {
        "name": "boundary",
        "informationUri": "https://pypi.org/project/boundary-contexts/",
        "rules": [_rule(rule, title) for rule, title in rules.items()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"description": {"text": "The folder that was analysed"}}},
        "results": [_result(finding, index[finding.rule]) for finding in live],
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return parts.as_json(document) + "\n"


def _rule(rule: str, title: str) -> dict[str, Any]:
    why = parts.REASONS.get(rule, title).format(there="the other context")
    return {
        "id": rule,
        "name": "".join(word.capitalize() for word in title.replace("'s", "").split() if word.isalnum()),
        "shortDescription": {"text": title},
        "fullDescription": {"text": f"{title}: {why}"},
        "help": {"text": f"boundary explain {rule}"},
    }


def _result(finding: Finding, index: int) -> dict[str, Any]:
    ways = f" Ways out: {'; '.join(finding.ways)}." if finding.ways else ""
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": parts.level(finding),
        "message": {"text": printable(parts.headline(finding) + "." + ways)},
        "locations": [_location(site) for site in finding.sites[:1]] or [_configuration()],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "baselineState": STATES[finding.state],
    }
    if len(finding.sites) > 1:
        result["relatedLocations"] = [
            {"id": number, **_location(site)} for number, site in enumerate(finding.sites[1:])
        ]
    if finding.region is not None:
        flows = [_flow(finding.region, one) for one in finding.region.statements if one.foreign]
        if flows:
            result["codeFlows"] = flows
    elif finding.via and finding.site is not None:
        result["codeFlows"] = [_way(finding.via, finding.site)]
    return result


def _way(via: tuple[Frame, ...], site: Site) -> dict[str, Any]:
    """Call by call to the place of a finding."""
    callees = [*(frame.function for frame in via[1:]), site.function]
    steps = [
        _step(frame.file, frame.line, f"{frame.function} calls {callee}")
        for frame, callee in zip(via, callees, strict=True)
    ]
    return {"threadFlows": [{"locations": [*steps, _step(site.file, site.line, "here")]}]}


def _flow(region: Region, statement: Statement) -> dict[str, Any]:
    """From where the transaction opens, call by call, to the statement."""
    steps = [_step(region.site.file, region.site.line, f"{region.site.function} opens a transaction")]
    callees = [*(frame.function for frame in statement.via[1:]), statement.site.function]
    steps += [
        _step(frame.file, frame.line, f"{frame.function} calls {callee}")
        for frame, callee in zip(statement.via, callees, strict=False)
    ]
    steps.append(_step(statement.site.file, statement.site.line, f"{statement.op} {statement.table}"))
    return {"threadFlows": [{"locations": steps}]}


def _step(file: str, line: int, text: str) -> dict[str, Any]:
    place = {"physicalLocation": _physical(file, line), "message": {"text": printable(text)}}
    return {"location": place}


def _location(site: Site) -> dict[str, Any]:
    place: dict[str, Any] = {"physicalLocation": _physical(site.file, site.line)}
    if site.function:
        place["logicalLocations"] = [{"fullyQualifiedName": printable(site.function), "kind": "function"}]
    return place


def _configuration() -> dict[str, Any]:
    return {"physicalLocation": _physical(parts.CONFIGURATION, 1)}


def _physical(file: str, line: int) -> dict[str, Any]:
    uri = quote(file.encode("utf-8", "surrogateescape"), safe="/._-~")
    return {"artifactLocation": {"uri": uri, "uriBaseId": "ROOT"}, "region": {"startLine": max(1, line)}}
