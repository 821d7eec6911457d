"""Where does a command get its scan from?  A folder that is analysed now, or a document that was kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.config import Settings
    from boundary.model.scan import Scan


class Analysis(TypedDict):
    """What the options that every analysing command has come to."""

    config_file: Path | None
    environment: Path | None
    jobs: int | None
    no_cache: bool


def analysis_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of `Analysis` to a command."""
    for option in (
        click.option("--debug", is_flag=True, expose_value=False, hidden=True),
        click.option("--no-cache", is_flag=True, help="Neither read nor write the cache."),
        click.option(
            "--jobs", "-j", type=click.IntRange(min=1), help="Processes to read with [default: one per core]."
        ),
        click.option(
            "--environment",
            type=click.Path(exists=True, file_okay=False, path_type=Path),
            metavar="FOLDER",
            help="Installed packages, read for definitions only.",
        ),
        click.option(
            "--config",
            "config_file",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="Read the settings from this file [default: found].",
        ),
    ):
        command = option(command)
    return command


def obtain(path: Path, **analysis: Unpack[Analysis]) -> Scan:
    """Analyse the folder at `path`, or read the document at `path`."""
    from boundary import api
    from boundary.cli.progress import ProgressLine

    if path.is_file():
        return api.load(path)
    settings = settings_for(path, analysis)
    with ProgressLine() as progress:
        return api.scan(path, config=settings, jobs=analysis["jobs"], cache=not analysis["no_cache"], progress=progress)


def settings_for(path: Path, analysis: Analysis) -> Settings:
    """The settings for the folder at `path`, or that a document is in, with what the options say."""
    from boundary import config

    folder = path.parent if path.is_file() else path
    settings = config.load(folder, analysis["config_file"]).settings
    if analysis["environment"] is not None:
        settings = config.with_environment(settings, analysis["environment"])
    return settings
