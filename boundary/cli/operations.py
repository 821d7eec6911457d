"""`boundary operations`: what would a split mean for those who run it?"""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click

from boundary.cli.choice import choice_options, choose
from boundary.cli.output import deliver, output_option
from boundary.cli.source import Analysis, analysis_options, obtain, settings_for


@click.command("operations")
@click.argument("path", type=click.Path(exists=True, path_type=Path), default=".")
@choice_options
@click.option("--format", "-f", "format_", type=click.Choice(["text", "markdown", "json"]), default="text")
@click.option("--full", is_flag=True, help="Abbreviate nothing.")
@output_option
@analysis_options
def command(
    path: Path,
    *,
    split_name: str | None,
    contexts: int | None,
    format_: str,
    full: bool,
    output: Path | None,
    **analysis: Unpack[Analysis],
) -> None:
    """Say what a split means for those who run it, every line with its evidence.

    The number of contexts and the order in which they leave; entry points that need several; what answers when one is
    down; what a retry would repeat; tables to copy; joins and foreign keys to replace; reports; settings. PATH is the
    monolith, or a document that `boundary scan` or `boundary split` wrote.
    """
    from boundary import api
    from boundary.report.completeness import completeness_line

    scan = obtain(path, **analysis)
    base = choose(scan, path, split_name, contexts, **analysis)
    settings = settings_for(path, analysis)
    deliver(api.render_operations(scan, base, format_, full=full, config=settings), output)
    if format_ == "json" or output is not None:
        click.echo(completeness_line(scan.completeness, scan.dialect), err=True)
