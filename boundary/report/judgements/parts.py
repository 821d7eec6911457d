"""What do the formats share?  The last line, places for what has none, what a transaction does in one line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

from boundary.report.completeness import understood
from boundary.report.json import encodable
from boundary.report.phrases import counted

if TYPE_CHECKING:
    from boundary.model.findings import Finding, Judgement, Region, Site, Statement
    from boundary.model.scan import Frame

CONFIGURATION = "pyproject.toml"
"""The file that findings without a place are shown at, where a format insists on one."""

KINDS: dict[str, str] = {
    "block": "a transaction block",
    "decorator": "a decorated function",
    "request": "one transaction for the request",
    "unit_of_work": "a unit of work up to its commit",
    "implicit": "a transaction that the call opens by itself",
    "sql_script": "a transaction in a script",
    "routine": "a routine of the database",
}


_ACTING = re.compile("[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""What acts on a terminal and JSON does not escape by itself."""


def as_json(value: Any, indent: int = 1) -> str:  # noqa: ANN401 - any plain value
    r"""A plain value as JSON, with whatever could act on a terminal written as its escape, such as `\u202e`."""
    try:
        encoded = msgspec.json.encode(value)
    except UnicodeEncodeError:  # a lone surrogate, which stands for a byte of a name that is not UTF-8
        encoded = msgspec.json.encode(encodable(value))
    text = msgspec.json.format(encoded, indent=indent).decode()
    return _ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def placed(judgement: Judgement) -> Judgement:
    """The judgement with files relative to the top of the repository, as what shows them beside the code needs them."""
    if not judgement.prefix:
        return judgement

    def site(one: Site) -> Site:
        return msgspec.structs.replace(one, file=f"{judgement.prefix}/{one.file}")

    def statement(one: Statement) -> Statement:
        return msgspec.structs.replace(one, site=site(one.site), via=tuple(map(frame, one.via)))

    def frame(one: Frame) -> Frame:
        return msgspec.structs.replace(one, file=f"{judgement.prefix}/{one.file}")

    def region(one: Region) -> Region:
        return msgspec.structs.replace(one, site=site(one.site), statements=tuple(map(statement, one.statements)))

    findings = tuple(
        msgspec.structs.replace(
            one,
            sites=tuple(map(site, one.sites)),
            region=one.region and region(one.region),
            via=tuple(map(frame, one.via)),
        )
        for one in judgement.findings
    )
    return msgspec.structs.replace(judgement, findings=findings, prefix="")


def last_line(judgement: Judgement) -> str:
    """`1 new, 212 known, 3 fixed; 1143 files, 0 unreadable; 94 % of calls and 97 % of SQL understood; 0.6 s`."""
    new, known, fixed = (len(judgement.of(state)) for state in ("new", "known", "fixed"))
    done = judgement.completeness
    return (
        f"{new} new, {known} known, {fixed} fixed; {counted(done.files, 'file')}, {len(done.unreadable)} unreadable; "
        f"{understood(done)}; {done.seconds:.1f} s"
    )


def rank(finding: Finding) -> tuple[bool, bool, str, str]:
    """What to show first where there is room for some only: what fails, the transactions, then the rest in order."""
    return not finding.gates, not finding.rule.startswith("BND3"), finding.rule, finding.pair


def where(finding: Finding) -> tuple[str, int]:
    """The file and line of a finding; the configuration for what has none."""
    return (finding.site.file, finding.site.line) if finding.site else (CONFIGURATION, 1)


def level(finding: Finding) -> str:
    """`error` or `warning`."""
    return "error" if finding.severity == "error" else "warning"


def owners(finding: Finding, judgement: Judgement) -> tuple[str, ...]:
    """Who answers for the contexts of a finding."""
    return tuple(
        dict.fromkeys(judgement.owners[name] for name in (finding.from_, finding.to) if name in judgement.owners)
    )


def short(function: str) -> str:
    """The last two parts of a dotted name: its file stands beside it."""
    return ".".join(function.split(".")[-2:])


def reached(statement: Statement) -> str:
    """How a statement is reached, the nearest call first: `<- shop/billing/api.py:40 api.create_invoice`."""
    if not statement.via:
        return ""
    places = [f"{statement.site} {short(statement.site.function)}"]
    places += [f"{frame.file}:{frame.line} {short(frame.function)}" for frame in reversed(statement.via[1:])]
    return "<- " + " <- ".join(places)


def led(finding: Finding) -> str:
    """How the first place of a finding is reached, the nearest call first."""
    return "".join(f"<- {frame.file}:{frame.line} {short(frame.function)} " for frame in reversed(finding.via)).rstrip()


def line_in_region(statement: Statement) -> int:
    """The line of the transaction's own function at which a statement happens."""
    return statement.via[0].line if statement.via else statement.site.line


def notes(statement: Statement) -> str:
    """What to know before believing a statement."""
    words = [f"by {statement.because}"] if statement.because else []
    words += ["a guess"] if statement.confidence == "guessed" else []
    return f"({', '.join(words)})" if words else ""


def headline(finding: Finding) -> str:
    """The finding in one line: rule, message, contexts, and what is to be known about it."""
    extra = [finding.pair] if finding.pair else []
    if finding.more:
        extra.append(f"{counted(finding.more, 'place')} more than before")
    if finding.confidence == "guessed":
        extra.append("a guess")
    if finding.indirect:
        extra.append("follows from a change elsewhere")
    if finding.why is not None and finding.state == "new":
        extra.append(f"accepted in this change: {finding.why}")
    return f"{finding.rule} {finding.message}" + (f" [{'; '.join(extra)}]" if extra else "")


REASONS: dict[str, str] = {
    "BND101": "what is not public changes without asking those who use it",
    "BND102": "what is not public changes without asking those who use it, and no import shows this use",
    "BND201": "the table's form becomes an interface that nobody has agreed on",
    "BND202": "{there} can no longer vouch for its own rows",
    "BND203": "a join needs both tables in one database",
    "BND204": "the database checks a foreign key, and cascades along it, only inside itself",
    "BND301": "one commit writes tables of several contexts, so they cannot be split here",
    "BND302": "after a split this is a remote call while the transaction waits",
    "BND401": "what nobody owns is where coupling gathers unseen",
    "BND402": "a table with two writers has two owners, and so none",
    "BND501": "contexts in a cycle can only be changed, tested and released together",
    "BND901": "a pattern that has stopped matching guards nothing",
    "BND902": "what cannot be read is not checked",
    "BND903": "an entry that stays behind is permission to bring the coupling back",
    "BND904": "it would hide the next finding on its line",
    "BND905": "the date was a promise",
    "BND906": "an exception that nobody can explain is never taken back",
    "BND907": "its owner is whichever comes first",
}
"""Why each rule matters, in half a sentence; `{there}` is the context that is depended on."""
