"""`boundary report`: which transactions write which tables, and where can the monolith be split?"""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click

from boundary.cli.output import deliver, output_option
from boundary.cli.source import Analysis, analysis_options, obtain


@click.command("report")
@click.argument("path", type=click.Path(exists=True, path_type=Path), default=".")
@click.option("--format", "-f", "format_", type=click.Choice(["text", "markdown", "json"]), default="text")
@click.option("--full", is_flag=True, help="Abbreviate nothing.")
@output_option
@analysis_options
def command(
    path: Path,
    *,
    format_: str,
    full: bool,
    output: Path | None,
    **analysis: Unpack[Analysis],
) -> None:
    """Report on the monolith at PATH.

    Says which transactions write which tables through which calls, and where it can be split without cutting one of
    them. PATH is a folder, or a document that `boundary scan` wrote.
    """
    from boundary import api
    from boundary.report.completeness import completeness_line

    found = obtain(path, **analysis)
    deliver(api.render(found, format_, full=full), output)
    if format_ == "json" or output is not None:
        click.echo(completeness_line(found.completeness, found.dialect), err=True)
