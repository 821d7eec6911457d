"""How does the program begin?  Scripts ask for its version before anything else, and loading click takes longer."""

import gc
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

    code = outcome(given)
    gc.freeze()
    sys.exit(code)
