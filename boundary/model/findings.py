"""What did a check find?  Findings, the ignores in the code, and the judgement on a change.

A finding is one coupling across a boundary that the configuration declares. Its fingerprint holds who depends on what
and how, and never a line, a column, a path or a message: moving code changes nothing.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import Literal

import msgspec

from boundary.model.scan import Because, Completeness, Confidence, Frame, Operation, Value

Severity = Literal["error", "warn", "off"]
State = Literal["new", "known", "fixed"]


class Site(Value, frozen=True):
    """One place in the source: `file` relative to the root, `line` from 1, and the `function` around it."""

    file: str
    line: int = 1
    function: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class Statement(Value, frozen=True):
    """One access of a transaction that a finding shows; `context` owns its table, None where nobody does.

    `foreign` says that it is what crosses the boundary; `via` are the calls that lead to it, outermost first.
    """

    table: str
    op: Operation
    context: str | None
    site: Site
    foreign: bool = False
    via: tuple[Frame, ...] = ()
    because: Because | None = None
    confidence: Confidence = "certain"


class Region(Value, frozen=True):
    """The transaction that a finding shows: what opens it, its lines and what it does."""

    kind: str
    site: Site
    end_line: int
    statements: tuple[Statement, ...] = ()


class Finding(Value, frozen=True):
    """One coupling of the context `from_` on the context `to`, or one fault of the configuration (both empty).

    `symbol` is who depends: a function, a module, a table; `target` is on what; `op` is how. `sites` are the places,
    the first one first. `severity` and `state` are given by the judgement, `confidence` by what the finding rests on.
    """

    rule: str
    title: str
    from_: str = msgspec.field(name="from")
    to: str
    symbol: str
    target: str
    op: str
    message: str
    sites: tuple[Site, ...] = ()
    ways: tuple[str, ...] = ()
    region: Region | None = None
    confidence: Confidence = "certain"
    severity: Severity = "error"
    state: State = "new"
    more: int = 0
    """How many sites more than before a finding has that was known; 0 where all of it is new or known."""
    why: str | None = None
    """The reason with which the baseline accepts it."""
    indirect: bool = False
    """Whether it is new although the change touched none of the lines that show it."""
    via: tuple[Frame, ...] = ()
    """The calls that lead from `symbol` to the first site, outermost first; empty where that stands in `symbol`."""

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits that stay the same wherever the code moves within its function."""
        return fingerprint(self.rule, self.from_, self.to, self.symbol, self.target, self.op)

    @property
    def count(self) -> int:
        """At how many places."""
        return max(1, len(self.sites))

    @property
    def site(self) -> Site | None:
        """The first place, where there is one."""
        return self.sites[0] if self.sites else None

    @property
    def pair(self) -> str:
        """The two contexts, as a reader would say them."""
        return f"{self.from_ or 'no context'} -> {self.to}" if self.to else self.from_

    @property
    def gates(self) -> bool:
        """Whether it fails the check."""
        return self.state == "new" and self.severity == "error"


@lru_cache(maxsize=100_000)
def fingerprint(*parts: str) -> str:
    """A short hash of the parts, in which their borders count; asked for again and again, so the last are kept."""
    encoded = [part.encode("utf-8", "surrogatepass") for part in parts]
    whole = b"".join(len(part).to_bytes(4, "little") + part for part in encoded)
    return hashlib.blake2b(whole, digest_size=8).hexdigest()


class Ignore(Value, frozen=True):
    """A comment `boundary: ignore[BND202] reason="..." until=2027-03-01` at a line of a file.

    `line` is the line that it speaks of: its own, or the next one where it stands alone. `fault` says what is wrong
    with it, in the user's words.
    """

    file: str
    line: int
    rules: tuple[str, ...]
    reason: str = ""
    until: str | None = None
    fault: str | None = None
    at: int = 0
    """The line that the comment itself stands on."""


class Judgement(Value, frozen=True, kw_only=True):
    """What a check comes to: every finding with its state, against what it was compared, how much was understood.

    Files are relative to the analysed folder; `prefix` is where that lies in its repository, "" at the top.
    """

    schema: str = "boundary-check/1"
    root: str
    prefix: str = ""
    base: str | None = None
    findings: tuple[Finding, ...] = ()
    ignored: int = 0
    owners: dict[str, str] = msgspec.field(default_factory=dict)
    contexts: tuple[str, ...] = ()
    completeness: Completeness = msgspec.field(default_factory=Completeness)

    def of(self, state: State) -> tuple[Finding, ...]:
        """The findings in a state."""
        return tuple(finding for finding in self.findings if finding.state == state)

    @property
    def gating(self) -> tuple[Finding, ...]:
        """The findings that fail the check."""
        return tuple(finding for finding in self.findings if finding.gates)
