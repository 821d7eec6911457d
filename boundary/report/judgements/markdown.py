"""The judgement as Markdown for one comment on a change; it steps down in detail until it fits.

GitHub takes 65,536 characters. The first line is a marker by which a script finds its own comment again.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from boundary.report.judgements import parts
from boundary.report.markdown import code
from boundary.report.phrases import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from boundary.model.findings import Finding, Judgement

MARKER = "<!-- boundary check -->"
MOST = 65_536
SPARE = 1_000
"""Characters that are kept free for whoever adds something to the comment."""
PLACES = 3
LONGEST = 300
"""Characters of one name or message: a generated name may be as long as it likes."""


def render(judgement: Judgement) -> str:
    """The most detailed of the forms that fits."""
    for form in (_whole, _brief, _counted):
        text = "\n".join((*_head(judgement), *form(judgement), "", f"{_cut(parts.last_line(judgement))}")) + "\n"
        if len(text) <= MOST - SPARE:
            return text
    return "\n".join((*_head(judgement), "", _cut(parts.last_line(judgement)))) + "\n"


def _head(judgement: Judgement) -> Iterator[str]:
    gating = len(judgement.gating)
    yield MARKER
    yield f"### boundary check: {counted(gating, 'new finding') if gating else 'no new coupling'}"
    yield ""
    if judgement.base is not None:
        yield f"Compared with {code(judgement.base)}."


def _whole(judgement: Judgement) -> Iterator[str]:
    """Every new finding with its places or its transaction, every fixed one in a line."""
    for pair, findings in _by_pair(judgement):
        yield from ("", f"#### {pair}", "")
        for finding in findings:
            yield f"- **{finding.rule}** {_said(finding)}"
            yield from _evidence(finding)
            if finding.ways:
                yield f"  - ways out: {_code(' · '.join(finding.ways))}"
    fixed = judgement.of("fixed")
    if fixed:
        yield from ("", f"<details><summary>{counted(len(fixed), 'finding')} no longer there</summary>", "")
        yield from (f"- {finding.rule} {_code(finding.message)}" for finding in fixed)
        yield from ("", "</details>")


def _brief(judgement: Judgement) -> Iterator[str]:
    """A line for each new finding."""
    for pair, findings in _by_pair(judgement):
        yield from ("", f"#### {pair}", "")
        yield from (f"- **{finding.rule}** {_said(finding)}" for finding in findings)
    fixed = len(judgement.of("fixed"))
    if fixed:
        yield from ("", f"{counted(fixed, 'finding')} no longer there.")


def _counted(judgement: Judgement) -> Iterator[str]:
    """Counts by pair of contexts and rule, the largest first, and the first few of what matters most."""
    counts = Counter((finding.pair, finding.rule) for finding in judgement.of("new"))
    yield from ("", "| contexts | rule | new |", "| --- | --- | --- |")
    largest = counts.most_common(200)
    yield from (f"| {_cell(pair) or 'the project'} | {rule} | {count} |" for (pair, rule), count in largest)
    if len(counts) > len(largest):
        yield from ("", f"and {len(counts) - len(largest)} more pairs of contexts and rules")
    yield from ("", "First of all:", "")
    for finding in sorted(judgement.of("new"), key=parts.rank)[:30]:
        yield f"- **{finding.rule}** {_said(finding)}"


def _by_pair(judgement: Judgement) -> Iterator[tuple[str, list[Finding]]]:
    key: Callable[[Finding], tuple[str, str]] = lambda one: (one.from_, one.to)  # noqa: E731 - the key of a group
    for _, same in groupby(judgement.of("new"), key=key):
        findings = list(same)
        owners = " ".join(_code(owner) for owner in parts.owners(findings[0], judgement))
        yield " ".join(filter(None, (_code(findings[0].pair) or "the project", owners))), findings


def _said(finding: Finding) -> str:
    """The finding in one line, with its first place."""
    file, line = parts.where(finding)
    notes = [] if finding.severity == "error" else ["warns only"]
    notes += ["follows from a change elsewhere"] if finding.indirect else []
    notes += ["a guess"] if finding.confidence == "guessed" else []
    notes += [f"{counted(finding.more, 'place')} more than before"] if finding.more else []
    notes += [f"accepted in this change: {_code(finding.why)}"] if finding.why else []
    return " ".join(filter(None, (_code(f"{file}:{line}"), _code(finding.message), *(f"({note})" for note in notes))))


def _evidence(finding: Finding) -> Iterator[str]:
    if finding.region is not None:
        for one in finding.region.statements:
            mark = "**" if one.foreign else ""
            way = " ".join(filter(None, (parts.reached(one), parts.notes(one))))
            done = f"{mark}{one.op} {_code(one.table)}{mark} of {_code(one.context) if one.context else 'no context'}"
            yield f"  - {parts.line_in_region(one)}: {done} {_code(way)}".rstrip()
        return
    if finding.via:
        yield f"  - {_code(parts.led(finding))}"
    for site in finding.sites[1:PLACES]:
        yield f"  - {_code(str(site))}"
    if len(finding.sites) > PLACES:
        yield f"  - and {len(finding.sites) - PLACES} places more"


def _code(text: str) -> str:
    return code(_cut(text))


def _cell(text: str) -> str:
    return _code(text).replace("|", "\\|")


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
