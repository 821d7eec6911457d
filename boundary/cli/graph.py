"""`boundary graph`: what does it look like?  Small pictures, by graphviz or as text for it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from boundary.cli.choice import choice_options, choose
from boundary.cli.output import deliver, deliver_bytes, output_option
from boundary.cli.source import Analysis, analysis_options, obtain, settings_for

if TYPE_CHECKING:
    from boundary.report.pictures import Format
    from boundary.report.pictures.picture import Picture

FORMATS = ("svg", "png", "dot", "mermaid")


@click.command("graph")
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.argument("name", required=False)
@click.argument("other", required=False)
@choice_options
@click.option(
    "--format",
    "-f",
    "format_",
    type=click.Choice(FORMATS),
    help="How to draw it [default: by the ending of the output file, else svg].",
)
@output_option
@analysis_options
def command(
    path: Path,
    name: str | None,
    other: str | None,
    *,
    split_name: str | None,
    contexts: int | None,
    format_: Format | None,
    output: Path | None,
    **analysis: Unpack[Analysis],
) -> None:
    r"""Draw the contexts of a split, or a part of them.

    \b
    Without NAME        the map of the contexts, and what they need of one another
    NAME a context      what is in it, what is glued in it, and its neighbours
    NAME a transaction  its calls and accesses as a tree
    NAME a table        who writes it, and what is written with it
    NAME and OTHER      what glues two tables or contexts, and the seams that part them

    PATH is the monolith, or a document that `boundary scan` or `boundary split` wrote. Graphviz draws svg and png: its
    program `dot` where that is installed, else the renderer of the extra `pictures`. Without either you get text.
    """
    from boundary import api
    from boundary.report.completeness import completeness_line

    wanted = format_ or _by_ending(output)
    if wanted == "png" and output is None and sys.stdout.isatty():
        raise click.UsageError("a png is nothing for a terminal: write it into a file with -o FILE.png")
    scan = obtain(path, **analysis)
    base = choose(scan, path, split_name, contexts, **analysis)
    _deliver(api.picture(scan, name, other, base=base, config=settings_for(path, analysis)), wanted, output)
    click.echo(completeness_line(scan.completeness, scan.dialect), err=True)


def _by_ending(output: Path | None) -> Format:
    endings: dict[str, Format] = {".png": "png", ".gv": "dot", ".dot": "dot", ".mmd": "mermaid", ".mermaid": "mermaid"}
    return endings.get(output.suffix.lower(), "svg") if output is not None else "svg"


def _deliver(picture: Picture, format_: Format, output: Path | None) -> None:
    """Write the picture; where nothing can draw it, its text for graphviz and a sentence on what to install."""
    from boundary import api
    from boundary.errors import NotDrawnError

    try:
        drawn = api.draw(picture, format_)
    except NotDrawnError as error:
        instead = output.with_suffix(".gv") if output is not None else None
        deliver(api.draw(picture, "dot").decode(), instead)
        where = f"{instead} has" if instead is not None else "this is"
        click.echo(f"boundary: no {format_}: {error}; {where} the text for graphviz instead", err=True)
        return
    if format_ == "png":
        deliver_bytes([drawn], output)
    else:
        deliver(drawn.decode(), output)
