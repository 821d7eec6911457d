"""`boundary scan`: everything that was found, as the document boundary/1."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click

from boundary.cli.output import deliver_bytes, output_option
from boundary.cli.source import Analysis, analysis_options, obtain


@click.command("scan")
@click.argument("path", type=click.Path(exists=True, path_type=Path), default=".")
@click.option("--format", "-f", type=click.Choice(["json"]), default="json", expose_value=False)
@output_option
@analysis_options
def command(
    path: Path,
    *,
    output: Path | None,
    **analysis: Unpack[Analysis],
) -> None:
    """Write facts, transactions and splits of the monolith at PATH as JSON.

    Other programs may depend on its form: `boundary schema` prints it.
    """
    from boundary import api
    from boundary.report.completeness import completeness_line

    found = obtain(path, **analysis)
    deliver_bytes(api.document(found), output)
    click.echo(completeness_line(found.completeness, found.dialect), err=True)
