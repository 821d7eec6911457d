"""What is remembered of a finding?  An entry: who depends on what and how, at how many places, and why it may."""

from __future__ import annotations

import msgspec

from boundary.model.findings import Finding, fingerprint


class Entry(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One line of the baseline, or one finding of the git base. `id` is the fingerprint of the rest."""

    id: str
    rule: str
    symbol: str
    target: str
    op: str
    from_: str = msgspec.field(name="from", default="")
    to: str = ""
    count: int = 1
    why: str | None = None
    since: str | None = None

    @property
    def true_id(self) -> str:
        """The fingerprint of what the entry says."""
        return fingerprint(self.rule, self.from_, self.to, self.symbol, self.target, self.op)


def entry_of(finding: Finding, *, why: str | None = None, since: str | None = None) -> Entry:
    """What is remembered of a finding."""
    return Entry(
        id=finding.fingerprint,
        rule=finding.rule,
        symbol=finding.symbol,
        target=finding.target,
        op=finding.op,
        from_=finding.from_,
        to=finding.to,
        count=finding.count,
        why=why,
        since=since,
    )


def finding_of(entry: Entry, title: str) -> Finding:
    """What an entry says of something that is no longer there."""
    verbs = {"BND204": f"{entry.op} of"}
    message = f"{entry.symbol}: {verbs.get(entry.rule, entry.op)} {entry.target}".rstrip()
    return Finding(
        rule=entry.rule,
        title=title,
        from_=entry.from_,
        to=entry.to,
        symbol=entry.symbol,
        target=entry.target,
        op=entry.op,
        message=message,
        state="fixed",
        why=entry.why,
    )
