"""Which split does a command work on?  Two options that all such commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

import click

from boundary.cli.source import Analysis, settings_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from boundary.model.scan import Scan, Split


def choice_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--split NAME` and `--contexts K` to a command."""
    for option in (
        click.option("--contexts", type=click.IntRange(min=1), metavar="K", help="Take the split into K contexts."),
        click.option(
            "--split",
            "split_name",
            metavar="NAME",
            help="Take the split of this name: strict, frontier-1 ..., declared, packages or layers [default: strict].",
        ),
    ):
        command = option(command)
    return command


def choose(scan: Scan, path: Path, name: str | None, contexts: int | None, **analysis: Unpack[Analysis]) -> Split:
    """The split that the options mean."""
    from boundary import api

    if name is not None and contexts is not None:
        raise click.UsageError("--split and --contexts exclude each other")
    return api.chosen(scan, name, contexts, config=settings_for(path, analysis))
