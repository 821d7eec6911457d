"""`boundary schema`: which form do the documents have?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from boundary.cli.output import deliver, output_option

if TYPE_CHECKING:
    from pathlib import Path


@click.command("schema")
@click.argument("document", type=click.Choice(["scan", "check", "config"]), default="scan")
@output_option
def command(document: str, *, output: Path | None) -> None:
    """Print the JSON Schema of a DOCUMENT.

    `scan` is what `boundary scan` writes, `check` what `boundary check --format json` writes, and `config` what
    boundary.toml may hold.
    """
    from boundary import api

    deliver(api.schema(document), output)
