"""`boundary baseline`: what has a team accepted, and how has that changed?"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from boundary.cli.output import deliver
from boundary.cli.source import Analysis, analysis_options, settings_for

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.check.entries import Entry
    from boundary.check.ratchet import Turned

path_argument = click.argument("path", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")


@click.group("baseline")
def command() -> None:
    """Keep what a team has accepted: a ratchet, which only ever gets smaller."""


@command.command("write")
@path_argument
@click.option("--accept", multiple=True, metavar="ID", help="Accept the new finding with this fingerprint.")
@click.option("--reason", metavar="TEXT", help="Why; for BND301 with the URL of the decision.")
@analysis_options
def write(path: Path, *, accept: tuple[str, ...], reason: str | None, **analysis: Unpack[Analysis]) -> int:
    """Write the baseline, without what is gone.

    The first one holds all that there is. After that it refuses to grow: it exits 1 and writes nothing, unless each new
    finding is accepted by its fingerprint, with a reason.
    """
    if accept and not (reason or "").strip():
        raise click.UsageError("--accept needs a --reason")
    _refuse_in_ci()
    turned = _turn(path, accept, reason, only_remove=False, analysis=analysis)
    if not turned.refused:
        _tell(turned)
        return 0
    from boundary.report.judgements.parts import headline
    from boundary.report.printable import printable

    lines = [printable(f"{finding.fingerprint}  {headline(finding)}") for finding in turned.refused]
    click.echo("\n".join(lines), err=True)
    count = len(turned.refused)
    click.echo(f"not written: the baseline would grow by {count} {'entry' if count == 1 else 'entries'}", err=True)
    return 1


@command.command("prune")
@path_argument
@analysis_options
def prune(path: Path, **analysis: Unpack[Analysis]) -> None:
    """Remove the entries that nothing in the code needs any more. Nothing else changes."""
    _refuse_in_ci()
    _tell(_turn(path, (), None, only_remove=True, analysis=analysis))


@command.command("show")
@path_argument
@analysis_options
def show(path: Path, **analysis: Unpack[Analysis]) -> None:
    """List what the baseline holds, by the pair of contexts."""
    from boundary import api
    from boundary.report.printable import printable

    entries = api.baseline(path, config=settings_for(path, analysis))
    lines = []
    for pair, same in _by_pair(entries):
        lines.append(f"{pair}  {len(same)}")
        for one in same:
            many = f" ({one.count} places)" if one.count > 1 else ""
            why = f"  why: {one.why}" if one.why else ""
            lines.append(f"  {one.id}  {one.rule} {one.op} {one.symbol} {one.target}{many}  since {one.since}{why}")
    counts = Counter(one.rule for one in entries)
    lines.append(f"{len(entries)} entries: " + ", ".join(f"{rule} {count}" for rule, count in sorted(counts.items())))
    deliver("".join(f"{printable(line)}\n" for line in lines), None)


@command.command("history")
@path_argument
@click.option("--most", type=click.IntRange(min=1), default=30, help="How many commits to show.", show_default=True)
@analysis_options
def history(path: Path, *, most: int, **analysis: Unpack[Analysis]) -> None:
    """Show the commits that changed the baseline: how many entries came, went and were there then."""
    from boundary import api
    from boundary.report.printable import printable

    turns = api.baseline_history(path, config=settings_for(path, analysis), most=most)
    rows = [
        f"{turn.day}  {turn.commit[:12]}  +{turn.added} -{turn.removed}  {turn.entries}  {turn.subject}"
        for turn in turns
    ]
    deliver("".join(f"{printable(row)}\n" for row in rows) or "no commit has changed the baseline\n", None)


def _turn(path: Path, accept: tuple[str, ...], reason: str | None, *, only_remove: bool, analysis: Analysis) -> Turned:
    from boundary import api
    from boundary.cli.progress import ProgressLine

    with ProgressLine() as progress:
        return api.write_baseline(
            path,
            config=settings_for(path, analysis),
            accept=accept,
            reason=reason,
            only_remove=only_remove,
            jobs=analysis["jobs"],
            cache=not analysis["no_cache"],
            progress=progress,
        )


def _tell(turned: Turned) -> None:
    click.echo(f"{len(turned.entries)} entries: {len(turned.added)} added, {len(turned.removed)} removed", err=True)


def _by_pair(entries: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    pairs: dict[str, list[Entry]] = {}
    for one in entries:
        pairs.setdefault(
            f"{one.from_ or 'no context'} -> {one.to}" if one.to else one.from_ or "the project", []
        ).append(one)
    return sorted(pairs.items())


def _refuse_in_ci() -> None:
    """A baseline that a CI writes is one that nobody has looked at."""
    if os.environ.get("CI", "").lower() not in {"", "0", "false"}:
        raise click.UsageError("a baseline is never written in CI (the variable CI is set)")
