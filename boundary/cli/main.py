"""What does `boundary` on the command line start, and how does it end?  The commands, and the exit codes.

0 clean, 1 gating findings, 2 usage, 3 cannot judge, 4 a bug of ours, 130 interrupted.
"""

from __future__ import annotations

import gc
import sys
from typing import NoReturn

import click

from boundary import __version__
from boundary.cli import (
    baseline,
    check,
    compare,
    diff,
    emit,
    explain,
    init,
    operations,
    report,
    scan,
    schema,
    show_config,
    split,
    whatif,
)
from boundary.errors import (
    BaselineError,
    BoundaryError,
    ConfigurationError,
    HistoryError,
    IncompleteError,
    NothingExaminedError,
)

USAGE, CANNOT_JUDGE, BUG, INTERRUPTED = 2, 3, 4, 130

COMMANDS: tuple[click.Command, ...] = (
    report.command,
    split.command,
    whatif.command,
    operations.command,
    emit.command,
    init.command,
    scan.command,
    explain.command,
    check.command,
    baseline.command,
    diff.command,
    compare.command,
    schema.command,
    show_config.command,
)
"""The commands, in the order in which the help lists them."""

UNJUDGED = (BaselineError, ConfigurationError, HistoryError, IncompleteError, NothingExaminedError)
"""The errors after which nothing can be said about the code."""

REPORT_BUGS = "Please report this with the command that you ran and what it printed with --debug."


class _Ordered(click.Group):
    """A group that lists its commands in our order, not by the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return [command.name for command in COMMANDS if command.name]


@click.group(cls=_Ordered, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="boundary", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show the traceback of an unexpected error.")
def boundary(*, debug: bool) -> None:
    """Find the transactions of a monolith, and the contexts that they allow.

    Reads the source without running it. Results go to stdout, everything else to stderr.
    """
    del debug  # read from the context by `run`, which outlives this function


for _command in COMMANDS:
    boundary.add_command(_command)


def run(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line and exit with its code.

    A process that answers one question ends before it would profit from looking for cycles; on a large monolith the
    search takes longer than everything else together, and once more when the interpreter ends.
    """
    gc.disable()
    code = outcome(sys.argv[1:] if arguments is None else arguments)
    gc.freeze()
    sys.exit(code)


def outcome(arguments: list[str]) -> int:
    """Run the command line; what it ends with becomes an exit code and a message for the user."""
    _write_anything()
    try:
        code = boundary.main(arguments, prog_name="boundary", standalone_mode=False)
    except (KeyboardInterrupt, click.Abort):
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - whatever is not ours is a bug, and says so
        return _failed(error, debug="--debug" in arguments)
    return code if isinstance(code, int) else 0


def _failed(error: Exception, *, debug: bool) -> int:
    """Tell the user about an error, by its kind."""
    if isinstance(error, click.ClickException):
        error.show()
        return USAGE
    if isinstance(error, BoundaryError):
        click.echo(f"boundary: {_one_line(error)}", err=True)
        return CANNOT_JUDGE if isinstance(error, UNJUDGED) else USAGE
    return _bug(error, debug=debug)


def _bug(error: Exception, *, debug: bool) -> int:
    """Say what went wrong and how to report it; the traceback only on request."""
    if debug:
        import traceback

        traceback.print_exception(error)
    click.echo(f"boundary: unexpected {type(error).__name__}: {_one_line(error)}\n{REPORT_BUGS}", err=True)
    return BUG


def _one_line(error: Exception) -> str:
    """The error's words, with nothing in them that acts on a terminal: they may quote the analysed source."""
    from boundary.report.printable import printable

    return printable(str(error))


def _write_anything() -> None:
    """Let a terminal that lacks a character show its escape rather than stop the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
