"""What may a baseline become?  Less than it was; more only by the exact fingerprints that someone accepts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from boundary.check.entries import Entry, entry_of
from boundary.check.rules import all_rules
from boundary.errors import BaselineError
from boundary.model.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from boundary.check.judge import Compared

_URL = re.compile(r"https?://\S+")


class Turned(msgspec.Struct, frozen=True):
    """What a baseline becomes: its entries, those that went, those that came, and what is refused."""

    entries: tuple[Entry, ...]
    removed: tuple[Entry, ...] = ()
    added: tuple[Entry, ...] = ()
    refused: tuple[Finding, ...] = ()


def kept(finding: Finding) -> bool:
    """Whether a baseline speaks of a finding: hygiene is corrected, not accepted."""
    return not all_rules()[finding.rule].hygiene


def first(findings: Sequence[Finding], today: str) -> Turned:
    """The baseline of a project that has had none: everything that there is."""
    entries = tuple(entry_of(finding, since=today) for finding in findings if kept(finding))
    return Turned(entries, added=entries)


def written(compared: Compared, accept: Collection[str], reason: str | None, today: str) -> Turned:
    """The baseline of what there is today, without what is gone.

    Raises `BaselineError` where `accept` names what is no new finding, or the reason is not enough for one.
    """
    _check(compared, accept, reason)
    entries, added, refused = [], [], []
    for finding in filter(kept, compared.findings):
        before = compared.entries.get(finding.fingerprint)
        if finding.state == "new" and finding.fingerprint not in accept:
            refused.append(finding)
        elif finding.state == "new":
            since = before.since if before else today
            added.append(entry_of(finding, why=reason, since=since))
            entries.append(added[-1])
        else:
            why, since = (before.why, before.since) if before else (None, today)
            entries.append(entry_of(finding, why=why, since=since))
    return Turned(tuple(entries), compared.fixed, tuple(added), tuple(refused))


def pruned(compared: Compared) -> Turned:
    """The baseline without what is gone; counts only fall, and what has moved is told under its new name."""
    entries = []
    for finding in filter(kept, compared.findings):
        before = compared.entries.get(finding.fingerprint)
        if before is not None:
            entry = entry_of(finding, why=before.why, since=before.since)
            entries.append(msgspec.structs.replace(entry, count=min(before.count, finding.count)))
    return Turned(tuple(entries), compared.fixed)


def _check(compared: Compared, accept: Collection[str], reason: str | None) -> None:
    new = {finding.fingerprint: finding for finding in compared.findings if finding.state == "new"}
    for identity in accept:
        finding = new.get(identity)
        if finding is None:
            raise BaselineError(f"--accept {identity}: no new finding has this fingerprint")
        if not all_rules()[finding.rule].waivable and not _URL.search(reason or ""):
            raise BaselineError(
                f"--accept {identity}: {finding.rule} takes a URL in its --reason: where it was decided"
            )
