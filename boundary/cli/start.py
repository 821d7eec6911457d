"""How does the program begin?  Scripts ask for its version before anything else, and loading click takes longer."""

import atexit
import gc
import os
import sys

from boundary import __version__

TYPE_CHECKING = False  # as type checkers take it, without what `typing` takes to load
if TYPE_CHECKING:
    from typing import NoReturn


def run(arguments: list[str] | None = None) -> "NoReturn":
    """Run the command line and exit with its code.

    A process that answers one question ends before it would profit from looking for cycles; on a large monolith the
    search takes longer than everything else together, and once more when the interpreter ends.
    """
    given = sys.argv[1:] if arguments is None else arguments
    if given == ["--version"]:
        try:
            print(f"boundary {__version__}", flush=True)  # noqa: T201 - as click prints it
        except OSError:
            pass  # told in full below
        else:
            sys.exit()
    gc.disable()
    from boundary.cli.main import outcome

    _leave(outcome(given))


def _leave(code: int) -> "NoReturn":
    """End here and now: giving back what was found, object by object, would take a tenth of a second on a large one."""
    atexit._run_exitfuncs()  # noqa: SLF001 - what others asked for still happens
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        sys.exit(code)  # the interpreter knows what to say of a stream that takes nothing any more
    os._exit(code)
