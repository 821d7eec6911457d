"""Which findings does a comment in the code waive?

A finding is waived where every one of its places is. A place is waived by an ignore of its rule on its own line, or
alone on the line before, that has a reason and whose last day is not over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from boundary.model.findings import Finding, Site

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.check.rule import Rule
    from boundary.model.findings import Ignore

TRANSACTIONS = "BND301"


def complaint(rule: Rule, ignore: Ignore, message: str) -> Finding:
    """A finding about an ignore. Who it is about stays the same when lines move."""
    return Finding(
        rule=rule.id,
        title=rule.title,
        from_="",
        to="",
        symbol=ignore.file,
        target=f"{','.join(ignore.rules)} {ignore.reason}".strip(),
        op="ignore",
        message=message,
        sites=(Site(ignore.file, ignore.at or ignore.line),),
    )


def fault(ignore: Ignore) -> str | None:
    """What is wrong with an ignore, in the user's words."""
    if ignore.fault is not None:
        return ignore.fault
    if TRANSACTIONS in ignore.rules:
        return f"{TRANSACTIONS} is never waived in the code; accept it in the baseline, with the URL of the decision"
    return None


class Waivers:
    """The ignores that count today, and which of them were used."""

    def __init__(self, ignores: Iterable[Ignore], today: str) -> None:
        self._counting = [one for one in ignores if fault(one) is None and (one.until is None or one.until >= today)]
        self._places: dict[tuple[str, int, str], Ignore] = {
            (one.file, one.line, rule): one for one in self._counting for rule in one.rules
        }
        self._used: set[Ignore] = set()
        self.waived: set[str] = set()
        """The fingerprints of the findings of which nothing was left."""

    def left(self, finding: Finding) -> Finding | None:
        """What is left of a finding: those of its places that no comment waives, or None."""
        if not self._places:
            return finding
        places = [self._places.get((site.file, site.line, finding.rule)) for site in finding.sites]
        self._used.update(one for one in places if one is not None)
        sites = tuple(site for site, one in zip(finding.sites, places, strict=True) if one is None)
        if finding.sites and not sites:
            self.waived.add(finding.fingerprint)
            return None
        return finding if len(sites) == len(finding.sites) else msgspec.structs.replace(finding, sites=sites)

    def unused(self) -> list[Ignore]:
        """The ignores that waived nothing."""
        return [one for one in self._counting if one not in self._used]
