"""`boundary check`: does the code keep to the contexts that are declared?"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from boundary.cli.output import deliver
from boundary.cli.source import Analysis, analysis_options, settings_for

if TYPE_CHECKING:
    from boundary.model.findings import Judgement

WITH_LAST_LINE = frozenset({"text", "concise", "github", "markdown"})
"""Formats whose last line is ours; after the others it goes to stderr."""


@click.command("check")
@click.argument("path", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
@click.option("--base", metavar="REF", help="Only what is new since this git reference was left; `auto` finds it.")
@click.option(
    "--format",
    "-f",
    "formats",
    multiple=True,
    metavar="FORMAT[:FILE]",
    help="text, concise, json, jsonl, sarif, github, gitlab, junit, rdjson, markdown or mermaid; several at once, "
    "each but one into a file [default: text, or github under GitHub Actions].",
)
@click.option("--allow-accepted", is_flag=True, help="What the change accepts in the baseline, with a reason, warns.")
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever is found.")
@analysis_options
def command(
    path: Path,
    *,
    base: str | None,
    formats: tuple[str, ...],
    allow_accepted: bool,
    exit_zero: bool,
    **analysis: Unpack[Analysis],
) -> int:
    """Check that the code at PATH keeps to its declared contexts.

    Without --base, what the baseline has is known and everything else is new; with it, what the base had is known.
    Exits 1 when a new finding is an error, and 3 when it cannot judge.
    """
    from boundary import api
    from boundary.cli.progress import ProgressLine

    wanted = targets(formats or (default_format(),))
    with ProgressLine() as progress:
        found = api.judge(
            path,
            config=settings_for(path, analysis),
            base=base,
            allow_accepted=allow_accepted,
            jobs=analysis["jobs"],
            cache=not analysis["no_cache"],
            progress=progress,
        )
    show(found, wanted)
    return 1 if found.gating and not exit_zero else 0


def default_format() -> str:
    """`github` where GitHub runs the check, else `text`."""
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"


def targets(formats: tuple[str, ...]) -> list[tuple[str, Path | None]]:
    """The formats with their files; None is stdout, which only one may have."""
    from boundary.config import did_you_mean
    from boundary.report.judgements import names

    found: list[tuple[str, Path | None]] = []
    for each in formats:
        name, colon, file = each.partition(":")
        if name not in names():
            raise click.BadParameter(f"no format {name!r}{did_you_mean(name, list(names()))}", param_hint="--format")
        if colon and not file:
            raise click.BadParameter(f"{each!r} names no file", param_hint="--format")
        found.append((name, Path(file) if file else None))
    if sum(file is None for _, file in found) > 1:
        raise click.BadParameter(
            "only one format can go to stdout; give the others a FORMAT:FILE", param_hint="--format"
        )
    return found


def show(found: Judgement, wanted: list[tuple[str, Path | None]]) -> None:
    """Deliver a judgement in every format that is wanted; the last line is always seen."""
    from boundary import api
    from boundary.report.judgements.parts import last_line

    for name, file in wanted:
        deliver(api.render_judgement(found, name), file)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and any(name == "github" for name, _ in wanted):
        with Path(summary).open("a", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(api.render_judgement(found, "markdown"))
    if not any(file is None and name in WITH_LAST_LINE for name, file in wanted):
        click.echo(last_line(found), err=True)
