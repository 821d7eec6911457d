"""`boundary diff`: which coupling does a change add, and which does it remove?"""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click

from boundary.cli.check import default_format, show, targets
from boundary.cli.source import Analysis, analysis_options, settings_for


@click.command("diff")
@click.argument("range_", metavar="BASE..HEAD")
@click.argument("path", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
@click.option("--format", "-f", "formats", multiple=True, metavar="FORMAT[:FILE]", help="As for `boundary check`.")
@analysis_options
def command(range_: str, path: Path, *, formats: tuple[str, ...], **analysis: Unpack[Analysis]) -> None:
    """Tell what the commits BASE..HEAD add and remove, at PATH.

    Both are read from git, nothing is checked out. BASE alone, or BASE.. , means the work tree. BASE...HEAD starts
    where HEAD left BASE. It always exits 0: `boundary check --base` is what fails.
    """
    from boundary import api
    from boundary.cli.progress import ProgressLine

    wanted = targets(formats or (default_format(),))
    base, dots, head = range_.partition("..")
    if not base or head.startswith("..") or base.startswith("-"):
        raise click.BadParameter(f"{range_!r} is no BASE..HEAD", param_hint="BASE..HEAD")
    since_left = head.startswith(".")
    with ProgressLine() as progress:
        found = api.judge(
            path,
            config=settings_for(path, analysis),
            base=base,
            head=(head.lstrip(".") or ("HEAD" if since_left else None)) if dots else None,
            from_merge_base=since_left or not dots,
            jobs=analysis["jobs"],
            cache=not analysis["no_cache"],
            progress=progress,
        )
    show(found, wanted)
