"""`boundary init`: write the contexts of a split into the configuration."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click

from boundary.cli.choice import choice_options, choose
from boundary.cli.source import Analysis, analysis_options, obtain


@click.command("init")
@click.argument("path", type=click.Path(exists=True, path_type=Path), default=".")
@choice_options
@click.option(
    "--into",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Configure this folder [default: PATH, or the current folder where PATH is a document].",
)
@click.option("--force", is_flag=True, help="Replace contexts that are declared already.")
@analysis_options
def command(
    path: Path,
    *,
    split_name: str | None,
    contexts: int | None,
    into: Path | None,
    force: bool,
    **analysis: Unpack[Analysis],
) -> None:
    """Declare the contexts of a split in the configuration, for `boundary check` to hold a team to them.

    They are written into the pyproject.toml or boundary.toml that is found, else into one of the two in the folder;
    its comments stay. PATH is the monolith, or a document that `boundary scan` or `boundary split` wrote.
    """
    from boundary import api

    scan = obtain(path, **analysis)
    base = choose(scan, path, split_name, contexts, **analysis)
    folder = into or (path if path.is_dir() else Path())
    file = api.init(scan, folder, base, file=analysis["config_file"], force=force)
    click.echo(f"{file}: {len(base.contexts)} contexts of the split {base.name} declared")
