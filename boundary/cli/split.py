"""`boundary split`: where can the monolith be divided, and what does a finer split cost?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from boundary.cli.output import deliver, output_option
from boundary.cli.source import Analysis, analysis_options, obtain, settings_for

if TYPE_CHECKING:
    from boundary.model.wanted import Grain


@click.command("split")
@click.argument("path", type=click.Path(exists=True, path_type=Path), default=".")
@click.option("--contexts", type=click.IntRange(min=1), metavar="K", help="Ask for exactly K contexts.")
@click.option(
    "--max-share",
    type=click.FloatRange(min=0, min_open=True, max=1),
    metavar="S",
    help="Let no context hold more than this share of the tables, such as 0.5.",
)
@click.option(
    "--budget", type=click.FloatRange(min=0), metavar="PRICE", help="Let the seams cost no more than this together."
)
@click.option(
    "--grain",
    type=click.Choice(["mini-service", "service"]),
    default="mini-service",
    show_default=True,
    help="Few contexts of the size of a domain, or as many as can stand alone.",
)
@click.option("--together", nargs=2, multiple=True, metavar="A B", help="Keep two tables in one context.")
@click.option("--apart", nargs=2, multiple=True, metavar="A B", help="Keep two tables out of one context.")
@click.option("--keep", multiple=True, metavar="TABLE=CONTEXT", help="Keep a table in the context of this name.")
@click.option(
    "--against",
    metavar="packages|layers|FILE",
    help="Compare with the present packages, with a split by technical layer, or with contexts in a file.",
)
@click.option("--seed", type=click.IntRange(min=0), default=0, help="Search from another start.")
@click.option("--format", "-f", "format_", type=click.Choice(["text", "markdown", "json"]), default="text")
@click.option("--full", is_flag=True, help="Abbreviate nothing.")
@output_option
@analysis_options
def command(
    path: Path,
    *,
    contexts: int | None,
    max_share: float | None,
    budget: float | None,
    grain: Grain,
    together: tuple[tuple[str, str], ...],
    apart: tuple[tuple[str, str], ...],
    keep: tuple[str, ...],
    against: str | None,
    seed: int,
    format_: str,
    full: bool,
    output: Path | None,
    **analysis: Unpack[Analysis],
) -> None:
    """Propose splits of the monolith at PATH, each with what it costs.

    First the strict split, which cuts no transaction; then the one that is asked for, if one is; then the frontier:
    ever finer splits, of which none is beaten by another, each with the seams to relax for it, in order. PATH is a
    folder, or a document that `boundary scan` wrote.
    """
    from boundary import api
    from boundary.model.wanted import Wanted
    from boundary.report.completeness import completeness_line

    wanted = Wanted(
        contexts=contexts,
        max_share=max_share,
        budget=budget,
        grain=grain,
        together=together,
        apart=apart,
        keep=tuple(_kept(each) for each in keep),
        seed=seed,
    )
    settings = settings_for(path, analysis)
    found = api.split(obtain(path, **analysis), wanted, config=settings)
    if against is not None:
        found = api.against(found, against, config=settings)
    deliver(api.render_splits(found, format_, full=full, reference=against, config=settings), output)
    if format_ == "json" or output is not None:
        click.echo(completeness_line(found.completeness, found.dialect), err=True)


def _kept(text: str) -> tuple[str, str]:
    table, equals, name = text.partition("=")
    if not (table and equals and name):
        raise click.BadParameter(f"{text!r} is not TABLE=CONTEXT", param_hint="'--keep'")
    return table, name
