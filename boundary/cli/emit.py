"""`boundary emit`: how do other tools take a split over?"""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click

from boundary.cli.choice import choice_options, choose
from boundary.cli.output import deliver, output_option
from boundary.cli.source import Analysis, analysis_options, obtain

FORMATS = ("router", "binds", "import-linter", "tach", "cml", "structurizr", "graphml")


@click.command("emit")
@click.argument("format_", metavar="FORMAT", type=click.Choice(FORMATS))
@click.argument("path", type=click.Path(exists=True, path_type=Path), default=".")
@choice_options
@output_option
@analysis_options
def command(
    format_: str,
    path: Path,
    *,
    split_name: str | None,
    contexts: int | None,
    output: Path | None,
    **analysis: Unpack[Analysis],
) -> None:
    r"""Write a split in the form that another tool takes.

    \b
    FORMAT is one of these:
      router         a Django database router, a database for every context
      binds          SQLAlchemy binds, an engine for every context
      import-linter  contracts for pyproject.toml; the imports of today are ignored
      tach           a tach.toml; the imports of today are deprecated
      cml            a context map for Context Mapper
      structurizr    a workspace with a container for every context
      graphml        the graph of modules, tables, transactions and entry points

    PATH is the monolith, or a document that `boundary scan` or `boundary split` wrote.
    """
    from boundary import api

    scan = obtain(path, **analysis)
    deliver(api.emit(scan, format_, choose(scan, path, split_name, contexts, **analysis)), output)
