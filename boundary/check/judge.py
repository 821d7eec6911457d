"""Is a finding new?  Compared with what was there before, by fingerprint; what has only moved is known.

Exact fingerprints come first. What is then left on both sides is paired where the rest agrees and only a name has
changed: a function that kept its name in another module, a function renamed within its module, a table's or function's
name likewise on the other side. The old name must be gone, and each entry is paired once: a move hides nothing else.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import msgspec

from boundary.check.entries import Entry
from boundary.check.rules import all_rules
from boundary.model.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    Key = Callable[[Entry | Finding], Hashable]


class Compared(msgspec.Struct, frozen=True):
    """Findings with their state, the entries that nothing stands for any more, and which entry stands for which."""

    findings: tuple[Finding, ...]
    fixed: tuple[Entry, ...]
    entries: dict[str, Entry]
    """By the fingerprint of the finding of today."""


def compare(findings: Sequence[Finding], before: Sequence[Entry], names: frozenset[str]) -> Compared:
    """Compare findings with entries; `names` are those of the modules, functions and tables that there are today."""
    known = _pairs(findings, list(before), names)
    held = {entry.id for entry in known.values()}
    fixed = tuple(entry for entry in before if entry.id not in held)
    spare = _spare(findings, before)
    judged = tuple(_judged(finding, known.get(finding.fingerprint), spare) for finding in findings)
    return Compared(judged, fixed, known)


def _judged(finding: Finding, entry: Entry | None, spare: Counter[Hashable]) -> Finding:
    if entry is None:
        return msgspec.structs.replace(finding, state="new", more=0)
    more = finding.count - entry.count
    if more <= 0 or not all_rules()[finding.rule].grows or spare[_sum(finding)] <= 0:
        return msgspec.structs.replace(finding, state="known", why=entry.why)
    return msgspec.structs.replace(finding, state="new", more=more, why=entry.why)


def _spare(findings: Iterable[Finding], before: Iterable[Entry]) -> Counter[Hashable]:
    """By how many places each kind of coupling has grown, over all who have it: what one lost, another may gain."""
    growth: Counter[Hashable] = Counter()
    for finding in findings:
        growth[_sum(finding)] += finding.count
    for entry in before:
        growth[_sum(entry)] -= entry.count
    return growth


def _sum(one: Entry | Finding) -> Hashable:
    return one.rule, one.from_, one.to, one.target, one.op


def _pairs(findings: Sequence[Finding], before: list[Entry], names: frozenset[str]) -> dict[str, Entry]:
    """The entry that stands for each finding, by the finding's fingerprint."""
    by_id = {entry.id: entry for entry in before}
    pairs = {one.fingerprint: by_id[one.fingerprint] for one in findings if one.fingerprint in by_id}
    new = [finding for finding in findings if finding.fingerprint not in pairs]
    old = [entry for entry in before if entry.id not in pairs]
    for key, symbol, target in _WAYS:
        if not new or not old:
            break
        waiting: dict[Hashable, list[Entry]] = defaultdict(list)
        for entry in old:
            if not (symbol and entry.symbol in names) and not (target and entry.target in names):
                waiting[key(entry)].append(entry)
        for finding in list(new):
            fits = waiting.get(key(finding))
            if fits:
                entry = fits.pop(0)
                pairs[finding.fingerprint] = entry
                old.remove(entry)
                new.remove(finding)
    return pairs


def _kind(one: Entry | Finding) -> tuple[str, str, str, str]:
    return one.rule, one.from_, one.to, one.op


def _own(name: str) -> str:
    """A name without the module in front of it, as far as a name tells: a method keeps its class."""
    *above, last = name.split(".")
    return f"{above[-1]}.{last}" if above and above[-1][:1].isupper() else last


def _above(name: str) -> str:
    return name.rpartition(".")[0]


_WAYS: tuple[tuple[Key, bool, bool], ...] = (
    (lambda one: (_kind(one), _own(one.symbol), one.target), True, False),
    (lambda one: (_kind(one), _above(one.symbol), one.target), True, False),
    (lambda one: (_kind(one), one.symbol, _own(one.target)), False, True),
    (lambda one: (_kind(one), one.symbol, _above(one.target)), False, True),
    (lambda one: (_kind(one), _own(one.symbol), _own(one.target)), True, True),
)
"""How a finding may have come from an entry, the likeliest way first: what must agree, and whether the entry's symbol
and its target must be names that are no more."""
