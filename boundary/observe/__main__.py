"""How is a project recorded whose tests do not run under pytest?

    python -m boundary.observe seen.jsonl [--project NAME] [--root DIR] [--ignore PATTERN] -- manage.py test

Runs the script in this process with the recorder on. Tests that fork (`test --parallel`) are not seen.
"""

from __future__ import annotations

import argparse
import runpy
import sys
from pathlib import Path

from boundary.errors import BoundaryError
from boundary.observe import end_as_if_interrupted
from boundary.observe.recorder import recording

USAGE, INTERRUPTED = 2, 130


def main(arguments: list[str]) -> int:
    """Record one run of a script; returns the exit code to end with, which is the script's own."""
    parser = argparse.ArgumentParser(prog="python -m boundary.observe", description=__doc__.splitlines()[0])
    parser.add_argument(
        "record", type=Path, metavar="FILE.jsonl", help="write the transactions that happen to this file"
    )
    parser.add_argument("--project", help="the project's name in the recording")
    parser.add_argument("--root", type=Path, action="append", help="source root of the application (default: .)")
    parser.add_argument("--ignore", action="append", default=[], help="files that are not part of the application")
    parser.add_argument("script", nargs="+", metavar="-- SCRIPT", help="the script and its arguments")
    options = parser.parse_args(arguments)
    roots = options.root or [Path()]
    project = options.project or roots[0].resolve().name
    sys.argv = options.script
    sys.path.insert(0, str(Path(options.script[0]).resolve().parent))
    end_as_if_interrupted()
    try:
        with recording(options.record, project=project, roots=roots, ignore=tuple(options.ignore)):
            return run(options.script[0])
    except BoundaryError as error:
        sys.stderr.write(f"error: {error}\n")
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED  # what was seen is written


def run(script: str) -> int:
    """Run a script as `python script` would; returns its exit code."""
    try:
        runpy.run_path(script, run_name="__main__")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
