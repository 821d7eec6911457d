"""One table for any checkout: us and others, in one run.

    python -m tests.benchmarks.speed CHECKOUT [--rounds 5] [--peers FOLDER_OF_PROGRAMS] [--longest 900]

Every round runs all commands in turn, so that what the machine does meanwhile concerns them alike. The figures are
medians; ratios are medians of the ratios in each round. What takes longer than PATIENCE seconds is run once.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING

from tests.benchmarks.cost import Cost, cost
from tests.benchmarks.speed.contestants import Contestant, ours, peers
from tests.benchmarks.speed.subject import subject

if TYPE_CHECKING:
    from collections.abc import Sequence

PATIENCE = 120.0

Seen = dict[str, list[Cost | None]]
"""What each command took in each round; None where it was left out."""


def measure(contestants: Sequence[Contestant], folder: Path, rounds: int, longest: float) -> Seen:
    """Run all commands in each round."""
    seen: Seen = {each.name: [] for each in contestants}
    for number in range(rounds):
        for each in contestants:
            earlier = [one for one in seen[each.name] if one is not None]
            if earlier and earlier[-1].wall > PATIENCE:
                seen[each.name].append(None)
                continue
            each.before()
            found = cost(each.command, folder=folder, environment=each.environment, longest=longest)
            if each.kind in {"parse", "ours"} and found.code != 0:
                sys.exit(f"{each.name} failed with {found.code}:\n{found.said}")
            seen[each.name].append(found)
            print(f"{number + 1} {each.name}: {found.wall:.2f} s, exit {found.code}", file=sys.stderr, flush=True)  # noqa: T201
    return seen


def middle(values: Sequence[Cost | None], what: str) -> float:
    """The median of a figure."""
    return float(median(getattr(one, what) for one in values if one is not None))


def ratio(seen: Seen, one: str, other: str, what: str) -> float:
    """The median over the rounds of how much more one command takes than another; both run in the first round."""
    pairs = [
        getattr(here, what) / max(getattr(there, what), 1e-3)
        for here, there in zip(seen[one], seen[other], strict=True)
        if here is not None and there is not None
    ]
    return float(median(pairs))


def table(contestants: Sequence[Contestant], seen: Seen) -> str:
    """The figures of all commands."""
    shown = [f"{'':28} {'wall':>9} {'CPU':>9} {'memory':>9}  wall and CPU, times ast.parse"]
    for each in contestants:
        costs = seen[each.name]
        wall, cpu, memory = (middle(costs, what) for what in ("wall", "cpu", "memory"))
        late = any(one is not None and one.code is None for one in costs)
        over = [ratio(seen, each.name, "ast.parse", what) for what in ("wall", "cpu")]
        rounds = sum(one is not None for one in costs)
        line = f"{each.name:28} {'>' if late else ' '}{wall:7.2f}s {cpu:8.2f}s {memory:6.0f} MB"
        line += f"  {over[0]:8.2f} {over[1]:8.2f}"
        codes = {one.code for one in costs if one is not None}
        line += f"  exit {codes.pop()}" if codes not in ({0}, {None}) and len(codes) == 1 else ""
        shown.append(line + (f"  {rounds} of {len(costs)} rounds" if rounds < len(costs) else ""))
    return "\n".join(shown)


def bars(contestants: Sequence[Contestant], seen: Seen) -> str:
    """What was asked for, and what there is; with seconds of processors, since others slow down the clock's."""
    cold, same, changed = (f"boundary, {name}" for name in ("cold", "nothing changed", "one file changed"))
    asked: list[tuple[str, float, float, str]] = [
        ("cold, CPU over ast.parse", ratio(seen, cold, "ast.parse", "cpu"), 8, ""),
        ("cold, wall over ast.parse", ratio(seen, cold, "ast.parse", "wall"), 5, ""),
        ("cold, memory in MB", middle(seen[cold], "memory"), 600, ""),
    ]
    for name, most in ((same, 0.5), (changed, 0.8), ("boundary, --version", 0.08)):
        work = f" (CPU {middle(seen[name], 'cpu'):.2f})"
        asked.append((f"{name}, seconds", middle(seen[name], "wall"), most, work))
    for each in contestants:
        if each.kind == "calls" and all(one is None or one.cpu > 1 or one.code is None for one in seen[each.name]):
            asked.append((f"cold over {each.name}, wall", ratio(seen, cold, each.name, "wall"), 0.2, ""))
        elif each.kind == "imports" and not each.name.endswith("cold"):
            asked.append((f"nothing changed over {each.name}, wall", ratio(seen, same, each.name, "wall"), 3, ""))
    return "\n".join(
        f"{'met   ' if found <= most else 'missed'} {name}: {found:.3g}, at most {most:g}{work}"
        for name, found, most, work in asked
    )


def main() -> int:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkout", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", type=Path, help="a folder of programs, such as the bin of a venv, before the path")
    parser.add_argument("--only-ours", action="store_true")
    parser.add_argument("--longest", type=float, default=900.0, help="seconds that a command may take")
    asked = parser.parse_args()
    places = [*([str(asked.peers.absolute())] if asked.peers else []), str(Path(sys.executable).parent)]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        given = subject(asked.checkout, folder)
        contestants = ours(given, folder, Random(0))  # noqa: S311 - changes, not secrets
        others, missing = (
            ([], [])
            if asked.only_ours
            else peers(given, folder, os.pathsep.join([*places, os.environ.get("PATH", "")]))
        )
        contestants += others
        seen = measure(contestants, given.root, asked.rounds, asked.longest)
    version = ".".join(map(str, sys.version_info[:3]))
    machine = f"{os.cpu_count()} processors, {os.getloadavg()[1]:.0f} processes that want one, Python {version}"
    head = f"{asked.checkout.resolve().name}: {len(given.files)} files, {given.lines} lines; {machine}"
    print(head, table(contestants, seen), bars(contestants, seen), *missing, sep="\n")  # noqa: T201
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
