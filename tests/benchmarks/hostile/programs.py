"""Is anything lost on its way through a program?  Programs drawn by chance, each run and scanned.

    python -m tests.benchmarks.hostile.programs [--programs 20000] [--length 2] [--seed 0] [--packages]

Each takes a value through some steps of the language and uses it in a transaction (`tests/trust/programs.py`). What a
run writes is lost where the document neither has it nor tells of anything that it does not understand; then the
command prints the program and ends with 1. With `--packages` it goes through the steps of packages instead, one by one,
those that are installed.
"""

from __future__ import annotations

import argparse
import gc
import time
import warnings
from collections import Counter
from typing import TYPE_CHECKING

from tests.trust.programs import KINDS, PLACES, by_chance, program, ran, scanned, steps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TELL = 1_000
NOT_TOGETHER = "not runnable"
"""Two steps that Python itself does not put together: a coroutine's loop in a coroutine, a list as a key."""


def of_packages() -> Iterator[tuple[str, str]]:
    """A program for each step of a package, each kind of value and two places."""
    for name, step in steps("packages.txt").items():
        for kind, one in KINDS.items():
            for place in ("here", "in a function"):
                yield f"a {kind}: {name} {place}", program(one, [(step, PLACES[place])])


def judged(source: str) -> str:
    """What became of what a program writes."""
    try:
        written = ran(source)
    except Exception as error:  # noqa: BLE001 - whatever a drawn program raises
        return f"not installed: {error.name}" if isinstance(error, ModuleNotFoundError) else NOT_TOGETHER
    found = scanned(source)
    if not written <= found.tables:
        return "told" if found.blind else "lost"
    return "found" if found.tables <= written else "found, and more"


def main(argv: Sequence[str] | None = None) -> int:
    """Run and scan programs and print what became of what they write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--programs", type=int, default=20_000)
    parser.add_argument("--length", type=int, default=2, help="how many steps a program has")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--packages", action="store_true", help="the steps of packages, one by one")
    given = parser.parse_args(argv)
    warnings.simplefilter("ignore")
    gc.disable()
    started, outcomes = time.monotonic(), Counter[str]()
    programs = of_packages() if given.packages else by_chance(given.programs, given.seed, given.length)
    for number, (made_of, source) in enumerate(programs, 1):
        outcome = judged(source)
        outcomes[outcome] += 1
        if outcome == "lost":
            print(f"lost: {made_of}\n{source}")  # noqa: T201
        elif outcome == "told":
            print(f"told: {made_of}")  # noqa: T201
        if not number % TELL:
            gc.collect()
            print(f"{number} programs, {outcomes['lost']} lost")  # noqa: T201
    print(f"{outcomes.total()} programs in {time.monotonic() - started:.0f} s")  # noqa: T201
    for outcome, count in outcomes.most_common():
        print(f"  {count} {outcome}")  # noqa: T201
    return 1 if outcomes["lost"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
