"""Which findings does a scan have?  Every rule that is not off, then the ignores, then the ignores' own hygiene."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from boundary.check.rules import all_rules
from boundary.check.waivers import Waivers, complaint
from boundary.model.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Mapping

    from boundary.check.picture import Picture
    from boundary.model.findings import Severity

UNUSED = "BND904"


class Examined(msgspec.Struct, frozen=True):
    """The findings of one scan, in order, and what is asked of the scan when they are compared with others.

    `waived` are the fingerprints of those that comments in the code waive, `names` what there is today (see
    `Picture.names`), and `definitions` the file and line that define each table.
    """

    findings: tuple[Finding, ...]
    waived: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    definitions: dict[str, tuple[str, int]] = {}


def examine(picture: Picture, severities: Mapping[str, Severity]) -> Examined:
    """All findings of `picture`; `severities` overrides those of the rules.

    What rests on a guess alone warns and never fails a check.
    """
    waivers = Waivers(picture.ignores, picture.today)
    found: list[Finding] = []
    for rule in all_rules().values():
        severity = severities.get(rule.id, rule.severity)
        if severity != "off":
            for finding in rule.check(picture):
                left = waivers.left(finding) if rule.waivable else finding
                if left is not None:
                    found.append(_weighed(left, severity))
    severity = severities.get(UNUSED, all_rules()[UNUSED].severity)
    if severity != "off":
        off = {rule for rule in all_rules() if severities.get(rule) == "off"}
        for ignore in waivers.unused():
            if not off.issuperset(ignore.rules):
                words = f"this ignore of {', '.join(ignore.rules)} ignores nothing"
                found.append(_weighed(complaint(all_rules()[UNUSED], ignore, words), severity))
    found.sort(key=order)
    definitions = {table.name: (table.file, table.line or 1) for table in picture.scan.tables if table.file}
    return Examined(tuple(found), frozenset(waivers.waived), picture.names, definitions)


def order(finding: Finding) -> tuple[str, str, bool, str, str, str, str]:
    """By pair of contexts, the transactions first, then by rule and name."""
    first = not finding.rule.startswith("BND3")
    return finding.from_, finding.to, first, finding.rule, finding.symbol, finding.target, finding.op


def _weighed(finding: Finding, severity: Severity) -> Finding:
    if finding.confidence == "guessed" and severity == "error":
        severity = "warn"
    return finding if finding.severity == severity else msgspec.structs.replace(finding, severity=severity)
