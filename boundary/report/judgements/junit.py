"""The judgement as JUnit XML: a test case for every new finding, and one that passes for contexts without any."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from boundary.report.judgements import parts
from boundary.report.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.model.findings import Finding, Judgement


def render(judgement: Judgement) -> str:
    """One suite; what fails the check is a failure, what warns is printed."""
    judgement = parts.placed(judgement)
    new = judgement.of("new")
    failures = sum(finding.gates for finding in new)
    count = len(new) or 1
    counts = f'tests="{count}" failures="{failures}" errors="0" time="{judgement.completeness.seconds:.2f}"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="boundary" {counts}>',
        f'  <testsuite name="boundary check" {counts} skipped="0">',
        *(line for finding in new for line in _case(finding)),
    ]
    if not new:
        lines.append('    <testcase classname="boundary" name="no new coupling"/>')
    lines.append(f"    <system-out>{_text(parts.last_line(judgement))}</system-out>")
    return "\n".join((*lines, "  </testsuite>", "</testsuites>")) + "\n"


def _case(finding: Finding) -> Iterator[str]:
    name = _attribute(f"{finding.rule} {finding.symbol} {finding.target}".strip())
    file, line = parts.where(finding)
    yield (
        f"    <testcase classname={_attribute(finding.pair or 'project')} name={name} "
        f'file={_attribute(file)} line="{line}">'
    )
    said = "\n".join(printable(each) for each in _said(finding))
    if finding.gates:
        kind, message = _attribute(finding.rule), _attribute(finding.message)
        yield f"      <failure type={kind} message={message}>{escape(said)}</failure>"
    else:
        yield f"      <system-out>{escape(said)}</system-out>"
    yield "    </testcase>"


def _said(finding: Finding) -> Iterator[str]:
    yield parts.headline(finding)
    yield from (f"{site} {site.function}".rstrip() for site in finding.sites)
    if finding.region is not None:
        for one in finding.region.statements:
            yield f"{parts.line_in_region(one)} {one.op} {one.table} {one.context or '-'} {parts.reached(one)}".rstrip()
    yield from finding.ways


def _attribute(text: str) -> str:
    return quoteattr(printable(text))


def _text(text: str) -> str:
    return escape(printable(text))
