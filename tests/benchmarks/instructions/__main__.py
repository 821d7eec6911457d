"""The instructions of a scan, by the compiled function that takes them.

    python -m tests.benchmarks.instructions CHECKOUT [--top 60] [--keep FILE] [--against FILE]

Run it with the Python of an environment that the compiled build is installed in, beside valgrind. A scan takes fifty
times as long as otherwise, and counts the same to a few thousandths, however busy the machine is: `--keep` writes the
counts down, `--against` shows what is another now. Instructions are not seconds, which waiting for memory takes, too.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.instructions.profile import Profile, Spent, read

if TYPE_CHECKING:
    from collections.abc import Iterator

NONE = Spent(0, 0)


def counted(checkout: Path, file: Path) -> Profile:
    """Scan a checkout under callgrind, in one process but for those that read files, which are not followed."""
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        sys.exit("valgrind is not installed")
    with tempfile.TemporaryDirectory() as place:
        scan = [sys.executable, "-m", "boundary", "scan", str(checkout), "-j", "1", "-o", str(Path(place, "scan.json"))]
        environment = {**os.environ, "PYTHONHASHSEED": "0", "XDG_CACHE_HOME": place}
        subprocess.run(
            [valgrind, "--tool=callgrind", f"--callgrind-out-file={file}", *scan], check=True, env=environment
        )
    with file.open(encoding="utf-8", errors="replace") as lines:
        return read(lines)


def table(profile: Profile, top: int) -> Iterator[str]:
    """The functions that take most."""
    yield f"{profile.total / 1e9:.2f} thousand million instructions"
    yield f"{'':>6} {'million':>9} {'calls':>10}"
    for name, one in sorted(profile.functions.items(), key=lambda item: -item[1].instructions)[:top]:
        yield f"{one.instructions / profile.total:6.2%} {one.instructions / 1e6:9.1f} {one.calls:10} {name}"


def changes(before: Profile, after: Profile, top: int) -> Iterator[str]:
    """The functions that take more than before, or less, the largest change first."""
    yield f"{before.total / 1e9:.2f} -> {after.total / 1e9:.2f} thousand million instructions"
    names = before.functions.keys() | after.functions.keys()
    held = [(name, before.functions.get(name, NONE), after.functions.get(name, NONE)) for name in sorted(names)]
    for name, old, new in sorted(held, key=lambda one: -abs(one[2].instructions - one[1].instructions))[:top]:
        change = (new.instructions - old.instructions) / 1e6
        yield f"{change:+9.1f} million, calls {old.calls} -> {new.calls} {name}"


def main() -> int:
    """Read the arguments, count, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkout", type=Path)
    parser.add_argument("--top", type=int, default=60)
    parser.add_argument("--keep", type=Path, help="where callgrind's file is left")
    parser.add_argument("--against", type=Path, help="a file that was kept")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        profile = counted(asked.checkout, asked.keep or Path(place, "callgrind"))
    if not profile.functions:
        sys.exit("no compiled function was met: the build of this environment is not the compiled one")
    shown = [*table(profile, asked.top)]
    if asked.against is not None:
        with asked.against.open(encoding="utf-8", errors="replace") as lines:
            shown += ["", *changes(read(lines), profile, asked.top)]
    print(*shown, sep="\n")  # noqa: T201
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
