"""What does a check come to?  The findings of today against the git base, the baseline, or nothing.

Against a base, what counts is the base's own findings and its own baseline: an entry that the change brings along is
shown and still fails, so that nobody adds a coupling and its excuse together unseen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from boundary.check.entries import Entry, finding_of
from boundary.check.examine import order
from boundary.check.judge import Compared, compare
from boundary.check.rules import all_rules
from boundary.model.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from boundary.check.examine import Examined
    from boundary.model.findings import Severity

STALE = "BND903"
OF_THE_CONFIGURATION = frozenset({"BND901", "BND907"})

Entries = tuple[Entry, ...]


class Before(msgspec.Struct, frozen=True, kw_only=True):
    """What a work tree is compared with: the findings of the git base, and the baseline there and here.

    Each is None where there is none. `patterns` are those that the base's own configuration had, as `key: pattern`.
    """

    base: Entries | None = None
    baseline_at_base: Entries | None = None
    baseline: Entries | None = None
    patterns: frozenset[tuple[str, str]] = frozenset()


def judged(
    examined: Examined,
    before: Before,
    severities: Mapping[str, Severity],
    *,
    allow_accepted: bool = False,
) -> tuple[Finding, ...]:
    """Every finding with its state: new, known, and fixed.

    With `allow_accepted`, what the change itself adds to the baseline with a reason warns instead of failing.
    """
    known = _known(before)
    compared = compare(examined.findings, known, examined.names)
    findings = [_accepted(finding, before, allow=allow_accepted) for finding in compared.findings]
    fixed = [_fixed(entry) for entry in compared.fixed if entry.id not in examined.waived]
    stale = _stale(examined, before, severities)
    return tuple(sorted([*findings, *stale, *fixed], key=order))


def against_baseline(examined: Examined, baseline: Iterable[Entry]) -> Compared:
    """The findings against a baseline alone, as its commands see them."""
    return compare(examined.findings, tuple(baseline), examined.names)


def _known(before: Before) -> Entries:
    """What was there: of both, the higher count; of the configuration's faults only those that it had."""
    if before.base is None:
        return before.baseline or ()
    merged = {entry.id: entry for entry in before.baseline_at_base or ()}
    for entry in before.base:
        held = merged.get(entry.id)
        if entry.rule in OF_THE_CONFIGURATION and (entry.symbol, entry.target) not in before.patterns:
            continue
        if held is None or held.count < entry.count:
            merged[entry.id] = msgspec.structs.replace(entry, why=held.why if held else None)
    return tuple(merged.values())


def _accepted(finding: Finding, before: Before, *, allow: bool) -> Finding:
    """A new finding that the change's own baseline accepts: with its reason, and as a warning if that is allowed."""
    if finding.state != "new" or before.base is None:
        return finding
    why = next((one.why for one in before.baseline or () if one.id == finding.fingerprint), None)
    severity = "warn" if why and allow and finding.severity == "error" else finding.severity
    return msgspec.structs.replace(finding, why=why, severity=severity)


def _stale(examined: Examined, before: Before, severities: Mapping[str, Severity]) -> list[Finding]:
    """Entries of the baseline that nothing stands for; against a base only those that the change made so."""
    severity = severities.get(STALE, all_rules()[STALE].severity)
    if not before.baseline or severity == "off":
        return []
    idle: Sequence[Entry] = against_baseline(examined, before.baseline).fixed
    if before.base is None:
        severity = "warn"  # whose change made it so is not known
    else:
        alive = {entry.id for entry in before.base}
        idle = [entry for entry in idle if entry.id in alive]
    return [_complaint(entry, severity) for entry in idle if entry.id not in examined.waived]


def _complaint(entry: Entry, severity: Severity) -> Finding:
    rule = all_rules()[STALE]
    return Finding(
        rule=rule.id,
        title=rule.title,
        from_=entry.from_,
        to="",
        symbol=entry.id,
        target=entry.rule,
        op="stale",
        message=f"the baseline's entry {entry.id} is not needed any more: {finding_of(entry, '').message}",
        sites=(),
        ways=("boundary baseline prune",),
        severity=severity,
    )


def _fixed(entry: Entry) -> Finding:
    rule = all_rules().get(entry.rule)
    return finding_of(entry, rule.title if rule else "")
