"""`boundary explain`: why does it say so?  The evidence, call by call."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click

from boundary.cli.choice import choice_options, choose
from boundary.cli.output import deliver, output_option
from boundary.cli.source import Analysis, analysis_options, obtain, settings_for


@click.command("explain")
@click.argument("name")
@click.argument("other", required=False)
@click.option(
    "--in",
    "path",
    type=click.Path(exists=True, path_type=Path),
    default=".",
    metavar="PATH",
    help="The monolith, or a document that `boundary scan` wrote [default: the current folder].",
)
@choice_options
@output_option
@analysis_options
def command(
    name: str,
    other: str | None,
    *,
    path: Path,
    split_name: str | None,
    contexts: int | None,
    output: Path | None,
    **analysis: Unpack[Analysis],
) -> None:
    """Explain a table or a transaction, or what ties two of them.

    NAME is a table, a model, a transaction's id, the end of a function's dotted name, a file:line, or a rule of
    `boundary check` such as BND301. With two tables, or two contexts of a split: the transactions that glue them
    together, the cheapest places to change so that nothing does, and what would tie them still. With a transaction and
    a table: how the one reaches the other.
    """
    from boundary import api

    page = api.rule_page(name) if other is None else None
    if page is not None:
        deliver(page + "\n", output)
        return
    found = obtain(path, **analysis)
    base = choose(found, path, split_name, contexts, **analysis) if split_name or contexts else None
    deliver(api.explain(found, name, other, base=base, config=settings_for(path, analysis)), output)
