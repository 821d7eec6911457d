"""Where does the result go?  To stdout, or into a file that is either complete or as it was before."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

CLOSED_PIPE = 141
"""The exit code of a program that a closed pipe has ended: 128 and the number of the signal."""


def output_option(command: click.decorators.FC) -> click.decorators.FC:
    """Add `-o FILE` to a command."""
    return click.option(
        "--output", "-o", type=click.Path(path_type=Path), help="Write the result into this file, not to stdout."
    )(command)


def deliver(result: str, output: Path | None) -> None:
    """Write the result in UTF-8 to `output`, atomically, or to stdout.

    A reader that goes away, as `head` does, ends the program quietly.
    """
    if output is not None:
        from boundary.report.atomic import replace

        replace(output, result.encode("utf-8", "backslashreplace"))
        return
    try:
        _print(result)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that no later flush complains
        raise click.exceptions.Exit(CLOSED_PIPE) from None


def deliver_bytes(result: Iterable[bytes], output: Path | None) -> None:
    """Write the pieces of a result that is no text, or is large, to `output`, atomically, or to stdout."""
    if output is not None:
        from boundary.report.atomic import replace

        replace(output, result)
        return
    try:
        sys.stdout.buffer.writelines(result)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that no later flush complains
        raise click.exceptions.Exit(CLOSED_PIPE) from None


def _print(result: str) -> None:
    """Write to stdout, in colour where a terminal has it."""
    if sys.stdout.isatty():
        from boundary.report.text import show

        show(result, sys.stdout)
    else:
        sys.stdout.write(result)
    sys.stdout.flush()
