"""`boundary report`: which transactions write which tables, and where can the monolith be split?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from boundary.cli.output import deliver, output_option
from boundary.cli.source import Analysis, analysis_options, obtain, settings_for

if TYPE_CHECKING:
    from boundary.model.scan import Scan


@click.command("report")
@click.argument("path", type=click.Path(exists=True, path_type=Path), default=".")
@click.option("--format", "-f", "format_", type=click.Choice(["text", "markdown", "json", "html"]), default="text")
@click.option("--full", is_flag=True, help="Abbreviate nothing.")
@click.option(
    "--source-url",
    metavar="URL",
    help="Make links of places in HTML, such as https://host/org/repo/blob/REV/{file}#L{line}.",
)
@output_option
@analysis_options
def command(
    path: Path,
    *,
    format_: str,
    full: bool,
    source_url: str | None,
    output: Path | None,
    **analysis: Unpack[Analysis],
) -> None:
    """Report on the monolith at PATH.

    Says which transactions write which tables through which calls, and where it can be split without cutting one of
    them. PATH is a folder, or a document that `boundary scan` wrote.
    """
    from boundary import api
    from boundary.report.completeness import completeness_line

    if source_url is not None and format_ != "html":
        raise click.BadParameter("only --format html has links", param_hint="'--source-url'")
    found = obtain(path, **analysis)
    deliver(
        _page(path, found, source_url, analysis) if format_ == "html" else api.render(found, format_, full=full), output
    )
    if format_ in {"json", "html"} or output is not None:
        click.echo(completeness_line(found.completeness, found.dialect), err=True)


def _page(path: Path, found: Scan, source_url: str | None, analysis: Analysis) -> str:
    """The report as a page, with what the folder of the monolith says of owners and contexts."""
    from boundary import api
    from boundary.cli.progress import ProgressLine

    settings = settings_for(path, analysis)
    folder = path if path.is_dir() else None
    with ProgressLine() as progress:
        return api.render_html(found, folder=folder, source_url=source_url, config=settings, progress=progress)
