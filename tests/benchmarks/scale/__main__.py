"""Time and memory against size.

    python -m tests.benchmarks.scale [--from 100000] [--to 5000000] [--jobs N] [--keep FOLDER]
    python -m tests.benchmarks.scale --join FOLDER...     # real projects side by side, then twice as many, and so on

Plants monoliths, each twice as large as the one before, scans each without a cache and prints the curve: what twice the
code costs, in work of the processors and in memory. The command ends with 1 where that is more than MOST times.
"""

from __future__ import annotations

import argparse
import math
import shutil
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tests.benchmarks.cost import Cost, cost
from tests.benchmarks.scale.plant import plant

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 2.2
MEMORY = 8_000
WIDTH = 40
HEAD = f"{'lines':>9} {'read':>9} {'wall':>8} {'CPU':>8} {'memory':>8} {'document':>9}  for twice the code"


def sizes(first: int, last: int) -> list[int]:
    """The sizes to plant: doubled from the first, and the last."""
    found = []
    while first < last:
        found.append(first)
        first *= 2
    return [*found, last]


def planted(sizes: list[int], folder: Path, seed: int) -> Iterator[tuple[int, Path]]:
    """The monoliths, one at a time, with their lines."""
    for size in sizes:
        root = folder / f"planted-{size}"
        if root.exists():
            shutil.rmtree(root)
        yield plant(root, size, seed), root
        shutil.rmtree(root)


def joined(projects: list[Path], folder: Path) -> Iterator[tuple[int, Path]]:
    """Real projects side by side in one folder: the first, the first two, the first four, and so on."""
    count = 1
    while True:
        root = folder / f"joined-{count}"
        lines = 0
        for project in projects[:count]:
            shutil.copytree(
                project, root / project.resolve().name, symlinks=True, ignore=shutil.ignore_patterns(".git")
            )
        for file in root.rglob("*.py"):
            if file.is_file():
                lines += file.read_bytes().count(b"\n")
        yield lines, root
        shutil.rmtree(root)
        if count >= len(projects):
            return
        count *= 2


class Read(msgspec.Struct):
    """What a document says of its modules."""

    class Module(msgspec.Struct):
        """One of them."""

        lines: int

    modules: list[Module]


def row(lines: int, seen: Cost, document: Path, before: tuple[int, Cost] | None) -> str:
    """A line of the table."""
    content = document.read_bytes() if document.exists() else b'{"modules": []}'
    read = sum(module.lines for module in msgspec.json.decode(content, type=Read).modules)
    shown = f"{lines:9} {read:9} {seen.wall:7.1f}s {seen.cpu:7.1f}s {seen.memory:5.0f} MB {len(content) / 1e6:6.0f} MB"
    if before is not None:
        cpu, memory = growth(before, (lines, seen))
        shown += f"  x {cpu:.2f} and x {memory:.2f}"
    return shown


def growth(before: tuple[int, Cost], now: tuple[int, Cost]) -> tuple[float, float]:
    """By how much work and memory grow where the code doubles, by whatever factor it has grown."""
    doublings = math.log2(now[0] / before[0])
    cpu, memory = now[1].cpu / before[1].cpu, now[1].memory / before[1].memory
    return cpu ** (1 / doublings), memory ** (1 / doublings)


def curve(seen: list[tuple[int, Cost]]) -> str:
    """Work and memory per line of code, as bars: of one length where growth is linear."""
    shown = []
    for name, values in (
        ("CPU, ms a line", [one.cpu * 1e3 / lines for lines, one in seen]),
        ("memory, KB a line", [one.memory * 1e3 / lines for lines, one in seen]),
    ):
        shown.append(name)
        for (lines, _), value in zip(seen, values, strict=True):
            shown.append(f"{lines:9} {value:7.3f} {'#' * round(WIDTH * value / max(values))}")
    return "\n".join(shown)


def main() -> int:
    """Read the arguments, scan one monolith after another, print the curve."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="first", type=int, default=100_000)
    parser.add_argument("--to", dest="last", type=int, default=5_000_000)
    parser.add_argument("--join", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--jobs", type=int)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    jobs = ["--jobs", str(asked.jobs)] if asked.jobs else []
    seen: list[tuple[int, Cost]] = []
    print(HEAD, flush=True)  # noqa: T201
    with tempfile.TemporaryDirectory() as place:
        folder, document = Path(place), Path(place) / "scan.json"
        roots = (
            joined(asked.join, folder) if asked.join else planted(sizes(asked.first, asked.last), folder, asked.seed)
        )
        for lines, root in roots:
            command = [sys.executable, "-m", "boundary", "scan", str(root), "--no-cache", "-o", str(document), *jobs]
            found = cost(command)
            print(row(lines, found, document, seen[-1] if seen else None), flush=True)  # noqa: T201
            if found.code != 0:
                print(found.said)  # noqa: T201
                return 1
            seen.append((lines, found))
    print(curve(seen))  # noqa: T201
    steps = [growth(one, other) for one, other in pairwise(seen)]
    steep = [step for step in steps if max(step) > MOST]
    return 1 if steep or seen[-1][1].memory > MEMORY else 0


if __name__ == "__main__":
    raise SystemExit(main())
