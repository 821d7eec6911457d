"""Does a reader fail where chance alone does not lead?  Mutations that are kept where they reach new code of ours.

    pip install atheris
    python -m tests.benchmarks.hostile.guided FOLDER... [--beside] [--inputs 100000] [--seconds 600] [--corpus FOLDER]

Files that can do no harm are read in the very process that analyses (`Job.is_harmless`), so nothing that passes for
harmless may end it, fail in it or take long. libFuzzer, which atheris drives, ends with a trace where one does. With
`--beside` it is what lies beside the sources that is read (`beside.py`).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import atheris

with atheris.instrument_imports(include=["boundary.read", "boundary.config", "boundary.toml", "boundary.check"]):
    import boundary.read.sql  # noqa: F401 - else loaded when it is first needed, and not watched
    from boundary.read.reader import Job, read_plainly
    from tests.benchmarks.hostile import beside

from tests.benchmarks.hostile.fuzz import DIALECTS, complaint, corpus, window
from tests.benchmarks.hostile.mutations import mutated

if TYPE_CHECKING:
    from collections.abc import Callable

SEEDS = 400
TELL = 2_000
LONGEST_INPUT = 4_000
SECONDS_EACH = 10
"""What one input may take before it counts as a hang."""

KINDS = list(beside.READERS)
counted: Counter[str] = Counter()


class LostError(Exception):
    """A reader failed at an input."""


def read_one(data: bytes) -> None:
    """Read one input: its first byte says as what."""
    kind, content = data[:1], data[1:]
    number = kind[0] if kind else 0
    is_sql = bool(number % 2)
    job = Job("input.sql" if is_sql else "input.py", content, DIALECTS[number // 2 % len(DIALECTS)])
    language = "sql" if is_sql else "python"
    if not job.is_harmless:
        ended = "left to another process"
    else:
        outcome = read_plainly(job)
        wrong = complaint(job, outcome)
        if wrong:
            raise LostError(wrong)
        ended = "read" if outcome.facts else "refused"
    count(f"{language} {ended}")


def read_beside(data: bytes) -> None:
    """Read one input as one of the files beside the sources: its first byte says as which."""
    kind = KINDS[(data[0] if data else 0) % len(KINDS)]
    ended, wrong = beside.complaint(kind, data[1:])
    if wrong:
        raise LostError(f"{kind}: {wrong}")
    count(f"{kind} {ended}")


def count(ended: str) -> None:
    """Count how an input ended, and say now and then how many did."""
    counted[ended] += 1
    if counted.total() % TELL == 0:
        told = ", ".join(f"{name} {count}" for name, count in sorted(counted.items()))
        print(f"{counted.total()} inputs, 0 lost: {told}", flush=True)  # noqa: T201


def mutator(of: Callable[[int], list[bytes]]) -> Callable[[bytes, int, int], bytes]:
    """What makes one input of another: half the time as libFuzzer does, else so that it can often still be parsed.

    `of` gives files of the kind that a first byte means.
    """

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        random = Random(seed)  # noqa: S311 - inputs, not secrets
        if not data or random.random() < 0.5:
            return bytes(atheris.Mutate(data, most))
        others = of(data[0]) or [b""]
        return data[:1] + mutated(random, data[1:], others)[: most - 1]

    return mutate


def plant(folder: Path, of: Callable[[int], list[bytes]], kinds: int) -> None:
    """Write the inputs to begin with, of each kind as many."""
    random = Random(0)  # noqa: S311 - inputs, not secrets
    for number in range(SEEDS):
        kind = number % kinds
        content = window(random, random.choice(of(kind) or [b""]))
        (folder / f"{number:04}").write_bytes(bytes([kind]) + content)


def main() -> None:
    """Read the arguments and fuzz; libFuzzer ends the process."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--beside", action="store_true", help="read what lies beside the sources")
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seconds", type=int, default=0)
    parser.add_argument("--corpus", type=Path, help="keep what reached new code in this folder")
    asked = parser.parse_args()
    place = asked.corpus or Path(tempfile.mkdtemp())
    place.mkdir(parents=True, exist_ok=True)
    files = beside.corpus(asked.folders) if asked.beside else corpus(asked.folders)

    def of(kind: int) -> list[bytes]:
        return files[KINDS[kind % len(KINDS)] if asked.beside else ".sql" if kind % 2 else ".py"]

    plant(place, of, len(KINDS) if asked.beside else 2 * len(DIALECTS))
    limits = [f"-runs={asked.inputs}", f"-timeout={SECONDS_EACH}", f"-max_len={LONGEST_INPUT}", "-rss_limit_mb=4096"]
    if asked.seconds:
        limits.append(f"-max_total_time={asked.seconds}")
    read = read_beside if asked.beside else read_one
    atheris.Setup([sys.argv[0], *limits, "-print_final_stats=1", str(place)], read, custom_mutator=mutator(of))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
