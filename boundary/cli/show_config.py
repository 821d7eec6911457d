"""`boundary show-config`: which settings are in force, and where do they come from?"""

from __future__ import annotations

from pathlib import Path

import click

from boundary.cli.output import deliver


@click.command("show-config")
@click.argument("path", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".")
@click.option("--config", "config_file", type=click.Path(path_type=Path), help="Read this configuration file.")
def command(path: Path, *, config_file: Path | None) -> None:
    """Print the settings for an analysis of PATH, as a boundary.toml that says the same."""
    from boundary import config

    found = config.load(path, config_file)
    click.echo(f"settings from {found.file}" if found.file else "no configuration found; all defaults", err=True)
    deliver(config.to_toml(found.settings), None)
