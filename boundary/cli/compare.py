"""`boundary compare`: what did the static answer miss that really happened?"""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click

from boundary.cli.output import deliver, output_option
from boundary.cli.source import Analysis, analysis_options, obtain


@click.command("compare")
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.argument("recording", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--statements",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Statements outside transactions [default: RECORDING with .statements.jsonl, where it is there].",
)
@click.option("--format", "-f", "format_", type=click.Choice(["text", "json"]), default="text")
@click.option("--full", is_flag=True, help="List every miss.")
@output_option
@analysis_options
def command(
    path: Path,
    recording: Path,
    *,
    statements: Path | None,
    format_: str,
    full: bool,
    output: Path | None,
    **analysis: Unpack[Analysis],
) -> None:
    """Hold a scan against what happened while the tests ran.

    PATH is a folder, or a document that `boundary scan` wrote. RECORDING is what `pytest -p boundary.observe
    --boundary-record RECORDING` wrote. What was seen and is not in the scan is listed with its place; tests run a part
    of the code, so what is in the scan and was not seen need not be wrong.
    """
    from boundary import api
    from boundary.report.completeness import completeness_line

    found = obtain(path, **analysis)
    deliver(api.compare(found, recording, statements, format_, full=full), output)
    if format_ == "json" or output is not None:
        click.echo(completeness_line(found.completeness, found.dialect), err=True)
